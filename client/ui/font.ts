import { useLayoutEffect } from 'react';

/**
 * On a phone, whoever opens a link sees the join page in the letters of their device, which it need
 * not wait for; ours come with the first screen beyond it and stay.
 */
export function useOwnFont(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.font = 'own';
  }, []);
}

/** Fetches our letters without showing them yet. */
export function foreseeFont(): void {
  void document.fonts.load("400 1rem 'Rubik Variable'").catch(() => {});
}
