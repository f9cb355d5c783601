import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { SAVED_MESSAGE } from '../../shared/protocol/saved.ts';
import { NO_REQUIREMENTS, requirementsOf, type Requirements } from './requirements.ts';

/**
 * The wire of the stock y-websocket provider (version 3): each WebSocket message is a message type,
 * then its content. Sync messages are those of y-protocols/sync, awareness messages those of
 * y-protocols/awareness, `auth` that of y-protocols/auth.
 */
const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;
const SYNC = { step1: 0, step2: 1, update: 2 } as const;
const PERMISSION_DENIED = 0;

/** Stock clients send back every entry they are sent, so as many as a room may have connections, and some. */
const ENTRIES_LIMIT = 4_000;

/** One client's entry of an awareness message. `state` is JSON, 'null' when the client has left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: string;
}

/** A change of a client. */
export interface UpdateMessage {
  type: 'update';
  update: Uint8Array;
  /** What it builds on. */
  required: Requirements;
  /** Whether it is a sync step 2: all that the client has and the server had not. */
  answer: boolean;
}

export type Incoming =
  | { type: 'step1'; stateVector: Uint8Array }
  | UpdateMessage
  | { type: 'awareness'; content: Uint8Array }
  | { type: 'queryAwareness' };

/**
 * Reads one message of a client. An update has been decoded once, so that what is not one goes no
 * further than here. A sync step 2 is an update: it is what the client has and the server had not.
 * @param mayWrite whether changes are read at all; those of others are refused unread
 * @throws Refusal 'bad-message' for anything that is not a message of the protocol
 */
export function readMessage(data: Uint8Array, mayWrite: boolean): Incoming {
  try {
    const decoder = decoding.createDecoder(data);
    const message = readBody(decoder, mayWrite);
    if (decoding.hasContent(decoder)) throw new Error('bytes after the message');
    return message;
  } catch {
    throw new Refusal('bad-message');
  }
}

/** Whether a message is about a document. */
export function isSync(data: Uint8Array): boolean {
  return data[0] === MESSAGE.sync;
}

/** Whether a message is the answer to a sync step 1. */
export function isAnswer(data: Uint8Array): boolean {
  return isSync(data) && data[1] === SYNC.step2;
}

function readBody(decoder: decoding.Decoder, mayWrite: boolean): Incoming {
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.sync) return readSync(decoder, mayWrite);
  if (type === MESSAGE.awareness) return { type: 'awareness', content: decoding.readVarUint8Array(decoder) };
  if (type === MESSAGE.queryAwareness) return { type: 'queryAwareness' };
  throw new Error('not a message a client sends');
}

/** What a varint says, of which lib0 also makes infinity or no number at all. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (!Number.isSafeInteger(count)) throw new Error('a number that is none');
  return count;
}

function readSync(decoder: decoding.Decoder, mayWrite: boolean): Incoming {
  const type = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  if (type === SYNC.step1) {
    for (const clock of Y.decodeStateVector(content).values()) if (!Number.isSafeInteger(clock)) throw new Error('a clock that is none');
    return { type: 'step1', stateVector: content };
  }
  if (type !== SYNC.step2 && type !== SYNC.update) throw new Error('not a sync message');
  const required = mayWrite ? requirementsOf(Y.decodeUpdate(content)) : NO_REQUIREMENTS;
  return { type: 'update', update: content, required, answer: type === SYNC.step2 };
}

/**
 * Reads the entries of an awareness message that are wanted. The others are passed over undecoded:
 * stock clients send back every entry they are sent, so that most of what arrives is of no interest.
 * @throws Refusal 'bad-message' when the content is malformed
 */
export function readAwareness(content: Uint8Array, wanted: (client: number) => boolean): AwarenessEntry[] {
  try {
    const decoder = decoding.createDecoder(content);
    const entries: AwarenessEntry[] = [];
    const count = readCount(decoder);
    if (count > ENTRIES_LIMIT) throw new Error('more entries than a room has people');
    for (let left = count; left > 0; left -= 1) {
      const client = readCount(decoder);
      const clock = readCount(decoder);
      if (wanted(client)) entries.push({ client, clock, state: decoding.readVarString(decoder) });
      else skipString(decoder);
    }
    if (decoding.hasContent(decoder)) throw new Error('bytes after the entries');
    return entries;
  } catch {
    throw new Refusal('bad-message');
  }
}

function skipString(decoder: decoding.Decoder): void {
  const length = readCount(decoder);
  if (decoder.pos + length > decoder.arr.length) throw new Error('a string beyond the end');
  decoder.pos += length;
}

/** An update of version 1 that holds neither structs nor deletions. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** Asks a client for what the server has not. */
export function writeStep1(stateVector: Uint8Array): Uint8Array {
  return writeSync(SYNC.step1, stateVector);
}

/** Answers a client's sync step 1; with it, the client counts as synced. */
export function writeStep2(update: Uint8Array): Uint8Array {
  return writeSync(SYNC.step2, update);
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return writeSync(SYNC.update, update);
}

function writeSync(type: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, content);
  });
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.client);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.state);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, content);
  });
}

/** Tells a client how many of its changes are on disk; see `shared/protocol/saved.ts`. */
export function writeSaved(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SAVED_MESSAGE);
    encoding.writeVarUint(encoder, count);
  });
}

export function writePermissionDenied(reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth);
    encoding.writeVarUint(encoder, PERMISSION_DENIED);
    encoding.writeVarString(encoder, reason);
  });
}
