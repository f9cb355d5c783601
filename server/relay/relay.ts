import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { closeReason, Refusal, type RefusalCode } from '../../shared/protocol/refusals.ts';
import { mayRead, mayWrite, type Role } from '../../shared/protocol/roles.ts';
import { parseRoom, type RoomName } from '../../shared/protocol/rooms.ts';
import { allowedNow, currentStep, isCollectingOver, readRules } from '../../shared/stage/agenda.ts';
import { isAnonymousStage, markAnonymous } from '../../shared/stage/anonymity.ts';
import { isAnonymous } from '../desks/ledger.ts';
import type { Figures } from '../observe/metrics.ts';
import type { Observer, Visit } from '../observe/observer.ts';
import type { Storage } from '../storage/types.ts';
import { fullAllowance, spend } from './allowance.ts';
import { hearAwareness } from './awareness.ts';
import type { Clearing } from './clearing.ts';
import { createCommits } from './commits.ts';
import { closeSocket, closeWith, send, type Connection, type RelaySession } from './connection.ts';
import { docOf, fullState, stateVectorOf } from './document.ts';
import type { RelayLimits } from './limits.ts';
import { isAnswer, isEmptyUpdate, isSync, readMessage, type UpdateMessage, writeAwareness, writePermissionDenied, writeStep1 } from './messages.ts';
import { announceChanges, sayGoodbye, tellWhoIsThere } from './presence.ts';
import { createRemembered } from './remembered.ts';
import { createRooms, type Room } from './room.ts';
import { acceptSockets, refusalOf, type SocketRequest } from './sockets.ts';
import { startUpkeep } from './upkeep.ts';
import { createWork } from './work.ts';
import { createWriters } from './writers.ts';

/** Keeps documents in step between their readers and writers, and on disk. */
export interface Relay {
  /** Reads a document as it is on disk and on everybody's screen. The work must not change it. */
  read<T>(room: RoomName, work: (doc: Y.Doc) => T): T;
  /**
   * Changes a document on the server's behalf: saved, then shown to everybody in the room. Not
   * within a transaction of the storage.
   * @throws Refusal 'not-saved', and what the work throws; nothing has changed then
   */
  change<T>(room: RoomName, work: (doc: Y.Doc) => T): T;
  /** The encoded state of a document as it is on disk. */
  state(room: RoomName): Uint8Array;
  /**
   * Changes several documents at once, after all that has arrived by now: all of it is saved before
   * anybody sees any of it, or nothing is. Of desks that have changed no earlier state is kept.
   * @param rooms asked for once all that has arrived is saved
   * @param work given the documents in the order of the rooms
   * @throws Refusal 'document-full' where the board would grow beyond its limit, 'not-saved', and what the work throws;
   *   nothing has changed then
   */
  changeTogether<T>(rooms: () => readonly RoomName[], work: (docs: Y.Doc[]) => T): T;
  /**
   * Keeps of a document only what it is now: no row of its log, and no note of whose its clients are.
   * @throws Refusal 'not-saved'
   */
  forgetHistory(room: RoomName): void;
  /** Sends away everybody who came by these links. */
  closeLinks(links: readonly string[]): void;
  /** Sends away everybody who is here with these sessions. */
  closeSessions(ids: ReadonlySet<string>, why: RefusalCode): void;
  /** Sends away everybody who is on a board. */
  closeBoard(board: string, why: RefusalCode): void;
  /** Who has which board open now, once for each connection to its notes; the pages of projectors are none of them. */
  visitors(): Visitor[];
  /** What it holds at the moment. */
  figures(): Figures;
  /** Saves what has arrived, sends everybody away to come back soon, and lets go of all rooms. */
  close(): Promise<void>;
}

/** Somebody who has a board open. */
export interface Visitor {
  board: string;
  /** `null` for viewers. */
  participant: string | null;
  role: Role;
}

export interface RelayParts {
  server: Server;
  storage: Storage;
  /** Who it is that comes with a token. Throws a Refusal for those who may not enter. */
  authorise(board: string, token: string | null): RelaySession;
  /** Why somebody who was let in may not stay, as time passes; `null` while they may. */
  outstayed(session: RelaySession): RefusalCode | null;
  /** Where a request to open a WebSocket comes from. */
  addressOf(request: IncomingMessage): string;
  /** Told of each room whose document has changed on disk. */
  onChanged(room: RoomName): void;
  /** Told of a change that takes many notes off a board, in its transaction and before it is on disk. */
  onClearing(clearing: Clearing): void;
  limits: RelayLimits;
  observer: Observer;
}

/** RFC 6455 section 7.4.1 and its registry: the service is restarted, come again. */
const SERVICE_RESTART = 1012;
/** Milliseconds that connections have to close when the server does. */
const LAST_CALL = 1_000;

