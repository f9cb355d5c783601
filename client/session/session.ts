import { readVarUint } from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { onBallots, readLateVotes, votedRounds } from '../../shared/desk/ballots.ts';
import { createHistory, createLiveBoard, type History, type LiveBoard } from '../../shared/board/index.ts';
import { readCloseReason, type RefusalCode } from '../../shared/protocol/refusals.ts';
import { mayWrite, type Actor, type Role } from '../../shared/protocol/roles.ts';
import { formatRoom, SYNC_PATH, type RoomName } from '../../shared/protocol/rooms.ts';
import { SAVED_MESSAGE, SAVED_PARAMETER } from '../../shared/protocol/saved.ts';
import { SCREEN_PARAMETER } from '../../shared/protocol/screens.ts';
import { allowedNow, currentStep } from '../../shared/stage/agenda.ts';
import { isNewerStage } from '../../shared/stage/document.ts';
import { openRound } from '../../shared/stage/rounds.ts';
import { tellAnswersAsTheyCame } from './as-it-came.ts';
import { joinLive } from './both-live.ts';
import { followCollectingEnd } from './collecting-end.ts';
import { createDesk, keepUnrevealed, type Desk } from './desk.ts';
import { keepUnsent, unsentIn } from './forget.ts';
import { createLiveStage, type LiveStage } from './live-stage.ts';
import { followNetwork } from './network.ts';
import { actingAnew, hideClient, type HiddenClient } from './hidden-client.ts';
import { keepDiscretion, retractPresence } from './people.ts';
import { followRole } from './role.ts';
import { createSaveTracker } from './save-tracker.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';

/** How the page stands with the server; replaced whenever something of it changes. */
export interface Connection {
  /** `offline`: changes are kept in this browser and sent when the server is back; `refused`: it has said no for good. */
  state: 'connecting' | 'connected' | 'offline' | 'refused';
  /** Why the server has refused, or why it sends this page away for the time being. */
  refusal: RefusalCode | null;
  /** How many changes made on this page are not known to be on the server's disk. */
  waiting: number;
  /** Whether everything this browser has is on the server's disk. */
  saved: boolean;
}

/** One person's place on one board, for as long as the page is open. */
export interface Session {
  board: string;
  /** As the server said last; a facilitator may change it while the page is open. */
  readonly role: Role;
  onRole(listener: () => void): () => void;
  /** `null` for viewers. */
  participant: string | null;
  token: string;
  boardDoc: Y.Doc;
  stageDoc: Y.Doc;
  /** One's own desk; `null` for viewers, and on a big screen. */
  desk: Desk | null;
  /** The document a note lies in: the board's, or that of one's own desk. */
  docOf(note: string): Y.Doc;
  /** The board as this person sees it: with the notes of their own desk among the others. */
  live: LiveBoard;
  /** The board as everybody sees it. */
  boardLive: LiveBoard;
  stage: LiveStage;
  history: History;
  clock: ServerClock;
  awareness: Awareness;
  /** Shows a facilitator the board as a participant sees it, or as themself again. Nothing changes for anybody else. */
  pretend(asParticipant: boolean): void;
  pretends(): boolean;
  /** Where this person writes new notes now; `null` for nowhere. */
  writesTo(): 'board' | 'desk' | null;
  /** Whether this person may write anything now, be it on the board or on their own desk. */
  mayEdit(): boolean;
  /** Whether this person may change what is on the board now. */
  mayEditBoard(): boolean;
  /** Whether this person may change this note now. */
  mayChange(note: string): boolean;
  /** Whether nothing on the board may tell who wrote it. */
  isAnonymous(): boolean;
  /** On an anonymous board: what is written next is not known to be of the same page. */
  changeClient(): void;
  /** Told when notes were kept on the desk whose words had not been revealed with them. */
  onKept(listener: (count: number) => void): () => void;
  /** Whether a newer version of Plenary has written this board. */
  isNewer(): boolean;
  connection(): Connection;
  onConnection(listener: () => void): () => void;
  close(): void;
}

export interface SessionKey {
  board: string;
  role: Role;
  participant: string | null;
  token: string;
}

