import { byDue } from '../board/actions.ts';
import { groupKey } from '../board/index.ts';
import { columnKey } from '../board/layout.ts';
import type { NoteColor } from '../board/palette.ts';
import { REACTION_EMOJI, type ReactionKind } from '../board/reactions.ts';
import { inColumn } from '../board/schema.ts';
import type { Language } from '../languages.ts';
import { NOTE_TEXT_LIMIT } from '../protocol/limits.ts';
import { COLUMN_KINDS, type ColumnKind } from '../stage/columns.ts';
import { PARKING } from '../stage/edit-structure.ts';
import type { ApproachTexts } from '../stage/texts.ts';
import { TEMPLATE_IDS } from '../templates/index.ts';
import { inARow, legible } from './characters.ts';
import { textIn, type SnapshotApproach, type SnapshotContent, type SnapshotNote } from './content.ts';
import { formatDay, formatMoment, formatNumber, formatSpan } from './formats.ts';
import { tellSites, type ReportSite } from './sites.ts';
import { summarise, type ReportSummary } from './summary.ts';
import { tellEdits, type ToldEdits } from './tell-edits.ts';
import { tellPolls, type ReportPoll } from './polls.ts';
import { givenVotes, lastVotes, tellRounds, type GivenVotes, type ReportRound } from './rounds.ts';
import { reportTexts } from './texts.ts';

/** What somebody said about a note. */
export interface ReportComment {
  text: string;
  /** `null` where nobody signed it. */
  author: string | null;
  site: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** The same moment as the reader reads it. */
  moment: string;
}

/** Who reacted to a note in one way. */
export interface ReportReaction {
  kind: ReactionKind;
  emoji: string;
  /** What the reaction means, in words. */
  meaning: string;
  names: string[];
}

/** What is to be done about a note. */
export interface ReportActionFacts {
  /** `null` for nobody yet. */
  owner: string | null;
  /** ISO 8601, a calendar day; `null` for none. */
  due: string | null;
  /** The same day as the reader reads it; empty for none. */
  day: string;
  done: boolean;
}

/** An action in the list of them, with where its note stood. */
export interface ReportAction extends ReportActionFacts {
  note: ReportNote;
  /** The approach and the column; empty for a note outside of them. */
  place: string;
}

/** A note as the report tells it. */
export interface ReportNote {
  id: string;
  text: string;
  color: NoteColor;
  /** `null` where nobody signed it. */
  author: string | null;
  site: string | null;
  /** Whether a scribe wrote down what was said in the room. */
  saidInRoom: boolean;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** When its text was last changed, to the minute, in milliseconds since 1970; `null` where it was not since the minute it was made in. */
  changedAt: number | null;
  /** In the last round it was voted on in; `null` where there was none. */
  votes: number | null;
  /** In the order of the rounds; `null` for one that was not on it. */
  votesByRound: (number | null)[];
  /** BCP 47, of the text. */
  language: Language;
  /** The title of the group it was in; `null` for a note in none. */
  group: string | null;
  /** For a free note, its top left corner in page units. */
  position: { x: number; y: number } | null;
  /** For a note set aside, the approach and column it was in, as far as they are known. */
  formerly: string | null;
  /** Whether it came from a desk after the others had been shown. */
  late: boolean;
  comments: ReportComment[];
  reactions: ReportReaction[];
  /** `null` for a note that is no action. */
  action: ReportActionFacts | null;
}

export interface ReportGroup {
  id: string;
  title: string;
  /** In the last round it was voted on in; `null` where there was none. */
  votes: number | null;
  notes: ReportNote[];
}

/** A group of a column, or notes side by side that are in none. */
export type ReportBlock = ReportGroup | { title: null; notes: ReportNote[] };

export interface ReportColumn {
  id: string;
  kind: ColumnKind;
  title: string;
  prompts: { id: string; text: string }[];
  /** All its notes, in the order they are told. */
  notes: ReportNote[];
  /** The same notes by group, and its empty groups. */
  blocks: ReportBlock[];
}

export interface ReportApproach extends ApproachTexts {
  id: string;
  columns: ReportColumn[];
  materials: string[];
  /** Notes in all its columns. */
  notes: number;
}

