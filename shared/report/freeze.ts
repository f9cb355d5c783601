import type * as Y from 'yjs';
import {
  inColumn,
  knownReactions,
  limitComment,
  limitText,
  readDrawings,
  readGroups,
  readNotes,
  type ColumnPlacement,
  type FreePlacement,
  type Group,
  type Note,
} from '../board/index.ts';
import { columnKey, layOut, type BoardLayout } from '../board/layout.ts';
import { LANGUAGES } from '../languages.ts';
import { readStage, type Stage, type StageApproach, type StageColumn, type StageParticipant, type StagePrompt } from '../stage/document.ts';
import { approachTexts, promptText } from '../stage/texts.ts';
import { SNAPSHOT_SCHEMA_VERSION, type SnapshotContent, type SnapshotNote } from './content.ts';
import { freezePolls } from './polls.ts';
import { freezeRounds } from './rounds.ts';
import { frozenDrawings } from './freeze-drawings.ts';

/** What is said of a snapshot beside what is in it. `savedAt` in milliseconds since 1970. */
export interface AboutSnapshot {
  id: string;
  title: string;
  remark?: string;
  savedAt: number;
  savedBy: string;
}

/**
 * The dated state of a board as plain values that later changes of the documents do not reach.
 * Every readable note is in it exactly once, the beginning of it if it is longer than a note may be.
 * Never throws because of what the documents hold.
 */
export function freezeBoard(boardDoc: Y.Doc, stageDoc: Y.Doc, about: AboutSnapshot): SnapshotContent {
  const stage = readStage(stageDoc);
  const { notes, unreadable } = readNotes(boardDoc);
  const groups = [...readGroups(boardDoc).values()];
  const layout = layOut(stage.approaches, notes, groups);
  const drawings = readDrawings(boardDoc);
  const keptDrawings = frozenDrawings(drawings);
  return {
    schema: SNAPSHOT_SCHEMA_VERSION,
    snapshot: { id: about.id, title: about.title, remark: about.remark ?? '', savedAt: about.savedAt, savedBy: about.savedBy },
    board: stage.meta && {
      title: stage.meta.title,
      workshop: stage.meta.workshop,
      template: stage.meta.template,
      templateVersion: stage.meta.templateVersion,
      language: stage.meta.language,
      createdAt: stage.meta.createdAt,
    },
    approaches: stage.approaches.map(frozenApproach),
    formerColumns: formerColumns(stage, [...notes, ...groups]),
    notes: inReadingOrder(layout, notes).map(({ note, where }) => frozenNote(note, where, stage)),
    groups: groupsInReadingOrder(layout, groups).map(({ id, title, placement }) => ({ id, title, placement: { ...placement } })),
    sites: [...stage.sites.values()].map(({ id, name, country, language, headcount }) => ({ id, name, country, language, headcount })).sort((a, b) => compare(a.name, b.name)),
    participants: [...stage.participants.values()].filter(stays).sort(facilitatorsFirst).map((person) => ({
      id: person.id,
      name: person.name,
      siteName: siteName(person, stage),
      role: person.role,
      language: person.language,
      joinedAt: person.joinedAt,
    })),
    drawings: keptDrawings,
    rounds: freezeRounds(stage),
    polls: freezePolls(stageDoc),
    unreadable: unreadable.length + notes.reduce((sum, note) => sum + note.unreadableComments, 0) + (drawings.length - keptDrawings.length),
    undisclosed: Object.values(stage.desks.waiting).reduce((sum, notes) => sum + notes, 0),
    edited: null,
    cut: notes.filter(({ text }) => limitText(text) !== text).length,
  };
}

/** Who was removed is only a name on notes. */
function stays({ removed }: StageParticipant): boolean {
  return !removed;
}

function frozenApproach(approach: StageApproach): SnapshotContent['approaches'][number] {
  return {
    id: approach.id,
    template: approach.template,
    order: approach.order,
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, approachTexts(approach, language)])),
    columns: approach.columns.map(frozenColumn),
    prompts: approach.prompts.map((prompt) => ({ id: prompt.id, column: prompt.column, texts: promptTexts(prompt) })),
    materials: [...approach.materials],
  };
}

function frozenColumn({ id, kind, name }: StageColumn): SnapshotContent['approaches'][number]['columns'][number] {
  return { id, kind, ...(name !== undefined && { name }) };
}

