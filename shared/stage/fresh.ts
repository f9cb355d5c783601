import type * as Y from 'yjs';
import { tellWaiting } from './desks.ts';
import { putParticipant } from './document.ts';
import { participantRecord, readAll, stageTypes } from './records.ts';
import { changeRound, NO_VOTES, readRounds } from './rounds.ts';
import { readCollectingUntil } from './collecting.ts';

/**
 * Makes the stage of a copy fit to begin with: what a workshop was in the middle of when it was
 * copied has nobody behind it there. Open rounds are cancelled, since their ballots lie on desks that
 * were not copied; nothing waits on desks; no step is now, no timer runs, nobody leads; the board is
 * unlocked. Those who took part stay for their names, but are not on this board.
 * @param now milliseconds since 1970; a date until which notes are collected stays while it is to come
 */
export function freshStage(doc: Y.Doc, now = Date.now()): void {
  const types = stageTypes(doc);
  doc.transact(() => {
    for (const { id, state } of readRounds(doc)) if (state === 'open') changeRound(doc, id, { state: 'cancelled', closedAt: now, tally: NO_VOTES });
    tellWaiting(doc, {});
    const collects = (readCollectingUntil(doc) ?? 0) > now;
    for (const key of types.now.keys()) if (!(collects && key === 'collectingUntil')) types.now.delete(key);
    if (types.meta.get('locked') !== undefined) types.meta.delete('locked');
    for (const who of [types.readers, types.scribes]) for (const key of who.keys()) who.delete(key);
    for (const person of readAll(types.participants, participantRecord, ({ id }) => id)) if (!person.earlier) putParticipant(doc, { ...person, earlier: true });
  });
}
