import { createSight } from './sight.ts';
import type { Unread } from './unread.ts';

const EVERY_MS = 250;

/**
 * Counts what is in sight as seen, while there is anything unread and somebody can see the page.
 * @param inSight ids of the notes that can be read on the screen when it is called
 */
export function followSight(unread: Unread, inSight: () => Iterable<string>): () => void {
  const sight = createSight(unread);
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => sight.look(document.visibilityState === 'visible' ? inSight() : [], performance.now());
  const onChange = () => {
    if (unread.count() > 0) timer ??= setInterval(look, EVERY_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  onChange();
  const stop = unread.onChange(onChange);
  return () => {
    stop();
    clearInterval(timer);
  };
}