/** What a report tells, in one language: everything is in the order it is told. */
export interface Report extends Omit<ToldEdits, 'leftOut'> {
  language: Language;
  title: string;
  workshop: string;
  snapshot: { id: string; title: string; savedAt: number; savedBy: string };
  /** The moments as the reader reads them, with the time zone where there is a time of day. */
  dates: {
    saved: string;
    opened: string | null;
    /** From the first note to the last; `null` where there are not two. */
    written: string | null;
  };
  /** What the board was made from, with its version; empty where that is not known. */
  template: string;
  /** `headcount` is of all sites that said one. */
  totals: { notes: number; sites: number; people: number; headcount: number; drawings: number };
  sites: ReportSite[];
  approaches: ReportApproach[];
  /** What is told like an approach and is none: where people put what did not belong to the step they were in. */
  parking: ReportApproach | null;
  /** Notes that lay outside the columns. */
  free: ReportNote[];
  /** Notes whose column is gone. */
  aside: ReportNote[];
  /** The rounds of voting that were counted, oldest first. */
  rounds: ReportRound[];
  /** The quick questions that have a result, in the order they were asked. */
  polls: ReportPoll[];
  /** What is to be done, by whom and when: the nearest day first, what is done last. */
  actions: ReportAction[];
  summary: ReportSummary;
  /** Sentences on what the board held and the report does not; empty when it holds all. */
  omissions: string[];
}

/**
 * Tells a snapshot in one language.
 * @param options.timeZone IANA name; UTC unless told, because a report is read in many places
 */
export function buildReport(content: SnapshotContent, language: Language, options: { timeZone?: string } = {}): Report {
  const texts = reportTexts(language);
  const timeZone = options.timeZone ?? 'UTC';
  const votes = givenVotes(content.rounds);
  const titles = groupTitles(content, language);
  const telling = { titles, votes, language, timeZone };
  const sections = tellApproaches(content, telling);
  const approaches = sections.filter(({ id }) => id !== PARKING);
  const parking = sections.find(({ id }) => id === PARKING) ?? null;
  const drawings = content.drawings.filter((record) => record.typeName === 'shape').length;
  const people = content.participants.filter((person) => person.role !== 'viewer');
  const inColumns = new Set(sections.flatMap((approach) => approach.columns.flatMap((column) => column.notes.map((note) => note.id))));
  const outside = content.notes.filter((note) => !inColumns.has(note.id));
  const { leftOut, ...edits } = tellEdits(content, language);
  const free = outside.filter((note) => !inColumn(note.placement)).map((note) => tellNote(note, telling));
  const aside = outside.filter((note) => inColumn(note.placement)).map((note) => tellNote(note, telling, formerColumn(note, content, sections, language)));
  const report = {
    language,
    title: legible(content.board?.title ?? '').trim() || texts.untitled,
    workshop: legible(content.board?.workshop ?? ''),
    snapshot: { ...content.snapshot, title: legible(content.snapshot.title), savedBy: legible(content.snapshot.savedBy) },
    dates: {
      saved: formatMoment(content.snapshot.savedAt, language, timeZone),
      opened: content.board && formatDay(content.board.createdAt, language, timeZone),
      written: tellSpan(content, language, timeZone),
    },
    template: tellTemplate(content, language),
    totals: {
      notes: content.notes.length,
      sites: new Set(content.sites.map((site) => site.name)).size,
      people: people.length,
      headcount: content.sites.reduce((sum, { headcount }) => sum + headcount, 0),
      drawings,
    },
    sites: tellSites(content, people, language),
    approaches,
    parking,
    free,
    aside,
    rounds: tellRounds(content.rounds, { language, timeZone, ...placesOf(sections) }),
    polls: tellPolls(content.polls, language),
    actions: tellActions({ approaches, parking, free, aside }),
    omissions: [...leftOut, ...tellOmissions(content, language)],
    ...edits,
  };
  return { ...report, summary: summarise(report) };
}

/** Notes carry their authors' clocks: one that is beyond the board's own time says nothing about the workshop. */
function tellSpan({ board, notes, snapshot }: SnapshotContent, language: Language, timeZone: string): string | null {
  const times = notes.map(({ createdAt }) => createdAt).filter((time) => time >= (board?.createdAt ?? 0) && time <= snapshot.savedAt);
  if (times.length < 2) return null;
  const [first, last] = times.reduce(([least, most], time) => [Math.min(least!, time), Math.max(most!, time)], [Infinity, -Infinity]);
  return formatSpan(first!, last!, language, timeZone) || null;
}

