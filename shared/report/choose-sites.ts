import { inColumn } from '../board/schema.ts';
import type { SnapshotContent, SnapshotNote } from './content.ts';
import { roundsOfSites } from './rounds.ts';

/** The sites that notes of a snapshot come from or people joined from, by name; '' stands for no site and comes last. */
export function sitesIn({ notes, participants, sites }: Pick<SnapshotContent, 'notes' | 'participants' | 'sites'>): string[] {
  const used = new Set([...notes, ...participants].map(({ siteName }) => siteName ?? ''));
  const names = new Set([...sites.map(({ name }) => name), ...used].filter((name) => used.has(name)));
  return [...[...names].filter((name) => name !== '').sort(new Intl.Collator('en').compare), ...(names.has('') ? [''] : [])];
}

/**
 * Leaves out all that comes from some sites: notes, comments, votes, people and their reactions. What a
 * quick question came to is told as it is, since nobody knows whose answers those were.
 * @param names of sites, '' for those without one
 */
export function withoutSites(content: SnapshotContent, names: readonly string[]): SnapshotContent {
  if (names.length === 0) return content;
  const gone = new Set(names);
  const isTold = (site: string | null) => !gone.has(site ?? '');
  const participants = content.participants.filter(({ siteName }) => isTold(siteName));
  const stays = new Set(participants.map(({ name }) => name));
  const left = new Set(content.participants.map(({ name }) => name).filter((name) => !stays.has(name)));
  const notes = content.notes.filter(({ siteName }) => isTold(siteName)).map((note) => withoutTalk(note, isTold, left));
  const [had, has] = [content.notes, notes].map((some) => new Set(some.flatMap(({ placement }) => (inColumn(placement) ? (placement.group ?? []) : []))));
  return {
    ...content,
    notes,
    participants,
    groups: content.groups.filter(({ id }) => !had!.has(id) || has!.has(id)),
    sites: content.sites.filter(({ name }) => isTold(name)),
    rounds: roundsOfSites(content.rounds, isTold),
  };
}

function withoutTalk(note: SnapshotNote, isTold: (site: string | null) => boolean, left: ReadonlySet<string>): SnapshotNote {
  return {
    ...note,
    comments: note.comments.filter(({ siteName }) => isTold(siteName)),
    reactions: note.reactions.map(({ kind, names }) => ({ kind, names: names.filter((name) => !left.has(name)) })).filter(({ names }) => names.length > 0),
  };
}

/** What one site wrote and how it voted, as a reader asks for it. @param site its name, '' for people without one */
export function onlySite(content: SnapshotContent, site: string): SnapshotContent {
  const told = withoutSites(content, sitesIn(content).filter((name) => name !== site));
  return { ...told, onlySite: site };
}