export function createRelay({ server, storage, authorise, outstayed, addressOf, onChanged, onClearing, limits, observer }: RelayParts): Relay {
  const rooms = createRooms(storage, limits.releaseAfter);
  const rules = createRemembered(rooms, 'stage', readRules);
  const anonymity = createRemembered(rooms, 'ledger', isAnonymous);
  const writers = createWriters(storage, anonymity.of);
  const work = createWork(limits);
  const connections = new Set<Connection>();

  const onSaved = (room: Room) => {
    const { name } = room;
    if (name.kind === 'ledger') anonymity.forget(name.board);
    onChanged(name);
    if (name.kind !== 'stage') return;
    rules.forget(name.board);
    // Facilitators write on the stage; that a board is anonymous is not theirs to take back.
    if (anonymity.of(name.board) && !isAnonymousStage(docOf(rooms.documentOf(room)))) commits.change(room, markAnonymous);
    for (const connection of connections) {
      if (connection.behind && connection.room.name.board === name.board && maySend(connection)) askForChanges(connection);
    }
  };
  const commits = createCommits({ storage, rooms, writers, work, onSaved, onClearing, limits, observer });

  const maySend = ({ session, room }: Connection) => {
    const asks = session.role === 'participant' && room.name.kind === 'board';
    return mayWrite(session, room.name, asks ? allowedNow(rules.of(room.name.board), session.participant).notes : 'board');
  };

  const open = (ws: WebSocket, socket: Socket, asked: SocketRequest) => {
    const name = parseRoom(asked.room);
    if (!name) throw new Refusal('bad-room');
    const session = authorise(name.board, asked.token);
    if (!mayRead(session, name)) throw new Refusal('not-allowed');
    requirePlace(name.board, asked.address);
    const room = rooms.open(name);
    const connection: Connection = {
      ws,
      socket,
      session,
      room,
      address: asked.address,
      allowance: fullAllowance(limits),
      behind: false,
      answered: false,
      limits,
      observer,
      tellSaved: asked.tellSaved,
      onScreen: asked.onScreen,
      saved: 0,
      awarenessClient: null,
      alive: true,
      open: true,
      heardBytes: socket.bytesRead,
      slack: 0,
    };
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (!connection.open) return;
      observer.messageHeard(data.length);
      connection.heardBytes = socket.bytesRead;
      try {
        const awaited = isAnswer(data) && !connection.answered && maySend(connection);
        // All that somebody wrote in a day offline comes as one message.
        spend(connection.allowance, awaited ? Math.min(data.length, limits.message) : data.length, limits);
        if (data.length > (awaited ? limits.document : limits.message)) throw new Refusal('too-large');
        if (!isBinary) throw new Refusal('bad-message');
        hear(connection, data);
      } catch (error) {
        closeWith(connection, refusalOf(error, `reading a message in ${room.key}`));
      }
    });
    ws.on('pong', () => {
      connection.alive = true;
    });
    ws.on('close', (code: number) => {
      observer.connectionClosed(visitOf(connection), code);
      leave(connection);
    });
    room.connections.add(connection);
    connections.add(connection);
    observer.connectionOpened(visitOf(connection));
    try {
      welcome(connection);
    } catch (error) {
      leave(connection);
      throw error;
    }
  };

  const welcome = (connection: Connection) => {
    // Whoever may not write is not asked for what the server lacks, or stock clients would offer it.
    if (maySend(connection)) askForChanges(connection);
    else connection.behind = true;
    tellWhoIsThere(connection);
  };

  const askForChanges = (connection: Connection) => {
    connection.behind = false;
    connection.answered = false;
    send(connection, writeStep1(stateVectorOf(rooms.documentOf(connection.room))));
  };

  const requirePlace = (board: string, address: string) => {
    let onBoard = 0;
    let fromAddress = 0;
    for (const connection of connections) {
      if (connection.room.name.board === board) onBoard += 1;
      if (connection.address === address) fromAddress += 1;
    }
    if (onBoard >= limits.connectionsPerBoard || fromAddress >= limits.connectionsPerAddress) {
      throw new Refusal('too-many-connections');
    }
  };

  const leave = (connection: Connection) => {
    if (!connections.delete(connection)) return;
    connection.open = false;
    connection.room.connections.delete(connection);
    sayGoodbye(connection, limits.awarenessTick);
    rooms.releaseWhenEmpty(connection.room);
  };

  const hear = (connection: Connection, data: Uint8Array) => {
    const { id } = connection.session;
    if (isSync(data)) work.requireTime(id);
    const startedAt = performance.now();
    const message = readMessage(data, maySend(connection));
    if (message.type === 'update') work.charge(id, performance.now() - startedAt);
    if (message.type === 'step1') commits.ask(connection, message.stateVector);
    if (message.type === 'update') hearUpdate(connection, message);
    if (message.type === 'queryAwareness') tellWhoIsThere(connection);
    if (message.type === 'awareness') {
      observer.awarenessHeard();
      hearAboutClient(connection, message.content);
    }
  };

  const hearAboutClient = (connection: Connection, content: Uint8Array) => {
    const { room, session } = connection;
    const answers = hearAwareness(room.awareness, connection, content, (client) => writers.mayUse(room, client, session.participant), keepsToThemself(connection));
    if (answers.length > 0) send(connection, writeAwareness(answers));
    const { awarenessClient } = connection;
    if (awarenessClient !== null && session.participant !== null) writers.claim(room, awarenessClient, session.participant);
    announceChanges(room, limits.awarenessTick);
  };

  /** Whether what somebody does may not be seen: where it would tell whose a note is, and while people write privately. */
  const keepsToThemself = ({ room: { name } }: Connection) =>
    anonymity.of(name.board) || currentStep(rules.of(name.board).agenda)?.allowed.notes === 'desk';

  const hearUpdate = (connection: Connection, message: UpdateMessage) => {
    if (maySend(connection)) {
      connection.answered ||= message.answer;
      commits.submit(connection, message);
      return;
    }
    if (isEmptyUpdate(message.update)) return;
    // What it writes from now on builds on this, so it is asked for all of it once it may write again.
    connection.behind = true;
    const code = whyNot(connection);
    observer.refused(code);
    send(connection, writePermissionDenied(closeReason(code)));
  };

  /** Why somebody may not write now. */
  const whyNot = ({ session, room }: Connection): RefusalCode => {
    if (!mayWrite(session, room.name, 'board')) return 'read-only';
    const now = rules.of(room.name.board);
    if (now.locked) return 'locked';
    if (now.readers.has(session.participant ?? '')) return 'read-only';
    return isCollectingOver(now) ? 'collecting-over' : 'not-now';
  };

  const sockets = acceptSockets(server, limits, addressOf, open, observer);
  const stopUpkeep = startUpkeep({ connections, rooms, storage, writers, work, outstayed, limits });

  const withRoom = <T>(name: RoomName, work: (room: ReturnType<typeof rooms.open>) => T): T => {
    const room = rooms.open(name);
    try {
      return work(room);
    } finally {
      rooms.releaseWhenEmpty(room);
    }
  };

  return {
    read: (name, work) => withRoom(name, (room) => work(docOf(rooms.documentOf(room)))),
    change: <T>(name: RoomName, work: (doc: Y.Doc) => T): T =>
      withRoom(name, (room) => {
        let result: T;
        commits.change(room, (doc) => {
          result = work(doc);
        });
        return result!;
      }),
    state: (name) => withRoom(name, (room) => fullState(rooms.documentOf(room))),
    changeTogether<T>(names: () => readonly RoomName[], work: (docs: Y.Doc[]) => T): T {
      commits.flush();
      const together = names().map((name) => rooms.open(name));
      try {
        let result: T;
        commits.changeTogether(together, (docs) => {
          result = work(docs);
        });
        return result!;
      } finally {
        for (const room of together) rooms.releaseWhenEmpty(room);
      }
    },
    forgetHistory: (name) =>
      withRoom(name, (room) => {
        commits.forgetHistory(room);
        writers.forget(room);
      }),
    closeLinks(links) {
      for (const connection of connections) {
        if (links.includes(connection.session.link)) closeWith(connection, 'revoked-link');
      }
    },
    closeSessions(ids, why) {
      for (const connection of connections) {
        if (ids.has(connection.session.id)) closeWith(connection, why);
      }
    },
    closeBoard(board, why) {
      commits.flush();
      for (const connection of connections) {
        if (connection.room.name.board === board) closeWith(connection, why);
      }
      // Nothing of it is to be written down later, when the board may be no more.
      writers.save();
    },
    visitors: () =>
      [...connections]
        .filter(({ room, open, onScreen }) => open && !onScreen && room.name.kind === 'board')
        .map(({ room, session }) => ({ board: room.name.board, participant: session.participant, role: session.role })),
    figures() {
      const held = [...rooms.all()];
      const documentBytes = held.reduce((sum, { document }) => sum + (document?.bytes ?? 0), 0);
      return { rooms: held.length, documentBytes, queued: commits.queued() };
    },
    async close() {
      stopUpkeep();
      server.removeAllListeners('upgrade');
      commits.flush();
      for (const connection of connections) closeSocket(connection, SERVICE_RESTART, 'The server is restarting.');
      await allClosed(sockets.clients);
      writers.save();
      rooms.close();
    },
  };
}

function visitOf({ room, session }: Connection): Visit {
  return { board: room.name.board, kind: room.name.kind, role: session.role };
}

async function allClosed(clients: ReadonlySet<WebSocket>): Promise<void> {
  const closed = [...clients].map((ws) => new Promise((resolve) => ws.once('close', resolve)));
  const lastCall = setTimeout(() => {
    for (const ws of clients) ws.terminate();
  }, LAST_CALL);
  await Promise.all(closed);
  clearTimeout(lastCall);
}
