import type { ColumnKind } from '../stage/columns.ts';

/**
 * The signs of the columns as SVG paths on a 24 by 24 grid, to be stroked: Lucide's Sprout,
 * Mountain, TrafficCone, Lightbulb, CircleQuestionMark and Flag (ISC licence), which the rest of the product shows too. As plain paths
 * they can stand in a picture that is drawn without a browser.
 */
export const COLUMN_ICON_PATHS: Record<ColumnKind, readonly string[]> = {
  opportunities: [
    'M14 9.536V7a4 4 0 0 1 4-4h1.5a.5.5 0 0 1 .5.5V5a4 4 0 0 1-4 4 4 4 0 0 0-4 4c0 2 1 3 1 5a5 5 0 0 1-1 3',
    'M4 9a5 5 0 0 1 8 4 5 5 0 0 1-8-4',
    'M5 21h14',
  ],
  challenges: ['m8 3 4 8 5-5 5 15H2L8 3z'],
  obstacles: [
    'M16.05 10.966a5 2.5 0 0 1-8.1 0',
    'm16.923 14.049 4.48 2.04a1 1 0 0 1 .001 1.831l-8.574 3.9a2 2 0 0 1-1.66 0l-8.574-3.91a1 1 0 0 1 0-1.83l4.484-2.04',
    'M16.949 14.14a5 2.5 0 1 1-9.9 0L10.063 3.5a2 2 0 0 1 3.874 0z',
    'M9.194 6.57a5 2.5 0 0 0 5.61 0',
  ],
  ideas: [
    'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5',
    'M9 18h6',
    'M10 22h4',
  ],
  questions: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'M9 9.5a3 2.5 0 0 1 6 0c0 2-2 2-3 3.5', 'M12 17h.01'],
  steps: [
    'M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528',
  ],
};

/** The signs of actions in the same way: Lucide's Flag and CircleCheckBig. */
export const ACTION_ICON_PATHS: Record<'toDo' | 'done', readonly string[]> = {
  toDo: ['M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528'],
  done: ['M21.801 10A10 10 0 1 1 17 3.335', 'm9 11 3 3L22 4'],
};

/** Votes, as Lucide's Vote, and what was said in a room, as its Megaphone. */
export const VOTE_ICON_PATHS = ['m9 12 2 2 4-4', 'M5 7c0-1.1.9-2 2-2h10a2 2 0 0 1 2 2v12H5V7Z', 'M22 19H2'] as const;
export const ROOM_ICON_PATHS = [
  'M11 6a13 13 0 0 0 8.4-2.8A1 1 0 0 1 21 4v12a1 1 0 0 1-1.6.8A13 13 0 0 0 11 14H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z',
  'M6 14a12 12 0 0 0 2.4 7.2 2 2 0 0 0 3.2-2.4A8 8 0 0 1 10 14',
  'M8 6v8',
] as const;

/** A comment, as Lucide's MessageCircle. */
export const COMMENT_ICON_PATH =
  'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719';
