import type * as Y from 'yjs';
import { disownNotes } from '../../shared/board/index.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { Observer } from '../observe/observer.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { countTold, waitsFor } from './bustle.ts';
import { watchForClearing, type Clearing } from './clearing.ts';
import { closeWith, send, sendFrames, sendToAll, type Connection } from './connection.ts';
import { applyUpdate, changeDocument, changeDocuments, docOf, fits, fullState, hasRoom, letGo, loadDocument, missingUpdate } from './document.ts';
import { frameOf } from './frames.ts';
import type { RelayLimits } from './limits.ts';
import { isEmptyUpdate, writeSaved, writeStep2, writeUpdate, type UpdateMessage } from './messages.ts';
import { meets, newWriters, type Requirements } from './requirements.ts';
import { keepOnlyTheState, type Room, type Rooms } from './room.ts';
import type { Work } from './work.ts';
import type { Writers } from './writers.ts';

/**
 * The order of things that the first promise rests on: what clients send is gathered for one turn
 * of the event loop, or a little longer where a room is busy, then applied, appended and committed
 * in one transaction for all rooms, and only then shown to anybody.
 */
export interface Commits {
  /** Takes in what a client that may write has changed. */
  submit(connection: Connection, message: UpdateMessage): void;
  /**
   * Answers a sync step 1 with a sync step 2, after all that was submitted before it is saved: to
   * the client that asks, the answer means that what it sent before is on disk.
   */
  ask(connection: Connection, stateVector: Uint8Array): void;
  /**
   * Lets the server change a document itself. What the work throws is passed on and undoes it.
   * @throws Refusal 'not-saved'
   */
  change(room: Room, work: (doc: Y.Doc) => void): void;
  /**
   * Lets the server change several documents at once: all of it is on disk before anybody sees any
   * of it, or nothing is. Of desks that have changed no earlier state is kept.
   * @param work given the documents of the rooms, in their order; throwing undoes everything
   * @throws Refusal 'document-full' where the board would grow beyond its limit, 'not-saved', and what the work throws
   */
  changeTogether(rooms: readonly Room[], work: (docs: Y.Doc[]) => void): void;
  /** Keeps of a room's log the state alone. @throws Refusal 'not-saved' */
  forgetHistory(room: Room): void;
  /** Saves and shows now what was submitted. */
  flush(): void;
  /** How many updates were submitted and are not saved yet. */
  queued(): number;
}

interface Submission {
  connection: Connection;
  update: Uint8Array;
  required: Requirements;
  /** Sent before the client had answered the server's sync step 1: what it lacks comes with the answer, and so does it. */
  early: boolean;
}

interface Question {
  connection: Connection;
  stateVector: Uint8Array;
}

/** What others in a room are to be told; `from` is left out. */
interface News {
  room: Room;
  update: Uint8Array;
  from: Connection | null;
}

/** News as they go over the wire. */
interface Framed {
  frame: Uint8Array;
  from: Connection | null;
}

/**
 * What an update that cannot be applied is charged, in milliseconds of work: all documents that were
 * changed with it are read from disk again.
 */
const COST_OF_BREAKING = 1_000;

/** An update that Yjs can decode but not apply. */
class Unappliable extends Error {
  readonly sender: Connection;

  constructor(sender: Connection, cause: unknown) {
    super('An update could not be applied.', { cause });
    this.sender = sender;
  }
}

export interface CommitParts {
  storage: Storage;
  rooms: Rooms;
  writers: Writers;
  work: Work;
  /** Told of each room whose document has changed on disk, after everybody in it was. */
  onSaved(room: Room): void;
  /** Told of a change that takes many notes off a board, in its transaction and before it is on disk. */
  onClearing(clearing: Clearing): void;
  limits: RelayLimits;
  observer: Observer;
}

