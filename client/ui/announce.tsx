import { useEffect, useState } from 'react';

type Listener = (message: string) => void;
const listeners = new Set<Listener>();

/** Tells a screen reader something that is seen elsewhere on the page, without moving the focus. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** How long a sentence stays, in milliseconds: what was not begun by then is no news any more. */
const STAYS = 8_000;

/**
 * The live region that `announce` speaks through; stands once in the page (WCAG 2.2, 4.1.3).
 * Each sentence is added on its own, so that none is lost that comes while another is still read,
 * and the same sentence twice is spoken twice.
 */
export function LiveRegion() {
  const [messages, setMessages] = useState<readonly { id: number; text: string }[]>([]);
  useEffect(() => {
    let next = 0;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const listener: Listener = (text) => {
      const id = next++;
      setMessages((all) => [...all, { id, text }]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setMessages((all) => all.filter((message) => message.id !== id));
      }, STAYS);
      timers.add(timer);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="false" aria-relevant="additions">
      {messages.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