/**
 * Opens both documents of a board, from this browser's copy at once and from the server as it answers.
 * @param options.screen for a projector: the whole room reads it, so that nothing of one's desk is ever there
 */
export function openSession(key: SessionKey, { screen = false }: { screen?: boolean } = {}): Session {
  const boardDoc = new Y.Doc();
  const stageDoc = new Y.Doc();
  const stage = createLiveStage(stageDoc);
  const role = followRole(key, stage);
  let pretending = false;
  const pretends = () => pretending && role.current() === 'facilitator';
  const shownRole = (): Role => (pretends() ? 'participant' : role.current());
  const roleListeners = new Set<() => void>();
  role.onChange(() => roleListeners.forEach((listener) => listener()));
  // What may be sent follows from who one is, what is shown from whom one shows oneself as.
  const actor = () => ({ role: role.current(), participant: key.participant });
  const boardName: RoomName = { board: key.board, kind: 'board' };
  const writing = () => allowedNow(stage.current(), key.participant, clock.now()).notes;
  /** While people write on their desks, vote or listen, the server asks participants for no changes of the board. */
  const isBoardClosed = () => stage.current().meta !== null && !mayWrite(actor(), boardName, writing());
  const boardLine = openLine(key, boardName, boardDoc, actor, { isClosed: isBoardClosed, ...(screen && { parameters: { [SCREEN_PARAMETER]: '1' } }) });
  const stageLine = openLine(key, { board: key.board, kind: 'stage' }, stageDoc, actor);
  const desk = key.participant === null || screen ? null : createDesk();
  const deskLine = desk && openLine(key, { board: key.board, kind: 'desk', owner: key.participant! }, desk.doc, actor, { isWanted: () => deskIsWanted() });
  // Presence lives on the board's room; on the stage's it would only be sent twice.
  stageLine.provider.awareness.setLocalState(null);
  deskLine?.provider.awareness.setLocalState(null);

  const boardLive = createLiveBoard(boardDoc);
  const live = desk ? joinLive(boardLive, desk.live) : boardLive;
  const history = actingAnew(
    createHistory([boardDoc, ...(desk ? [desk.doc] : [])], (doc) => (doc === boardDoc ? mayEditBoard() : !isNewer())),
    () => hidden?.change(),
  );
  /** Most boards never ask for a desk; its line is opened with the first reason for it, and stays. */
  const deskIsWanted = () => {
    const now = stage.current();
    return (
      desk !== null &&
      (desk.live.notes().length > 0 ||
        currentStep(now.agenda)?.allowed.notes === 'desk' ||
        openRound(now.rounds) !== null ||
        // Cast without a connection, or too late: the server has to have them, and their owner word of it.
        votedRounds(desk.doc).length > 0 ||
        readLateVotes(desk.doc).size > 0 ||
        (now.desks.waiting[now.participants.get(key.participant!)?.site ?? ''] ?? 0) > 0)
    );
  };
  const isPrivateNow = () => currentStep(stage.current().agenda)?.allowed.notes === 'desk';
  let anonymous = false;
  // What a board is, a facilitator's program cannot take back on this page.
  const isAnonymous = () => (anonymous ||= stage.current().meta?.anonymous ?? false);
  const isQuiet = () => isAnonymous() || isPrivateNow();
  keepDiscretion(boardLine.provider.awareness, { quiet: isQuiet, isPrivate: (note) => desk?.has(note) ?? false });
  let wasQuiet = false;
  let hidden: HiddenClient | null = null;
  const followStage = () => {
    deskLine?.wanted();
    if (isAnonymous()) hidden ??= hideClient(boardDoc);
    if (isQuiet() && !wasQuiet) retractPresence(boardLine.provider.awareness);
    wasQuiet = isQuiet();
  };
  stage.onChange(followStage);
  followStage();
  desk?.live.onNotes(() => deskLine?.wanted());
  if (desk) onBallots(desk.doc, () => deskLine?.wanted());
  const isNewer = () => isNewerStage(stageDoc);
  const clock = createServerClock();
  const stopCollecting = followCollectingEnd(stage, clock);
  const listeners = new Set<() => void>();
  let connection: Connection = boardLine.connection();
  let closed = false;
  const update = () => {
    if (closed) return;
    const lines = [boardLine, stageLine, ...(deskLine?.isOpen() ? [deskLine] : [])];
    const next = lines.map((line) => line.connection()).reduce(together);
    if (next.refusal === 'role-changed') role.ask();
    if (sameConnection(next, connection)) return;
    if (next.state === 'connected' && connection.state !== 'connected') clock.measure();
    connection = next;
    for (const listener of listeners) listener();
  };
  boardLine.onChange(update);
  stageLine.onChange(update);
  deskLine?.onChange(update);
  stage.onChange(update);
  const keptListeners = new Set<(count: number) => void>();
  const stopKeeping = desk && keepUnrevealed(desk, boardLive, () => boardLine.connection().state === 'connected', (count) => {
    for (const listener of keptListeners) listener(count);
  });
  const mayEditBoard = () =>
    !isNewer() && stage.current().meta !== null && mayWrite({ ...actor(), role: shownRole() }, boardName, writing());
  const writesTo = () => {
    if (key.participant === null || isNewer() || stage.current().meta === null) return null;
    // Facilitators who write with the others do so as they do.
    if (shownRole() === 'facilitator') return isPrivateNow() ? 'desk' : 'board';
    const notes = writing();
    return notes === 'none' ? null : notes;
  };
  // What may be written, and so what waits, depends on the role.
  role.onChange(update);

  return {
    ...key,
    get role() {
      return shownRole();
    },
    onRole(listener) {
      roleListeners.add(listener);
      return () => void roleListeners.delete(listener);
    },
    pretend(asParticipant) {
      pretending = asParticipant;
      for (const listener of roleListeners) listener();
    },
    pretends,
    boardDoc,
    stageDoc,
    desk,
    docOf: (note) => (desk?.has(note) ? desk.doc : boardDoc),
    live,
    boardLive,
    stage,
    history,
    clock,
    awareness: boardLine.provider.awareness,
    writesTo,
    mayEdit: () => writesTo() !== null,
    mayEditBoard,
    mayChange: (note) => (desk?.has(note) ? !isNewer() : mayEditBoard()),
    isAnonymous,
    changeClient: () => hidden?.change(),
    onKept(listener) {
      keptListeners.add(listener);
      return () => void keptListeners.delete(listener);
    },
    isNewer,
    connection: () => connection,
    onConnection(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (closed) return;
      closed = true;
      stopCollecting();
      clock.stop();
      history.destroy();
      stopKeeping?.();
      live.destroy();
      role.stop();
      stage.destroy();
      boardLine.close();
      stageLine.close();
      deskLine?.close();
    },
  };
}