export function createCommits({ storage, rooms, writers, work, onSaved, onClearing, limits, observer }: CommitParts): Commits {
  const submissions: Submission[] = [];
  const questions: Question[] = [];
  let soon: NodeJS.Immediate | null = null;
  let later: NodeJS.Timeout | null = null;

  const flush = () => {
    if (soon) clearImmediate(soon);
    if (later) clearTimeout(later);
    soon = later = null;
    const batch = submissions.splice(0);
    const news = save(batch);
    tellRooms(news);
    tellSenders(batch);
    for (const room of new Set(news.map(({ room }) => room))) onSaved(room);
    for (const question of questions.splice(0)) answer(question);
  };
  const schedule = (wait: number) => {
    if (wait === 0) soon ??= setImmediate(flush);
    else later ??= setTimeout(flush, wait);
  };

  /** Saves all submissions, or none when the disk refuses; returns what others are to be told. */
  const save = (batch: Submission[]): News[] => {
    let rest = batch;
    while (rest.length > 0) {
      try {
        const current = rest;
        const startedAt = performance.now();
        const news = storage.transaction(() => current.flatMap(applyAndAppend));
        observer.updatesCommitted(current.length, performance.now() - startedAt);
        return news;
      } catch (error) {
        const affected = new Set(rest.map((submission) => submission.connection.room));
        // What was applied is in memory but not on disk: the next reader loads it from there again.
        for (const room of affected) forgetDocument(room);
        if (!(error instanceof Unappliable)) {
          sendAway(rest, error);
          return [];
        }
        closeWith(error.sender, 'bad-message');
        work.charge(error.sender.session.id, COST_OF_BREAKING);
        rest = rest.filter((submission) => submission.connection !== error.sender);
      }
    }
    return [];
  };

  const applyAndAppend = ({ connection, update, required, early }: Submission): News[] => {
    // What a stock client with nothing new answers to a sync step 1.
    if (isEmptyUpdate(update)) return [];
    const { room } = connection;
    const document = rooms.documentOf(room);
    if (!meets(docOf(document), required)) {
      if (!early) closeWith(connection, 'bad-message');
      return [];
    }
    const { participant } = connection.session;
    const authors = newWriters(docOf(document), required);
    if (!authors.every((client) => writers.mayUse(room, client, participant))) {
      closeWith(connection, 'not-yours');
      return [];
    }
    const { limits } = connection;
    if (!hasRoom(document, update, room.name.kind === 'desk' ? limits.desk : limits.document)) {
      closeWith(connection, 'document-full');
      return [];
    }
    const tells = writers.tells(room, update, participant);
    const taken = watchForClearing(room.name, docOf(document), required);
    const added = applyOf(connection, update, tells ? disownNotes : undefined);
    if (!added) return [];
    const notes = taken?.() ?? 0;
    // On disk stands still what the board said before.
    if (notes > 0) onClearing({ board: room.name.board, notes, participant, stateBefore: () => fullState(loadDocument(storage.loadUpdates(room.key), () => {})) });
    writers.wrote(room, authors, participant);
    append(room, added);
    // Its sender, too, is to have it without their name.
    return [{ room, update: added, from: tells ? null : connection }];
  };

  const applyOf = (connection: Connection, update: Uint8Array, amend?: (doc: Y.Doc) => void) => {
    const document = rooms.documentOf(connection.room);
    const startedAt = performance.now();
    try {
      return applyUpdate(document, update, amend);
    } catch (error) {
      throw new Unappliable(connection, error);
    } finally {
      work.charge(connection.session.id, performance.now() - startedAt);
    }
  };

  const append = (room: Room, update: Uint8Array) => {
    const document = rooms.documentOf(room);
    document.lastSeq = storage.appendUpdate(room.key, update);
    document.rows += 1;
    document.bytes += update.length;
  };

  const answer = ({ connection, stateVector }: Question) => {
    if (!connection.open) return;
    try {
      const document = rooms.documentOf(connection.room);
      const startedAt = performance.now();
      const frame = writeStep2(missingUpdate(document, stateVector));
      work.charge(connection.session.id, performance.now() - startedAt);
      connection.slack = Math.max(connection.slack, frame.length);
      send(connection, frame);
    } catch (error) {
      reportUnexpected(`answering a sync request in ${connection.room.key}`, error);
      closeWith(connection, 'server-error');
    }
  };

  return {
    submit(connection, { update, required }) {
      submissions.push({ connection, update, required, early: !connection.answered });
      schedule(waitsFor(connection.room.bustle, performance.now(), limits));
    },
    ask(connection, stateVector) {
      questions.push({ connection, stateVector });
      schedule(0);
    },
    change(room, work) {
      try {
        const update = storage.transaction(() => {
          const added = changeDocument(rooms.documentOf(room), work);
          if (added) append(room, added);
          return added;
        });
        if (update) {
          tellRooms([{ room, update, from: null }]);
          onSaved(room);
        }
      } catch (error) {
        forgetDocument(room);
        throw error;
      }
    },
    changeTogether(together, work) {
      try {
        const news = storage.transaction(() => {
          const updates = changeDocuments(together.map((room) => rooms.documentOf(room)), work);
          return together.flatMap((room, index): News[] => {
            const update = updates[index];
            if (!update) return [];
            if (room.name.kind === 'board' && !fits(rooms.documentOf(room), update, limits.document)) throw new Refusal('document-full');
            append(room, update);
            // What was on a desk is on it no more, in no row either.
            if (room.name.kind === 'desk') keepOnlyTheState(storage, room.key, rooms.documentOf(room));
            return [{ room, update, from: null }];
          });
        });
        tellRooms(news);
        for (const { room } of news) onSaved(room);
      } catch (error) {
        for (const room of together) forgetDocument(room);
        throw error;
      }
    },
    forgetHistory(room) {
      flush();
      storage.transaction(() => keepOnlyTheState(storage, room.key, rooms.documentOf(room)));
    },
    flush,
    queued: () => submissions.length,
  };
}