function tellTemplate({ board }: SnapshotContent, language: Language): string {
  const texts = reportTexts(language);
  const known = board && TEMPLATE_IDS.find((id) => id === board.template);
  return board && known ? texts.template(texts.templates[known], formatNumber(board.templateVersion, language)) : '';
}

function tellOmissions(content: SnapshotContent, language: Language): string[] {
  const texts = reportTexts(language);
  return [
    ...(content.undisclosed > 0 ? [texts.undisclosed(content.undisclosed)] : []),
    ...(content.unreadable > 0 ? [texts.unreadable(content.unreadable)] : []),
    ...(content.cut > 0 ? [texts.cut(content.cut, formatNumber(NOTE_TEXT_LIMIT, language))] : []),
  ];
}

/** The approaches, and behind them the parking lot. */
export function sectionsOf({ approaches, parking }: Pick<Report, 'approaches' | 'parking'>): ReportApproach[] {
  return parking ? [...approaches, parking] : approaches;
}

/** The notes of a report in the order they are told, each with where it stands. */
export function notesOf(report: Pick<Report, 'approaches' | 'parking' | 'free' | 'aside'>): { note: ReportNote; approach: ReportApproach | null; column: ReportColumn | null }[] {
  return [
    ...sectionsOf(report).flatMap((approach) =>
      approach.columns.flatMap((column) => column.notes.map((note) => ({ note, approach, column }))),
    ),
    ...[...report.free, ...report.aside].map((note) => ({ note, approach: null, column: null })),
  ];
}

function tellActions(told: Pick<Report, 'approaches' | 'parking' | 'free' | 'aside'>): ReportAction[] {
  return notesOf(told)
    .flatMap(({ note, approach, column }) => {
      const place = approach && column ? placeName(approach, column) : '';
      return note.action ? [{ id: note.id, action: { ...note.action, owner: null }, told: { ...note.action, note, place } }] : [];
    })
    .sort(byDue)
    .map((entry) => entry.told);
}

/** Where a column is, in words. */
export function placeName(approach: Pick<ReportApproach, 'title'>, column: Pick<ReportColumn, 'title'>): string {
  return inARow([column.title, approach.title]);
}

/** What the columns are called, by key, and where notes and groups are, by what a round calls them. */
function placesOf(sections: readonly ReportApproach[]): { placeOf(item: string): string; columnName(key: string): string } {
  const names = new Map<string, string>();
  const places = new Map<string, string>();
  for (const approach of sections) {
    for (const column of approach.columns) {
      const name = placeName(approach, column);
      names.set(columnKey(approach.id, column.id), name);
      for (const { id } of column.notes) places.set(id, name);
      for (const block of column.blocks) if (block.title !== null) places.set(groupKey(block.id), name);
    }
  }
  return { placeOf: (item) => places.get(item) ?? '', columnName: (key) => names.get(key) ?? '' };
}

function tellApproaches(content: SnapshotContent, telling: Telling): ReportApproach[] {
  const { language } = telling;
  const untold = new Map<string, SnapshotNote[]>();
  for (const note of content.notes) {
    if (!inColumn(note.placement)) continue;
    const key = JSON.stringify([note.placement.approach, note.placement.column]);
    const notes = untold.get(key);
    if (notes) notes.push(note);
    else untold.set(key, [note]);
  }
  return content.approaches.map((approach) => {
    const columns = approach.columns.map((column): ReportColumn => {
      const key = JSON.stringify([approach.id, column.id]);
      const notes = (untold.get(key) ?? []).map((note) => ({ note, told: tellNote(note, telling) }));
      untold.delete(key);
      const groups = content.groups.filter(({ placement }) => placement.approach === approach.id && placement.column === column.id);
      return {
        id: column.id,
        kind: column.kind,
        title: columnTitle(column, language),
        prompts: tellPrompts(approach, column.id, language),
        notes: notes.map(({ told }) => told),
        blocks: tellBlocks(notes, groups, telling),
      };
    });
    return {
      id: approach.id,
      ...tellTexts(approach, language),
      columns,
      materials: approach.materials.map(legible),
      notes: columns.reduce((sum, column) => sum + column.notes.length, 0),
    };
  });
}

