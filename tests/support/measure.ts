import type { Page } from 'playwright-core';

/**
 * Everything one can press that is smaller than 24 by 24 pixels and no link within a sentence (WCAG
 * 2.2, 2.5.8). What lies on the canvas is as large as somebody wants to see it, so that it is measured
 * as it is at 100 %; the same acts stand in Columns.
 */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role=button], [role^=menuitem], [role=option], [role=checkbox], [role=switch]';
    const LEAST = 24 - 0.5;
    return [...document.querySelectorAll<HTMLElement>(PRESSED)].flatMap((element) => {
      // What is clipped away is pressed by its label; tldraw's mark is not ours to change.
      const label = element instanceof HTMLInputElement ? element.closest('label') : null;
      const target = label ?? element;
      const box = target.getBoundingClientRect();
      const zoom = target.closest('.tl-html-layer') ? Math.min(1, Number(getComputedStyle(target).getPropertyValue('--tl-zoom')) || 1) : 1;
      const style = getComputedStyle(target);
      const unseen = box.width === 0 || style.visibility === 'hidden' || !target.checkVisibility() || target.closest('[aria-hidden=true], .tl-watermark_SEE-LICENSE');
      const offScreen = box.bottom <= 0 || box.right <= 0;
      const inSentence = element instanceof HTMLAnchorElement && style.display === 'inline';
      if (unseen || offScreen || inSentence || (box.width >= LEAST * zoom && box.height >= LEAST * zoom)) return [];
      return [`${element.outerHTML.slice(0, 120)}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
    });
  });
}

/** How many pixels a page, or a dialog or menu on it, is wider than there is room for. */
export function overhang(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role=dialog], [role=menu]')].map((box) => box.scrollWidth - box.clientWidth).filter((over) => over > 0),
  );
}
