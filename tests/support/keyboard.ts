import type { Page } from 'playwright-core';

/* How somebody without a mouse does things: by keys alone, and what tells them where they are. */

/** What is read out of what has the focus: its label or its words. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return '';
    const labels = active instanceof HTMLInputElement ? [...(active.labels ?? [])].map((label) => label.textContent) : [];
    return (active.getAttribute('aria-label') ?? labels[0] ?? active.textContent ?? '').trim();
  });
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
