import type { WebsocketProvider } from 'y-websocket';

/**
 * Finds out at once, when the device's network comes or goes or the page is looked at again,
 * whether the server can be reached; otherwise a dead connection is noticed only after 30 seconds
 * of silence. The connection is opened anew rather than given up, because a server in the same
 * room may be reachable without any internet. Returns how to stop.
 */
export function followNetwork(provider: WebsocketProvider): () => void {
  const again = () => {
    if (!provider.shouldConnect) return;
    provider.disconnect();
    provider.connect();
  };
  const onVisible = () => document.visibilityState === 'visible' && !provider.wsconnected && again();
  addEventListener('offline', again);
  addEventListener('online', again);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    removeEventListener('offline', again);
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
