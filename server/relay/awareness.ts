import { withoutDoings } from '../../shared/protocol/presence.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { Connection } from './connection.ts';
import { readAwareness, type AwarenessEntry } from './messages.ts';

/**
 * Who is in a room and what they are doing: the newest awareness state of each client, as JSON.
 *
 * A connection speaks for one client only, and `participant` and `role` of its state are the
 * server's own, so that nobody can appear as somebody else or make somebody disappear.
 */
export interface AwarenessTable {
  clients: Map<number, Client>;
  /** The clients whose state others have not been told yet. */
  changed: Set<number>;
}

interface Client {
  clock: number;
  /** JSON; `GONE` once the client has left. */
  state: string;
  /** The connection that speaks for it, `null` once that has closed. */
  speaker: Connection | null;
  /** Whose connection spoke for it last. */
  session: string;
  /** When its connection closed. */
  leftAt: number;
}

const GONE = 'null';

export function createAwarenessTable(): AwarenessTable {
  return { clients: new Map(), changed: new Set() };
}

/**
 * Takes in an awareness message.
 * @param mayUse whether the sender may speak as a client that nobody in the room speaks for
 * @param quiet whether others are not to be told what the sender is doing, only that they are there
 * @returns what to tell the sender alone
 * @throws Refusal 'bad-message', or 'too-large' for a state beyond the limit
 */
export function hearAwareness(
  table: AwarenessTable,
  from: Connection,
  content: Uint8Array,
  mayUse: (client: number) => boolean,
  quiet = false,
): AwarenessEntry[] {
  const answers: AwarenessEntry[] = [];
  const isItsOwn = (client: number) => speaksFor(table, from, client) && (from.awarenessClient !== null || mayUse(client));
  for (const entry of readAwareness(content, isItsOwn)) {
    const state = stampState(entry.state, from, quiet);
    // The message was read as a whole, before its first entry decided whom the sender speaks for.
    if (!speaksFor(table, from, entry.client)) continue;
    const known = table.clients.get(entry.client);
    if (state === GONE && known?.speaker !== from) continue;
    from.awarenessClient = entry.client;
    if (!known || isNewer(entry.clock, state, known)) {
      table.clients.set(entry.client, {
        clock: entry.clock,
        state,
        speaker: from,
        session: from.session.id,
        leftAt: 0,
      });
      table.changed.add(entry.client);
      continue;
    }
    known.speaker = from;
    // A client that comes back does not know that the others were told it had left, and would be
    // ignored by them. Told so itself, a client of y-protocols answers with a higher clock.
    if (known.state === GONE && state !== GONE) answers.push({ client: entry.client, clock: known.clock, state: GONE });
  }
  return answers;
}

/**
 * Whether a connection speaks for a client: the first one it claims, unless another speaks for it.
 * Somebody who reconnects takes over from their own older connection, which may not have noticed
 * yet that it is dead. An entry for anybody else is an echo, as stock clients send them.
 */
function speaksFor(table: AwarenessTable, connection: Connection, client: number): boolean {
  const known = table.clients.get(client);
  if (connection.awarenessClient !== null) {
    return connection.awarenessClient === client && known?.speaker === connection;
  }
  return !known || known.session === connection.session.id;
}

/** The rule of y-protocols: a higher clock, or the news at the same clock that the client has left. */
function isNewer(clock: number, state: string, known: Client): boolean {
  return clock > known.clock || (clock === known.clock && state === GONE && known.state !== GONE);
}

/** The state as others get it: with the server's word on who it is, and nothing at all of a viewer's own. */
function stampState(json: string, { limits, session }: Connection, quiet: boolean): string {
  if (json.length > limits.awarenessState) throw new Refusal('too-large');
  const state = parseJson(json);
  if (state === null) return GONE;
  if (typeof state !== 'object' || Array.isArray(state)) throw new Refusal('bad-message');
  const { participant, role } = session;
  if (role === 'viewer') return JSON.stringify({ participant: null, role });
  return JSON.stringify({ ...(quiet ? withoutDoings(state) : state), participant, role });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal('bad-message');
  }
}

/** Takes the client of a connection that has closed out of the room. */
export function leaveAwareness(table: AwarenessTable, connection: Connection): void {
  if (connection.awarenessClient === null) return;
  const client = table.clients.get(connection.awarenessClient);
  if (client?.speaker !== connection) return;
  client.speaker = null;
  client.leftAt = Date.now();
  if (client.state === GONE) return;
  client.clock += 1;
  client.state = GONE;
  table.changed.add(connection.awarenessClient);
}

/** The newest state of each client that changed since this was last asked. */
export function takeChanged(table: AwarenessTable): AwarenessEntry[] {
  const changed = [...table.changed].map((client) => toEntry(client, table.clients.get(client)!));
  table.changed.clear();
  return changed;
}

/** The states of all who are there. */
export function presentStates(table: AwarenessTable): AwarenessEntry[] {
  const present: AwarenessEntry[] = [];
  for (const [client, known] of table.clients) if (known.state !== GONE) present.push(toEntry(client, known));
  return present;
}

/**
 * Forgets clients that left a minute ago. Until then an echo of them could still arrive and be
 * taken for a newcomer; after that a client that returns has raised its clock by itself, as
 * y-protocols does every 15 seconds.
 */
export function forgetLongGone(table: AwarenessTable): void {
  const before = Date.now() - 60_000;
  for (const [client, known] of table.clients) {
    if (known.speaker === null && known.leftAt < before && !table.changed.has(client)) table.clients.delete(client);
  }
}

function toEntry(client: number, known: Client): AwarenessEntry {
  return { client, clock: known.clock, state: known.state };
}