function forgetDocument(room: Room): void {
  if (room.document) letGo(room.document);
  room.document = null;
}

/**
 * Sends those away whose changes could not be saved, to come back soon. Their clients then offer
 * the changes again, so that nothing is lost as long as they are there. Those who only read stay.
 */
function sendAway(batch: readonly Submission[], error: unknown): void {
  if (!(error instanceof Refusal)) reportUnexpected('saving changes', error);
  for (const { connection } of batch) closeWith(connection, 'not-saved');
}

/** Tells those who want to know how much of theirs is on disk. Whose changes were refused has been closed. */
function tellSenders(batch: readonly Submission[]): void {
  const senders = new Set<Connection>();
  for (const { connection } of batch) {
    connection.saved += 1;
    if (connection.tellSaved) senders.add(connection);
  }
  for (const connection of senders) send(connection, writeSaved(connection.saved));
}

function tellRooms(news: readonly News[]): void {
  const byRoom = new Map<Room, Framed[]>();
  for (const { room, update, from } of news) {
    const frames = byRoom.get(room) ?? [];
    byRoom.set(room, frames);
    frames.push({ frame: frameOf(writeUpdate(update)), from });
  }
  for (const [room, frames] of byRoom) {
    const writers = new Set(frames.map(({ from }) => from));
    const onlookers = without(room.connections, writers);
    countTold(room.bustle, onlookers.length, performance.now());
    sendToAll(onlookers, joined(frames));
    for (const writer of writers) {
      const others = frames.filter(({ from }) => from !== writer);
      if (writer && others.length > 0) sendFrames(writer, joined(others));
    }
  }
}

function without(connections: ReadonlySet<Connection>, writers: ReadonlySet<Connection | null>): Connection[] {
  const onlookers: Connection[] = [];
  for (const connection of connections) if (!writers.has(connection)) onlookers.push(connection);
  return onlookers;
}

/** Several frames go out with one write. */
function joined(messages: readonly Framed[]): Uint8Array {
  return messages.length === 1 ? messages[0]!.frame : Buffer.concat(messages.map(({ frame }) => frame));
}
