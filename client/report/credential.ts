import { useSyncExternalStore } from 'react';
import { findSession } from '../session/device.ts';
import { secretInAddress } from '../session/links.ts';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/**
 * What this reader may show the server: the secret in the address, else the session on this device;
 * empty where there is neither. Follows the address, because pasting the right link over a wrong
 * one changes only the fragment and loads nothing anew.
 */
export function useCredential(board: string): string {
  const secret = useSyncExternalStore(subscribe, secretInAddress);
  return secret ?? findSession(board)?.token ?? '';
}
