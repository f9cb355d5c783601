import type { NoteColor } from '../board/palette.ts';
import type { ReactionKind } from '../board/reactions.ts';
import type { Role } from '../protocol/roles.ts';
import type { ColumnKind } from '../stage/columns.ts';
import type { TemplateId } from '../templates/index.ts';
import { counting } from './plural.ts';

const { count, unit } = counting('en');

const nouns = {
  notes: { one: 'note', other: 'notes' },
  sites: { one: 'site', other: 'sites' },
  people: { one: 'person', other: 'people' },
  approaches: { one: 'approach', other: 'approaches' },
  drawings: { one: 'drawing', other: 'drawings' },
  votes: { one: 'vote', other: 'votes' },
  reactions: { one: 'reaction', other: 'reactions' },
  comments: { one: 'comment', other: 'comments' },
};

/** Everything a report says of its own accord, in English; every other language has the same keys. */
export const en = {
  report: 'Workshop report',
  contents: 'Contents',
  facilitators: 'Facilitators',
  page: (n: string, all: string) => `Page ${n} of ${all}`,
  untitled: 'Untitled board',
  savedOn: (moment: string) => `State of the board on ${moment}`,
  written: (span: string) => `Notes written ${span}`,
  savedBy: (name: string) => `saved by ${name}`,
  snapshotTitle: (title: string) => `“${title}”`,
  workshop: 'Workshop',
  opened: (day: string) => `Board opened on ${day}`,

  atAGlance: 'At a glance',
  notes: (n: number) => count(n, nouns.notes),
  sites: (n: number) => count(n, nouns.sites),
  people: (n: number) => count(n, nouns.people),
  approaches: (n: number) => count(n, nouns.approaches),
  drawings: (n: number) => count(n, nouns.drawings),
  /** The nouns alone, below a large number. */
  units: {
    notes: (n: number) => unit(n, nouns.notes),
    people: (n: number) => unit(n, nouns.people),
    sites: (n: number) => unit(n, nouns.sites),
    approaches: (n: number) => unit(n, nouns.approaches),
  },
  notesByApproach: 'Notes by approach and column',
  notesBySite: 'Notes by site and column',
  votesCount: (n: number) => count(n, nouns.votes),
  reactionsCount: (n: number) => count(n, nouns.reactions),
  commentsCount: (n: number) => count(n, nouns.comments),
  strongest: 'The strongest notes',
  strongestExplained: 'What people voted for, reacted to and commented on most.',
  agree: 'Where sites agree',
  differ: 'Where they differ',
  sharedTheme: (title: string, place: string, notes: number, sites: number, all: number) =>
    `“${title}” (${place}) brings together ${count(notes, nouns.notes)} from ${sites} of ${count(all, nouns.sites)}.`,
  everySiteWrote: (place: string, sites: number) => `All ${count(sites, nouns.sites)} wrote under ${place}.`,
  siteLeans: (site: string, column: string, own: string, common: string) => `${site}: ${own} of its notes are under ${column}, of everybody’s notes ${common}.`,
  onlySiteWrote: (site: string, place: string) => `Only ${site} wrote under ${place}.`,
  noAgreement: 'No theme or column is shared by several sites.',
  noDifference: 'No site stands out from the others.',
  approach: 'Approach',
  column: 'Column',
  group: 'Group',
  untitledGroup: 'Group without a name',
  inNoGroup: 'In no group',
  total: 'Total',
  outsideColumns: 'Outside the columns',

  saidInRoom: 'said in the room',

  whoTookPart: 'Who took part',
  inTheRoom: (n: number) => `${count(n, nouns.people)} in the room`,
  template: (name: string, version: string) => `Template: ${name}, version ${version}`,
  templates: {
    partnership: 'Partnership approach',
    global: 'Global approach',
    both: 'Partnership and global approaches',
    empty: 'empty board',
  } satisfies Record<TemplateId, string> as Record<TemplateId, string>,
  noSite: 'No site given',
  nobodyYet: 'Nobody had joined when the board was saved.',
  roles: { facilitator: 'Facilitator', participant: 'Participant', viewer: 'Viewer' } satisfies Record<Role, string> as Record<Role, string>,

  rounds: {
    title: 'Votes',
    explained: 'Strength is the number of votes; breadth is the number of sites that stand behind it.',
    ended: (moment: string) => `Ended on ${moment}`,
    voted: (n: number) => `${count(n, nouns.people)} voted`,
    votes: (n: number) => count(n, { one: 'vote', other: 'votes' }),
    nobody: 'Nobody voted.',
    late: 'arrived late',
    item: 'Note or group',
    strength: 'Votes',
    breadth: 'Sites',
  },

  actions: 'Actions',
  actionsExplained: 'What was agreed to be done, by whom and by when.',
  action: 'Action',
  what: 'What',
  owner: 'Who',
  due: 'By when',
  state: 'State',
  toDo: 'To do',
  done: 'Done',
  noOwner: 'Nobody yet',
  noDue: 'No date yet',
  by: (day: string) => `by ${day}`,
  comment: 'Comment',
  comments: 'Comments',
  note: 'Note',
  number: 'Number',
  person: 'Person',
  role: 'Role',
  reaction: 'Reaction',
  whoReacted: 'Who reacted',
  reactionsTitle: 'Reactions',
  reactions: {
    agree: 'I agree',
    love: 'I love it',
    idea: 'Good idea',
    question: 'I have a question',
    important: 'Important',
    celebrate: 'Let us celebrate',
  } satisfies Record<ReactionKind, string> as Record<ReactionKind, string>,

  wholeBoard: 'The whole board',
  pictureCaption: 'The board as it looked when it was saved. Each note stands in full below.',
  pictureTitle: (title: string) => `Picture of the board “${title}”`,
  pictureDescription: (approaches: string, notes: string) => `${approaches}, ${notes}. The report lists the same notes as text.`,

  useWhen: 'Use it when',
  watchFor: 'Watch for',
  columns: {
    opportunities: 'Opportunities',
    challenges: 'Challenges',
    obstacles: 'Obstacles',
    ideas: 'Ideas',
    questions: 'Questions',
    steps: 'Next steps',
  } satisfies Record<ColumnKind, string> as Record<ColumnKind, string>,
  noNotes: 'No notes here.',
  emptyNote: 'A note without text',
  noAuthor: 'Unsigned',
  prompts: 'Prompts that stood here',
  materials: 'Supporting materials',

  free: 'Elsewhere on the board',
  freeExplained: 'Notes that lay outside the columns.',
  aside: 'Set aside',
  asideExplained: 'Notes whose column is no longer on the board.',
  formerlyIn: (column: string) => `was in ${column}`,

  notInThisReport: 'Not in this report',
  unreadable: (n: number) =>
    `${count(n, { one: 'record of the board could', other: 'records of the board could' })} not be read when it was saved. The board still holds what they contain.`,
  cut: (n: number, limit: string) =>
    `${count(n, { one: 'note is', other: 'notes are' })} longer than ${limit} characters: only the beginning is here, up to “…”. The board still holds the whole text.`,
  lettersMissing: (n: number) =>
    `${count(n, { one: 'note has', other: 'notes have' })} letters that the typeface of this file lacks. The web page (HTML) and the Word file show them.`,
  /** In the picture itself. */
  notDrawn: (n: number) => `${count(n, nouns.drawings)} of the board could not be shown in this picture.`,
  drawingsOnlyInPicture: (drawings: string) => `${drawings} on the board: shown only in the picture that the HTML report holds.`,
  introduction: 'Introduction',
  conclusions: 'Conclusions',
  columnsCount: (n: number) => count(n, { one: 'column', other: 'columns' }),
  leftOut: (parts: string, notes: string) => `Left out by the facilitator: ${parts}, with ${notes}. The snapshot still holds them.`,
  leftOutNames: {
    sites: 'The names of people are left out; the names of sites are told.',
    none: 'The names of people and sites are left out.',
  },
  nothingMissing: 'Every note that stood on the board when it was saved is in this report.',
  madeWith: 'Made with Plenary',

  color: 'Paper',
  colors: {
    sun: 'Yellow',
    peach: 'Orange',
    rose: 'Pink',
    leaf: 'Green',
    sky: 'Blue',
    lilac: 'Violet',
    stone: 'Grey',
  } satisfies Record<NoteColor, string> as Record<NoteColor, string>,
  table: {
    id: 'Id',
    where: 'Where',
    text: 'Text',
    author: 'Author',
    site: 'Site',
    votes: 'Votes',
    prompts: 'Prompts',
    created: 'Created (UTC)',
    changed: 'Changed (UTC)',
    tags: 'Tags',
    language: 'Language',
    order: 'Order in column',
    x: 'X',
    y: 'Y',
  },
  inColumn: 'In a column',
};

/** The strings of a report in one language. */
export type ReportTexts = typeof en;