interface Line {
  provider: WebsocketProvider;
  /** To be called when there may be a reason to open it. */
  wanted(): void;
  /** Whether it was opened. */
  isOpen(): boolean;
  connection(): Connection;
  onChange(listener: () => void): void;
  close(): void;
}

interface LineOptions {
  /** Whether there is a reason to open it. */
  isWanted?: () => boolean;
  /** Whether the server asks for no changes now, so that it cannot confirm that it has all. */
  isClosed?: () => boolean;
  /** Of the address, beside those all lines have. */
  parameters?: Record<string, string>;
}

/** The text that a transaction changes and nothing beside it. */
function typedText(changed: Y.Transaction['changed']): Y.Text | undefined {
  const [type] = changed.keys();
  return changed.size === 1 && type instanceof Y.Text ? type : undefined;
}

/** One document's line to the server, with its copy in this browser. */
function openLine(key: SessionKey, name: RoomName, doc: Y.Doc, actor: () => Actor, options: LineOptions = {}): Line {
  const { isWanted = () => true, isClosed = () => false, parameters = {} } = options;
  const room = formatRoom(name);
  const writes = () => mayWrite(actor(), name, 'board');
  const copy = new IndexeddbPersistence(copyName(room, key.participant), doc);
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${SYNC_PATH}`;
  let state: Connection['state'] = 'connecting';
  let refusal: RefusalCode | null = null;
  let listener = () => {};
  /** Changes of pages before this one that never reached the server. */
  let earlier = unsentIn(room, key.participant);
  const waiting = () => (writes() ? earlier + tracker.waiting() : 0);
  const tracker = createSaveTracker(() => {
    if (tracker.confirmed() && tracker.waiting() === 0) earlier = 0;
    if (writes()) keepUnsent(room, key.participant, waiting());
    listener();
  });
  // Before the provider listens, so that a change is counted when it is sent.
  doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { changed }: Y.Transaction) => {
    if (writes() && origin !== provider && origin !== copy) tracker.changed(typedText(changed));
  });
  const provider = new WebsocketProvider(address, room, doc, {
    params: { ...parameters, token: key.token, [SAVED_PARAMETER]: '1' },
    // Tabs of different roles must not feed each other past the server's permissions.
    disableBc: true,
    connect: false,
    maxBackoffTime: 4_000,
    WebSocketPolyfill: tracker.Socket,
  });
  tellAnswersAsTheyCame(provider);
  // What this browser kept comes first: arriving later, it would be sent as if it had been written now.
  let closed = false;
  let ready = false;
  let opened = false;
  const connect = () => {
    if (closed || opened || !ready || !isWanted()) return;
    opened = true;
    provider.connect();
    listener();
  };
  void Promise.race([copy.whenSynced, pause(COPY_PATIENCE_MS)]).then(() => {
    ready = true;
    connect();
  });
  const stopFollowing = followNetwork(provider);
  provider.messageHandlers[SAVED_MESSAGE] = (_encoder, decoder) => tracker.saved(readVarUint(decoder));
  const set = (next: Connection['state'], why: RefusalCode | null) => {
    state = next;
    refusal = why;
    listener();
  };
  provider.on('status', ({ status }) => {
    // A state that was never set, or was told on an earlier connection, is no news to others.
    const { awareness } = provider;
    if (status === 'connected' && awareness.getLocalState()) awareness.setLocalState(awareness.getLocalState());
  });
  provider.on('sync', (synced: boolean) => synced && set('connected', refusal));
  provider.on('connection-close', (event) => {
    const why = event ? readCloseReason(event.reason) : null;
    // The server is there and waits for this page to come again.
    set(why === 'role-changed' ? 'connecting' : 'offline', why);
  });
  provider.on('connection-error', () => set('offline', refusal));
  provider.on('closed', ({ reason }) => set('refused', readCloseReason(reason) ?? 'server-error'));
  return {
    provider,
    connection() {
      // What waits for a board that is closed is counted; that nothing waits needs no word of the server.
      const confirmed = !writes() || tracker.confirmed() || isClosed();
      // A server that cannot save still lets people in: until it has saved, nothing is well.
      const stillRefusing = state === 'connected' && refusal === 'not-saved' && !confirmed;
      const shown = stillRefusing ? 'offline' : state;
      return {
        state: shown,
        refusal: shown === 'connected' ? null : refusal,
        waiting: waiting(),
        saved: shown === 'connected' && confirmed && waiting() === 0,
      };
    },
    onChange: (next) => {
      listener = next;
    },
    wanted: connect,
    isOpen: () => opened,
    close() {
      closed = true;
      stopFollowing();
      provider.destroy();
      void copy.destroy();
      doc.destroy();
    },
  };
}

/**
 * The database of a browser's copy. Each person who uses this browser has their own: what one has
 * not sent yet is never sent in the name of another, which the server would refuse.
 */
function copyName(room: string, participant: string | null): string {
  return `plenary/${room}/${participant ?? 'viewer'}`;
}

/** How long the browser's copy may take; where it is not to be had, the server's must do. */
const COPY_PATIENCE_MS = 1_500;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const SEVERITY: Record<Connection['state'], number> = { connected: 0, connecting: 1, offline: 2, refused: 3 };

/** How two lines stand together: as the one that stands worse, with what waits on both. */
function together(a: Connection, b: Connection): Connection {
  const worse = SEVERITY[a.state] >= SEVERITY[b.state] ? a : b;
  return { ...worse, waiting: a.waiting + b.waiting, saved: a.saved && b.saved };
}

function sameConnection(a: Connection, b: Connection): boolean {
  return a.state === b.state && a.refusal === b.refusal && a.waiting === b.waiting && a.saved === b.saved;
}