/** What the columns are called that something is still in, though they have been removed. */
function formerColumns({ approaches, removed }: Stage, placed: readonly Pick<Note, 'placement'>[]): SnapshotContent['formerColumns'] {
  const used = new Set(placed.map(({ placement }) => inColumn(placement) && columnKey(placement.approach, placement.column)));
  const gone = [
    ...removed.approaches.flatMap((approach) => approach.columns.map((column) => ({ approach, column }))),
    ...removed.columns.flatMap(({ approach: id, column }) => {
      const approach = [...approaches, ...removed.approaches].find((candidate) => candidate.id === id);
      return approach ? [{ approach, column }] : [];
    }),
  ];
  return gone
    .filter(({ approach, column }) => used.has(columnKey(approach.id, column.id)))
    .map(({ approach, column }) => ({
      approach: approach.id,
      titles: Object.fromEntries(LANGUAGES.map((language) => [language, approachTexts(approach, language).title])),
      column: frozenColumn(column),
    }));
}

function promptTexts(prompt: StagePrompt): Record<string, string> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = promptText(prompt, language);
      return text ? [[language, text]] : [];
    }),
  );
}

function frozenNote(note: Note, where: SnapshotNote['where'], stage: Stage): SnapshotNote {
  const author = note.author === null ? undefined : stage.participants.get(note.author);
  return {
    id: note.id,
    text: frozenText(note.text, limitText),
    color: note.color,
    author: note.author,
    authorName: author?.name ?? null,
    siteName: author ? siteName(author, stage) : null,
    saidInRoom: note.saidInRoom === true,
    createdAt: note.createdAt,
    changedAt: note.changedAt ?? null,
    language: note.language,
    placement: { ...note.placement },
    where,
    late: note.late ?? false,
    ...frozenTalk(note, stage),
  };
}

/** What people said about a note and mean to do about it, with their names as they are now. */
function frozenTalk(note: Note, stage: Stage): Pick<SnapshotNote, 'comments' | 'reactions' | 'action'> {
  const { participants } = stage;
  const named = (id: string) => participants.get(id)?.name ?? null;
  return {
    comments: note.comments.map((comment) => {
      const author = participants.get(comment.author ?? '');
      return {
        text: frozenText(comment.text, limitComment),
        authorName: author?.name ?? null,
        siteName: author ? siteName(author, stage) : null,
        createdAt: comment.createdAt,
      };
    }),
    reactions: knownReactions(note.reactions, participants).map(({ kind, participants: ids }) => ({ kind, names: ids.flatMap((id) => named(id) ?? []).sort(compare) })),
    action: note.action && {
      owner: note.action.owner && ('name' in note.action.owner ? note.action.owner.name : named(note.action.owner.participant)),
      due: note.action.due,
      done: note.action.done,
    },
  };
}

/** Our clients keep to the limit; the document, which any client writes to, has none. */
function frozenText(text: string, limit: (text: string) => string): string {
  const kept = limit(text);
  return kept === text ? text : `${kept}…`;
}

function siteName(person: StageParticipant, stage: Stage): string | null {
  return stage.sites.get(person.site)?.name ?? null;
}

/** Column by column as the board is read, then free notes row by row, then those whose column is gone. */
function inReadingOrder(layout: BoardLayout, notes: readonly Note[]): { note: Note; where: SnapshotNote['where'] }[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const columns = layout.approaches.flatMap((approach) => approach.columns.flatMap((column) => column.notes));
  const free = notes.filter((note): note is Note & { placement: FreePlacement } => !inColumn(note.placement)).sort(downThenAcross);
  const aside = layout.aside.map((id) => byId.get(id)!).sort((a, b) => compare(formerColumn(a), formerColumn(b)));
  return [
    // Two columns that share an id would list their notes twice.
    ...[...new Set(columns)].map((id) => ({ note: byId.get(id)!, where: 'column' as const })),
    ...free.map((note) => ({ note, where: 'free' as const })),
    ...aside.map((note) => ({ note, where: 'aside' as const })),
  ];
}

/** Group by group as the board is read, then those whose column is gone. */
function groupsInReadingOrder(layout: BoardLayout, groups: readonly Group[]): Group[] {
  const ids = layout.approaches.flatMap((approach) => approach.columns.flatMap((column) => column.blocks.flatMap(({ group }) => group ?? [])));
  const rank = new Map(ids.map((id, index) => [id, index]));
  return [...groups].sort((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || compare(a.id, b.id));
}

function downThenAcross(a: { id: string; placement: FreePlacement }, b: { id: string; placement: FreePlacement }): number {
  return a.placement.y - b.placement.y || a.placement.x - b.placement.x || compare(a.id, b.id);
}

function formerColumn(note: Note): string {
  const { approach, column } = note.placement as ColumnPlacement;
  return columnKey(approach, column);
}

function facilitatorsFirst(a: StageParticipant, b: StageParticipant): number {
  return rank(a) - rank(b) || compare(a.name, b.name) || compare(a.id, b.id);
}

function rank(person: StageParticipant): number {
  return person.role === 'facilitator' ? 0 : 1;
}

/** By code unit, so that a board freezes the same everywhere, whatever the server's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
