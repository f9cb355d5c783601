import { inColumn } from '../board/schema.ts';
import type { SnapshotContent, SnapshotNote } from './content.ts';
import { givenVotes, lastVotes } from './rounds.ts';

/** In which order notes stand in a column: as they lay, what is in groups first, or what has most votes first. */
export const REPORT_ORDERS = ['board', 'groups', 'response'] as const;

export type ReportOrder = (typeof REPORT_ORDERS)[number];

type Ordered = Pick<SnapshotContent, 'notes' | 'groups'>;

/**
 * Notes and groups in the order a report tells them. Notes change places only with others of their
 * column, and those of a group stay together. With 'response' the notes of the most votes come first,
 * of equal ones those with the most reactions and comments; a group counts with its own votes and
 * those of its notes, as on the board.
 */
export function ordered(content: Pick<SnapshotContent, 'notes' | 'groups' | 'rounds'>, order: ReportOrder): Ordered {
  const { notes, groups } = content;
  if (order === 'board') return { notes: [...notes], groups: [...groups] };
  const strength = order === 'response' ? strengthOf(content) : NO_STRENGTH;
  const columns = groupBy(notes, columnOf);
  return {
    notes: [...columns.values()].flatMap((ofColumn) => (ofColumn.length > 1 ? groupsFirst(ofColumn, strength) : ofColumn)),
    groups: [...groups].sort((a, b) => strength.ofGroup(b.id) - strength.ofGroup(a.id)),
  };
}

/** A number for comparing: more comes first. */
interface Strength {
  ofNote(note: SnapshotNote): number;
  ofGroup(id: string): number;
}

const NO_STRENGTH: Strength = { ofNote: () => 0, ofGroup: () => 0 };

function strengthOf({ notes, groups, rounds }: Pick<SnapshotContent, 'notes' | 'groups' | 'rounds'>): Strength {
  const given = givenVotes(rounds);
  // Votes decide; talk only between equal votes.
  const most = 1 + Math.max(0, ...notes.map(talkAbout));
  const votes = new Map(notes.map((note) => [note, lastVotes(given.ofNote(note)) ?? 0]));
  const ofNote = (note: SnapshotNote) => votes.get(note)! * most + talkAbout(note);
  const ofGroup = new Map(groups.map((group) => [group.id, (lastVotes(given.ofGroup(group)) ?? 0) * most]));
  for (const note of notes) {
    const group = groupOf(note);
    if (group !== undefined && ofGroup.has(group)) ofGroup.set(group, ofGroup.get(group)! + ofNote(note));
  }
  return { ofNote, ofGroup: (id) => ofGroup.get(id) ?? 0 };
}

function groupsFirst(notes: readonly SnapshotNote[], strength: Strength): SnapshotNote[] {
  const groups = groupBy(notes, (note) => groupOf(note) ?? null);
  const loose = groups.get(null) ?? [];
  groups.delete(null);
  const inOrder = [...groups].sort(([a], [b]) => strength.ofGroup(b!) - strength.ofGroup(a!)).map(([, ofGroup]) => ofGroup);
  return [...inOrder, loose].flatMap((some) => some.sort((a, b) => strength.ofNote(b) - strength.ofNote(a)));
}

/** Notes that are in no column stay where they are, each by itself. */
function columnOf({ id, placement, where }: SnapshotNote): string {
  return where === 'column' && inColumn(placement) ? JSON.stringify([placement.approach, placement.column]) : id;
}

function groupOf({ placement }: SnapshotNote): string | undefined {
  return inColumn(placement) ? placement.group : undefined;
}

/** How many have reacted to a note or commented on it. */
function talkAbout({ comments, reactions }: SnapshotNote): number {
  return comments.length + reactions.reduce((sum, { names }) => sum + names.length, 0);
}

/** `Map.groupBy`, which Node 20 has not. */
function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const known = groups.get(keyOf(one));
    if (known) known.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
