import { isAnonymousStage } from '../../shared/stage/anonymity.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { Clearing } from '../relay/clearing.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { docFrom } from './states.ts';
import { keepWithin } from './moments.ts';

/** Who clears a board in several goes means one clearing: milliseconds. */
const APART = 15_000;
/** Nobody fills the disk by clearing and putting back. */
const MOST_A_DAY = 50;
const DAY = 24 * 3_600_000;

/**
 * Keeps a board as it was before many notes are taken off it at once, by whoever and by whatever
 * program. Called within the transaction that takes them off, so that neither is without the other.
 */
export function keepBeforeClearing(storage: Storage, relay: Relay, { board, notes, participant, stateBefore }: Clearing, now = Date.now()): void {
  const lately = storage.listSnapshots(board).filter(({ cause, savedAt }) => cause === 'clearing' && now - savedAt < DAY);
  if (lately.length >= MOST_A_DAY || lately.some(({ savedAt }) => now - savedAt < APART)) return;
  const then = readBefore(relay, board, stateBefore);
  if (!then) return;
  const anonymous = isAnonymousStage(then.stageDoc);
  keepWithin(storage, board, then, { cause: 'clearing', title: String(notes), participant: anonymous ? null : participant });
}

/** `null` where it cannot be read, which is no reason to keep people from changing the board. */
function readBefore(relay: Relay, board: string, stateBefore: () => Uint8Array) {
  try {
    return { boardDoc: docFrom(stateBefore()), stageDoc: docFrom(relay.state({ board, kind: 'stage' })) };
  } catch (error) {
    reportUnexpected(`keeping board ${board} before it is cleared`, error);
    return null;
  }
}