/** Notes by group, a group where its first note is, and behind them the groups that are empty. */
function tellBlocks(notes: readonly { note: SnapshotNote; told: ReportNote }[], groups: SnapshotContent['groups'], { titles, votes }: Telling): ReportBlock[] {
  const untold = new Map(groups.map((group) => [group.id, { id: group.id, title: titles.get(group.id)!, votes: lastVotes(votes.ofGroup(group)), notes: [] as ReportNote[] }]));
  const known = new Map(untold);
  const blocks: ReportBlock[] = [];
  for (const { note, told } of notes) {
    const group = known.get(groupOf(note) ?? '');
    if (group) {
      if (untold.delete(group.id)) blocks.push(group);
      group.notes.push(told);
    } else {
      const last = blocks.at(-1);
      if (last?.title === null) last.notes.push(told);
      else blocks.push({ title: null, notes: [told] });
    }
  }
  return [...blocks, ...untold.values()];
}

/** The titles of groups, by id; one without a title gets a word. */
function groupTitles(content: SnapshotContent, language: Language): Map<string, string> {
  return new Map(content.groups.map(({ id, title }) => [id, legible(title).trim() || reportTexts(language).untitledGroup]));
}

function groupOf({ placement }: SnapshotNote): string | undefined {
  return inColumn(placement) ? placement.group : undefined;
}

function tellTexts(approach: SnapshotApproach, language: Language): ApproachTexts {
  const texts = textIn(approach.texts, language);
  return {
    title: legible(texts?.title ?? approach.id),
    summary: legible(texts?.summary ?? ''),
    useWhen: legible(texts?.useWhen ?? ''),
    watchFor: legible(texts?.watchFor ?? ''),
    question: legible(texts?.question ?? ''),
  };
}

function tellPrompts(approach: SnapshotApproach, column: string, language: Language): { id: string; text: string }[] {
  return approach.prompts
    .filter((prompt) => prompt.column === column)
    .flatMap(({ id, texts }) => {
      const text = textIn(texts, language);
      return text ? [{ id, text: legible(text) }] : [];
    });
}

interface Telling {
  /** Of groups, by id. */
  titles: ReadonlyMap<string, string>;
  votes: GivenVotes;
  language: Language;
  timeZone: string;
}

function tellNote(note: SnapshotNote, { titles, votes, language, timeZone }: Telling, formerly: string | null = null): ReportNote {
  const texts = reportTexts(language);
  const { action } = note;
  const votesByRound = votes.ofNote(note);
  return {
    id: note.id,
    text: legible(note.text),
    color: note.color,
    author: note.authorName === null ? null : legible(note.authorName),
    site: note.siteName === null ? null : legible(note.siteName),
    saidInRoom: note.saidInRoom,
    createdAt: note.createdAt,
    changedAt: note.changedAt,
    votes: lastVotes(votesByRound),
    votesByRound,
    language: note.language,
    group: titles.get(groupOf(note) ?? '') ?? null,
    position: inColumn(note.placement) ? null : { x: note.placement.x, y: note.placement.y },
    formerly,
    late: note.late,
    comments: note.comments.map((comment) => ({
      text: legible(comment.text),
      author: comment.authorName === null ? null : legible(comment.authorName),
      site: comment.siteName === null ? null : legible(comment.siteName),
      createdAt: comment.createdAt,
      moment: formatMoment(comment.createdAt, language, timeZone),
    })),
    reactions: note.reactions.map(({ kind, names }) => ({ kind, emoji: REACTION_EMOJI[kind], meaning: texts.reactions[kind], names: names.map(legible) })),
    action: action && {
      owner: action.owner === null ? null : legible(action.owner),
      due: action.due,
      day: action.due === null ? '' : formatDay(Date.parse(action.due), language, 'UTC'),
      done: action.done,
    },
  };
}

function columnTitle({ kind, name }: SnapshotApproach['columns'][number], language: Language): string {
  return legible(name ?? '').trim() || reportTexts(language).columns[kind];
}

function formerColumn(
  note: SnapshotNote,
  content: SnapshotContent,
  approaches: readonly ReportApproach[],
  language: Language,
): string | null {
  if (!inColumn(note.placement)) return null;
  const { approach, column } = note.placement;
  const former = content.formerColumns.find((candidate) => candidate.approach === approach && candidate.column.id === column);
  if (former) return `${legible(textIn(former.titles, language) ?? approach)} · ${columnTitle(former.column, language)}`;
  const known = approaches.find((candidate) => candidate.id === approach);
  const kind = COLUMN_KINDS.find((candidate) => candidate === column);
  return legible(`${known?.title ?? approach} · ${kind ? reportTexts(language).columns[kind] : column}`);
}
