import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { forgetLongGone } from './awareness.ts';
import { closeWith, type Connection, type RelaySession } from './connection.ts';
import { isQuiet, rest, type RoomDocument } from './document.ts';
import type { RelayLimits } from './limits.ts';
import { breakSilence } from './presence.ts';
import { compact, type Rooms } from './room.ts';
import { closeHoarders } from './unfinished.ts';
import type { Work } from './work.ts';
import type { Writers } from './writers.ts';

export interface UpkeepParts {
  connections: ReadonlySet<Connection>;
  rooms: Rooms;
  storage: Storage;
  writers: Writers;
  work: Work;
  /** Why somebody who was let in may not stay, as time passes; `null` while they may. */
  outstayed(session: RelaySession): RefusalCode | null;
  limits: RelayLimits;
}

/** Starts what the relay does by itself from time to time. @returns how to stop it */
export function startUpkeep({ connections, rooms, storage, writers, work, outstayed, limits }: UpkeepParts): () => void {
  const ping = () => {
    for (const connection of connections) {
      if (!connection.alive) connection.ws.terminate();
      connection.alive = false;
      connection.ws.ping(undefined, undefined, () => {});
    }
  };

  const upkeep = () => {
    for (const room of rooms.all()) {
      forgetLongGone(room.awareness);
      breakSilence(room, Date.now() + limits.upkeepEvery, limits.longestSilence);
      if (room.document) tend(room.key, room.document);
    }
    writers.save();
    work.forgetRested();
    closeHoarders(connections, limits);
    try {
      sendAwayOutstayed();
    } catch (error) {
      reportUnexpected('looking for connections whose time is over', error);
    }
  };

  const tend = (key: string, document: RoomDocument) => {
    if (document.compactSoon || document.rows > limits.compactAt) compact(storage, key, document);
    if (isQuiet(document, limits.restAfter, performance.now())) rest(document);
  };

  /** Asks once for all connections of a session. */
  const sendAwayOutstayed = () => {
    const asked = new Map<string, RefusalCode | null>();
    for (const connection of connections) {
      const { session } = connection;
      if (!asked.has(session.id)) asked.set(session.id, outstayed(session));
      const why = asked.get(session.id);
      if (why) closeWith(connection, why);
    }
  };

  const timers = [setInterval(ping, limits.pingEvery), setInterval(upkeep, limits.upkeepEvery)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
