import { useLayoutEffect, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';

/** Somebody else's caret as it is shown: who, in which colour, and where. */
export interface ShownCaret {
  client: number;
  name: string;
  color: string;
  anchor: number;
  head: number;
}

interface RemoteCaretsProps {
  area: RefObject<HTMLTextAreaElement | null>;
  /** What stands in the text area. */
  text: string;
  carets: readonly ShownCaret[];
  /** The classes and the style of the text area, so that both break their lines alike. */
  className: string;
  style?: CSSProperties;
}

/**
 * Others' carets and selections over a text area, which can show none itself: the same text once
 * more, unseen, in the same place, with the carets in it. Its parent must be positioned. Screen
 * readers are told in words instead.
 */
export function RemoteCarets({ area, text, carets, className, style }: RemoteCaretsProps) {
  const mirror = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || carets.length === 0) return;
    const follow = () => {
      if (!mirror.current) return;
      // A scroll bar takes its width from the lines.
      mirror.current.style.height = `${element.offsetHeight}px`;
      mirror.current.style.width = `${element.clientWidth + borders(element)}px`;
      (mirror.current.firstElementChild as HTMLElement).style.transform = `translateY(${-element.scrollTop}px)`;
    };
    follow();
    element.addEventListener('scroll', follow);
    return () => element.removeEventListener('scroll', follow);
  });
  if (carets.length === 0) return null;
  return (
    <div ref={mirror} aria-hidden className={`${className} carets`} style={style}>
      <div className="carets-text" dir="auto">
        {pieces(text, carets)}
        {/* Gives a last line without a letter its height. */}
        {'\u200b'}
      </div>
    </div>
  );
}

function borders(element: HTMLElement): number {
  const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
  return Number.parseFloat(borderLeftWidth) + Number.parseFloat(borderRightWidth);
}

/** The text in pieces, those selected by somebody marked, with the carets between them. */
function pieces(text: string, carets: readonly ShownCaret[]): ReactNode[] {
  const cuts = [...new Set([0, text.length, ...carets.flatMap(({ anchor, head }) => [anchor, head])])]
    .filter((cut) => cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.flatMap((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const selected = carets.find(({ anchor, head }) => Math.min(anchor, head) <= start && end <= Math.max(anchor, head) && start < end);
    const here = carets.filter(({ head }) => Math.min(head, text.length) === start);
    return [
      ...here.map((caret) => <Caret key={`caret-${caret.client}`} {...caret} />),
      <span key={`piece-${start}`} style={selected && { background: `color-mix(in srgb, ${selected.color} 26%, transparent)` }}>
        {text.slice(start, end)}
      </span>,
    ];
  });
}

function Caret({ name, color, head }: ShownCaret) {
  return (
    <span className="caret" style={{ '--caret': color } as CSSProperties}>
      {/* Anew at every move, so that the name is seen whenever the caret moves, and then gives way to the text. */}
      <span key={head} className="caret-name">
        {name}
      </span>
    </span>
  );
}
