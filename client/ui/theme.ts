import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;

/** What a person chose; `system` follows the device. */
export type Theme = (typeof THEMES)[number];

const STORED = 'plenary.theme';
const dark = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme {
  const stored = localStorage.getItem(STORED);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

function shown(): 'light' | 'dark' {
  const theme = chosen();
  return theme === 'system' ? (dark().matches ? 'dark' : 'light') : theme;
}

function apply(): void {
  document.documentElement.dataset.theme = shown();
  for (const listener of listeners) listener();
}

/** Shows the page in the theme chosen on this device, and follows the device when it changes. */
export function startTheme(): void {
  apply();
  dark().addEventListener('change', apply);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is chosen, what is shown, and how to choose. */
export function useTheme(): { chosen: Theme; shown: 'light' | 'dark'; choose: (theme: Theme) => void } {
  return {
    chosen: useSyncExternalStore(subscribe, chosen),
    shown: useSyncExternalStore(subscribe, shown),
    choose(theme) {
      localStorage.setItem(STORED, theme);
      apply();
    },
  };
}
