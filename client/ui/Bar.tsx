import { useRef, type ComponentProps, type RefObject } from 'react';
import { theBoard } from './focus.ts';
import { useFocusHeir } from './useFocusHeir.ts';

/**
 * A line over the board that comes and goes; with a label, a landmark. Where it goes with the focus in
 * it, the focus goes on to the board, and does not fall back to the beginning of the page.
 */
export function Bar({ label, ...rest }: Omit<ComponentProps<'div'>, 'ref' | 'aria-label'> & { label?: string }) {
  const bar = useRef<HTMLElement>(null);
  useFocusHeir(bar, theBoard);
  if (label === undefined) return <div {...rest} ref={bar as RefObject<HTMLDivElement | null>} />;
  return <section {...rest} ref={bar} aria-label={label} />;
}
