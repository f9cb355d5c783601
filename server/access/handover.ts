import { Refusal } from '../../shared/protocol/refusals.ts';
import { readStage } from '../../shared/stage/document.ts';
import type { Relay, Visitor } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { changeRole } from './people.ts';

export interface HandoverTimes {
  /** Milliseconds without a facilitator after which somebody else becomes one; 0 for never. */
  after: number;
  /** Milliseconds between two looks. */
  every: number;
}

/** Who has been on a board, and since when without a break. */
interface Watched {
  led: number;
  since: Map<string, { since: number; seen: number }>;
}

/** A reload or a short loss of the line is no break: milliseconds. */
const BREAK = 60_000;

/**
 * While an agenda runs and no facilitator has been on the board for a while, makes the participant
 * a facilitator who has been there longest, so that a workshop does not end with somebody's line.
 * Whoever led before still may when they are back.
 * @returns how to stop
 */
export function startHandover(storage: Storage, relay: Relay, { after, every }: HandoverTimes): () => void {
  if (after === 0) return () => {};
  const boards = new Map<string, Watched>();

  const look = () => {
    const now = Date.now();
    const visitors = new Map<string, Visitor[]>();
    for (const visitor of relay.visitors()) visitors.set(visitor.board, [...(visitors.get(visitor.board) ?? []), visitor]);
    for (const board of boards.keys()) if (!visitors.has(board)) boards.delete(board);
    for (const [board, here] of visitors) {
      const watched = boards.get(board) ?? { led: now, since: new Map() };
      boards.set(board, watched);
      note(watched, here, now);
      if (now - watched.led >= after) handOver(board, watched);
    }
  };

  const handOver = (board: string, watched: Watched) => {
    const { agenda, readers } = relay.read({ board, kind: 'stage' }, readStage);
    if (agenda.current === null) return;
    const longest = [...watched.since].filter(([id]) => !readers.has(id)).sort(([, a], [, b]) => a.since - b.since)[0];
    if (!longest) return;
    // Asked again only after as long, whatever comes of it.
    watched.led = Date.now();
    try {
      changeRole(storage, relay, { board, participant: longest[0], role: 'facilitator' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };

  const timer = setInterval(() => {
    try {
      look();
    } catch (error) {
      reportUnexpected('looking for boards that nobody leads', error);
    }
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

function note(watched: Watched, here: readonly Visitor[], now: number): void {
  if (here.some(({ role }) => role === 'facilitator')) watched.led = now;
  for (const { participant, role } of here) {
    if (participant === null || role !== 'participant') continue;
    const known = watched.since.get(participant);
    watched.since.set(participant, { since: known?.since ?? now, seen: now });
  }
  for (const [participant, { seen }] of watched.since) if (now - seen > BREAK) watched.since.delete(participant);
  // Who has become a facilitator waits no longer.
  for (const { participant, role } of here) if (role === 'facilitator' && participant !== null) watched.since.delete(participant);
}
