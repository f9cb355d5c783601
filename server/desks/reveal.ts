import { deskNotes, revealNotes } from '../../shared/desk/reveal.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { allowedNow, currentStep, isCollectingOver } from '../../shared/stage/agenda.ts';
import { countReveal, tellWaiting } from '../../shared/stage/desks.ts';
import { readStage, type Stage } from '../../shared/stage/document.ts';
import { keepWithin } from '../history/moments.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { deskRooms, desksInUse, type DeskRoom } from './desks.ts';

/**
 * Moves everybody's private notes to the board, also of those who are not here: the desks are empty
 * and the board is full in one transaction. What the board said before is kept.
 * @param participant the facilitator who asks for it
 * @returns how many notes there were
 * @throws Refusal 'no-room-for-all' when the board would grow beyond its limit, 'not-saved'; no note has moved then
 */
export function revealAll(storage: Storage, relay: Relay, board: string, participant: string): number {
  let desks: DeskRoom[] = [];
  const rooms = () => [{ board, kind: 'board' } as const, { board, kind: 'stage' } as const, ...(desks = deskRooms(storage, board))];
  return moveTogether(relay, rooms, ([boardDoc, stageDoc, ...docs]) => {
    const stage = readStage(stageDoc!);
    const asked = { seed: board, reveals: stage.desks.reveals, at: Date.now(), anonymous: stage.meta?.anonymous ?? false };
    const inUse = desksInUse(desks, docs, stage);
    if (inUse.some(({ doc }) => deskNotes(doc).length > 0)) keepWithin(storage, board, { boardDoc: boardDoc!, stageDoc: stageDoc! }, { cause: 'reveal', participant });
    const revealed = revealNotes(boardDoc!, inUse, asked);
    countReveal(stageDoc!);
    tellWaiting(stageDoc!, {});
    return revealed.length;
  });
}

/**
 * Moves notes of one's own from one's desk to the board, once people write on the board again.
 * @param only their ids; those that are not on the desk are passed over
 * @returns how many notes there were
 * @throws Refusal 'private-now', 'locked', 'read-only', 'collecting-over' or 'not-now' when one may not write on the
 *   board, 'no-room-for-all', 'not-saved'
 */
export function revealOwn(relay: Relay, board: string, { participant, role }: { participant: string; role: string }, only: readonly string[]): number {
  const rooms = () => [{ board, kind: 'board' } as const, { board, kind: 'stage' } as const, { board, kind: 'desk', owner: participant } as const];
  return moveTogether(relay, rooms, ([boardDoc, stageDoc, doc]) => {
    const stage = readStage(stageDoc!);
    const person = stage.participants.get(participant);
    if (!person || person.removed) throw new Refusal('not-allowed');
    if (role !== 'facilitator') requireBoardOpen(stage, participant);
    const asked = { seed: board, reveals: stage.desks.reveals, at: Date.now(), anonymous: stage.meta?.anonymous ?? false, only: new Set(only) };
    return revealNotes(boardDoc!, [{ owner: participant, site: person.site, doc: doc! }], asked).length;
  });
}

/** All of it or nothing; where the board has no room for it, in words that say what became of the notes. */
function moveTogether(relay: Relay, ...[rooms, work]: Parameters<typeof relay.changeTogether<number>>): number {
  try {
    return relay.changeTogether(rooms, work);
  } catch (error) {
    throw error instanceof Refusal && error.code === 'document-full' ? new Refusal('no-room-for-all') : error;
  }
}

function requireBoardOpen(stage: Stage, participant: string): void {
  if (allowedNow(stage, participant).notes === 'board') return;
  if (stage.locked) throw new Refusal('locked');
  if (stage.readers.has(participant)) throw new Refusal('read-only');
  if (isCollectingOver(stage)) throw new Refusal('collecting-over');
  throw new Refusal(currentStep(stage.agenda)?.allowed.notes === 'desk' ? 'private-now' : 'not-now');
}
