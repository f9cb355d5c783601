import type { Page } from 'playwright-core';
import { until } from './until.ts';

/* How somebody without a mouse does things: by keys alone, and what tells them where they are. */

/** The mouse is out of reach: whatever is pressed by a pointer is an error of the page. */
export async function noMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('Somebody used a mouse.'), { capture: true });
  });
}

/** Gives a name and a site on the page that a link has opened. */
export async function joinByKeys(page: Page, name: string, site: string): Promise<void> {
  await page.getByLabel('Your name').waitFor();
  await tabTo(page, /^Your name/);
  await page.keyboard.type(name);
  await tabTo(page, /^Where you are/);
  await page.keyboard.type(site);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Canvas' }).waitFor();
}

/** What is read out of what has the focus: its label or its words. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return '';
    const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement;
    const labels = isField ? [...(active.labels ?? [])].map((label) => label.textContent) : [];
    return (active.getAttribute('aria-label') ?? labels[0] ?? active.textContent ?? '').trim();
  });
}

/**
 * Why somebody who looks does not see where the focus is: it is on nothing, beyond the edge of the window,
 * or on something that shows nothing of it (WCAG 2.2, 2.4.7 and 2.4.11). Empty where it is seen.
 */
export function unseenFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return 'the focus is on nothing';
    const shown = active instanceof HTMLInputElement && active.classList.contains('visually-hidden') ? (active.closest('label') ?? active) : active;
    const box = shown.getBoundingClientRect();
    const name = active.outerHTML.slice(0, 160);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `the focus is out of sight: ${name}`;
    const marked = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) => (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    // A list marks its items, a slip of paper what lies in it.
    // From there one reads on; there is nothing to press.
    if (shown.matches('main[tabindex="-1"]')) return '';
    const near = [shown, shown.parentElement, shown.firstElementChild].filter((one) => one !== null);
    const isItem = shown.matches('[role=menuitem], [role=menuitemradio]') && shown.hasAttribute('data-highlighted');
    return isItem || near.some((one) => marked(getComputedStyle(one))) ? '' : `nothing shows the focus on ${name}`;
  });
}

/** Waits until a screen reader is told something. */
export async function hears(page: Page, words: string | RegExp): Promise<void> {
  const told = page.locator('[role=status][aria-live=polite]').getByText(words);
  await until(`${words} is told`, async () => (await told.count()) > 0);
}

/** Presses Tab, or Shift and Tab, until something of that name has the focus. */
export async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  const met: string[] = [];
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const now = await focusedName(page);
    if (name.test(now)) return;
    met.push(now);
  }
  throw new Error(`Tab never reached ${name}, but ${met.slice(0, 60).join(' → ')}`);
}

/** Opens the menu whose button has the focus, goes to an item with the arrow keys and presses it. */
export async function chooseInMenu(page: Page, name: RegExp | string): Promise<void> {
  await page.keyboard.press('Enter');
  await chooseInOpenMenu(page, name);
}

/** Goes to an item of the open menu with the arrow keys and presses it. */
export async function chooseInOpenMenu(page: Page, name: RegExp | string): Promise<void> {
  const item = page.getByRole('menuitem', { name }).first();
  await item.waitFor();
  for (let i = 0; i < 60; i += 1) {
    if ((await item.getAttribute('data-highlighted')) !== null) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
    // The menu moves its focus in a timeout after the key; one that is asked for later comes later.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
  throw new Error(`The arrow keys never reached ${name}`);
}
