import { isCounted } from '../../shared/protocol/saved.ts';

/** Knows how many of the changes made on this page are not known to be on the server's disk. */
export interface SaveTracker {
  /** The WebSocket to give to the provider: it counts what is sent. */
  Socket: typeof WebSocket;
  /**
   * To be called for each change made here, before it is sent.
   * @param what names the one thing it changes; what changes that again is told as one with it, so
   *   that a sentence counts as one change and not as its letters
   */
  changed(what?: unknown): void;
  /** To be called when the server says how many messages of the connection in use are saved. */
  saved(count: number): void;
  /** Changes made here that wait, as people count them: 0 where, and only where, none does. */
  waiting(): number;
  /** Whether all that this browser had when the connection in use was opened is on the server's disk. */
  confirmed(): boolean;
}

/** What has gone out on one connection. */
interface Line {
  /** For each message that may carry changes, how many changes of this page it and those before it cover. */
  covers: number[];
  /** Which of them was the sync step 2; `null` before it. */
  synced: number | null;
  /** How many of them are saved. */
  saved: number;
}

const newLine = (): Line => ({ covers: [], synced: null, saved: 0 });

const SYNC_STEP_2 = 1;

/**
 * A connection begins by sending, as its sync step 2, all that the server has not; from then on each
 * change is a message of its own. So a message covers every change made before it was sent, once
 * the sync step 2 has gone out.
 */
export function createSaveTracker(onChange: () => void): SaveTracker {
  let changes = 0;
  let savedChanges = 0;
  /** For each change as people count them that may wait, the number of its last. */
  let told: number[] = [];
  let last: unknown;
  let isSameTurn = false;
  let current = newLine();

  class Socket extends WebSocket {
    readonly #line = newLine();

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      current = this.#line;
      onChange();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isCounted(data)) {
        const line = this.#line;
        if (data[1] === SYNC_STEP_2) line.synced ??= line.covers.length;
        line.covers.push(line.synced === null ? 0 : changes);
      }
      super.send(data);
    }
  }

  return {
    Socket,
    changed(what) {
      changes += 1;
      const isMore = isSameTurn || (what !== undefined && what === last);
      if (isMore && told.length > 0) told[told.length - 1] = changes;
      else told.push(changes);
      last = what;
      isSameTurn = true;
      queueMicrotask(() => {
        isSameTurn = false;
      });
      onChange();
    },
    saved(count) {
      current.saved = count;
      savedChanges = Math.max(savedChanges, current.covers[count - 1] ?? 0);
      told = told.filter((change) => change > savedChanges);
      onChange();
    },
    waiting: () => told.length,
    confirmed: () => current.synced !== null && current.saved > current.synced,
  };
}
