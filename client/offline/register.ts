let asked = false;

/**
 * Lets this device keep the built client, so that a board opens without a connection. In development
 * and where the browser cannot, nothing is kept and everything else works as ever.
 */
export function keepClientOnDevice(): void {
  if (asked || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  asked = true;
  void register();
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    // What this person uses beside every board's files was partly loaded before anybody could keep it.
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) if (name.startsWith(`${location.origin}/assets/`)) active?.postMessage(name, { transfer: [] });
    });
    observer.observe({ type: 'resource', buffered: true });
  } catch {
    // A browser may forbid it, as in a private window: the page needs a connection then.
  }
}
