import type { ReactionKind } from './reactions.ts';

/** One line of a sign: an SVG path on a 24 by 24 grid, stroked, and filled where a fill is given. */
export interface SignPath {
  d: string;
  stroke: string;
  fill?: string;
}

const GOLD = '#8a5200';

/**
 * The reactions as pictures of our own, so that they look alike on every device, in print and where
 * no font of emoji is installed: Lucide's outlines (ISC licence), coloured.
 */
export const REACTION_SIGNS: Record<ReactionKind, readonly SignPath[]> = {
  agree: [
    {
      d: 'M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z',
      stroke: GOLD,
      fill: '#ffd257',
    },
    { d: 'M7 10v12', stroke: GOLD },
  ],
  love: [
    {
      d: 'M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.5-1.5-3-3.2-3-5.5Z',
      stroke: '#8f1d35',
      fill: '#f26d7e',
    },
  ],
  idea: [
    { d: 'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5Z', stroke: GOLD, fill: '#ffe27a' },
    { d: 'M9 18h6', stroke: '#7d7568' },
    { d: 'M10 22h4', stroke: '#7d7568' },
  ],
  question: [
    { d: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z', stroke: '#1d4f86', fill: '#8cc4f2' },
    { d: 'M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3', stroke: '#14365c' },
    { d: 'M12 17h.01', stroke: '#14365c' },
  ],
  important: [
    {
      d: 'M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z',
      stroke: GOLD,
      fill: '#ffb629',
    },
  ],
  celebrate: [
    { d: 'M5.8 11.3 2 22l10.7-3.79Z', stroke: '#4b2a86', fill: '#c3a2f0' },
    { d: 'M11 13c1.93 1.93 2.83 4.17 2 5-.83.83-3.07-.07-5-2-1.93-1.93-2.83-4.17-2-5 .83-.83 3.07.07 5 2Z', stroke: '#4b2a86', fill: '#e4d3fa' },
    { d: 'm22 2-2.24.75a2.9 2.9 0 0 0-1.96 3.12c.1.86-.57 1.63-1.45 1.63h-.38c-.86 0-1.6.6-1.76 1.44L14 10', stroke: '#c93a5b' },
    { d: 'm22 13-.82-.33c-.86-.34-1.82.2-1.98 1.11c-.11.7-.72 1.22-1.43 1.22H17', stroke: '#1f7f5c' },
    { d: 'm11 2 .33.82c.34.86-.2 1.82-1.11 1.98C9.52 4.9 9 5.52 9 6.23V7', stroke: '#2a6fb8' },
    { d: 'M4 3h.01', stroke: '#c98500' },
    { d: 'M22 8h.01', stroke: '#c98500' },
    { d: 'M22 20h.01', stroke: '#c93a5b' },
  ],
};
