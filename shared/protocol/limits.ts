/** How long the texts may be that people give when they make or join a board, in characters. */
export const TEXT_LIMITS = {
  title: 200,
  workshop: 200,
  name: 80,
  site: 80,
  passphrase: 100,
  /** Of a snapshot. */
  remark: 500,
} as const;

/** The shortest passphrase of a link, in characters. */
export const PASSPHRASE_MIN = 8;

/** The longest note, in characters. Longer texts are cut where they are typed or pasted. */
export const NOTE_TEXT_LIMIT = 5_000;

/** The longest comment on a note, in characters. */
export const COMMENT_TEXT_LIMIT = 1_000;

/** The longest name of an action's owner, in characters. */
export const ACTION_OWNER_LIMIT = TEXT_LIMITS.name;

/** The longest title of a group, in characters. */
export const GROUP_TITLE_LIMIT = 120;

/** How much structure a board may have, and how long its texts may be, in characters. What is beyond is not shown. */
export const STRUCTURE_LIMITS = {
  approaches: 24,
  /** Of one approach. */
  columns: 12,
  /** Of one column. */
  prompts: 20,
  approachTitle: 100,
  question: 300,
  columnName: 60,
  prompt: 160,
} as const;

/** How long an agenda may be, its steps in minutes, its texts in characters. */
export const AGENDA_LIMITS = {
  steps: 40,
  minutes: 480,
  title: 80,
  instruction: 600,
} as const;

/** What can be said of a site: the longest name of its country in characters, the most people. */
export const SITE_LIMITS = {
  country: 60,
  headcount: 5_000,
  /** For how many people somebody may say, as they join, that they write; for more a facilitator says it. */
  room: 200,
} as const;

/** What can be asked in a quick poll, its texts in characters. */
export const POLL_LIMITS = {
  question: 200,
  options: 8,
  option: 80,
} as const;

/** How many notes of their own somebody may name to be revealed at once. */
export const DESK_NOTES_LIMIT = 500;

/** What a round of voting may ask for; its texts in characters. */
export const ROUND_LIMITS = {
  question: 200,
  votes: 50,
  columns: 24 * 12,
  sites: 200,
  /** What is kept of the words that were voted on. */
  label: 300,
} as const;

/** The most notes that one paste makes. */
export const PASTE_LIMIT = 200;
