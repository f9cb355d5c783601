import { useEffect, useState } from 'react';

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Tells a screen reader something that is seen elsewhere on the page, without moving the focus. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** The live region that `announce` speaks through; stands once in the page (WCAG 2.2, 4.1.3). */
export function LiveRegion() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    const listener: Listener = (next) => {
      // The same sentence twice is only spoken again when the region was empty between.
      setMessage('');
      requestAnimationFrame(() => setMessage(next));
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
