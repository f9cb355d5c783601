import type * as Y from 'yjs';
import { changeStage } from './change.ts';
import type { Stage } from './document.ts';
import { isMember, stageTypes } from './records.ts';

/** Scribes: participants who write and vote for a room of people at their site. */

/** Makes a participant a scribe, or one among others again. Facilitators call it, and the server when somebody joins. */
export function setScribe(doc: Y.Doc, participant: string, writesForRoom: boolean): void {
  changeStage(doc, () => {
    const { scribes } = stageTypes(doc);
    if (writesForRoom) scribes.set(participant, true);
    else scribes.delete(participant);
  });
}

/** The participants who write for a room. */
export function readScribes(doc: Y.Doc): ReadonlySet<string> {
  return new Set([...stageTypes(doc).scribes].flatMap(([participant, writes]) => (writes === true ? [participant] : [])));
}

/**
 * For how many people somebody speaks, as in a vote: for one; a scribe for all of their site's
 * headcount but those who joined from there themselves, so that nobody counts twice. Several
 * scribes of a site share its room, those who joined first the rest that cannot be shared evenly.
 * @returns 0 for who is not on the board, was removed, or only reads
 */
export function weightOf(stage: Pick<Stage, 'participants' | 'sites' | 'scribes' | 'readers'>, participant: string): number {
  const person = stage.participants.get(participant);
  if (!person || !isMember(person) || person.role === 'viewer' || stage.readers.has(participant)) return 0;
  if (!stage.scribes.has(participant)) return 1;
  const there = [...stage.participants.values()].filter((other) => other.site === person.site && isMember(other));
  const scribes = there
    .filter(({ id }) => stage.scribes.has(id))
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const room = (stage.sites.get(person.site)?.headcount ?? 0) - (there.length - scribes.length);
  const share = Math.floor(room / scribes.length);
  const rest = room - share * scribes.length;
  return Math.max(1, share + (scribes.findIndex(({ id }) => id === participant) < rest ? 1 : 0));
}
