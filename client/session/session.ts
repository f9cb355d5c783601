import { IndexeddbPersistence } from 'y-indexeddb';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createHistory, createLiveBoard, isNewerBoard, type History, type LiveBoard } from '../../shared/board/index.ts';
import { readCloseReason, type RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { formatRoom, SYNC_PATH, type RoomKind } from '../../shared/protocol/rooms.ts';
import { isNewerStage } from '../../shared/stage/document.ts';
import { createLiveStage, type LiveStage } from './live-stage.ts';

/** How the page stands with the server. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'connected' }
  /** Changes are kept in this browser and sent when the server is back. */
  | { state: 'offline' }
  /** The server has said no for good. */
  | { state: 'refused'; code: RefusalCode };

/** One person's place on one board, for as long as the page is open. */
export interface Session {
  board: string;
  role: Role;
  /** `null` for viewers. */
  participant: string | null;
  token: string;
  boardDoc: Y.Doc;
  live: LiveBoard;
  stage: LiveStage;
  history: History;
  awareness: Awareness;
  /** Whether this person may change notes now. */
  mayEdit(): boolean;
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

/** Opens both documents of a board, from this browser's copy at once and from the server as it answers. */
export function openSession(key: SessionKey): Session {
  const boardDoc = new Y.Doc();
  const stageDoc = new Y.Doc();
  const boardLine = openLine(key, 'board', boardDoc);
  const stageLine = openLine(key, 'stage', stageDoc);
  // Presence lives on the board's room; on the stage's it would only be sent twice.
  stageLine.provider.awareness.setLocalState(null);

  const live = createLiveBoard(boardDoc);
  const stage = createLiveStage(stageDoc);
  const history = createHistory(boardDoc);
  const isNewer = () => isNewerBoard(boardDoc) || isNewerStage(stageDoc);
  const listeners = new Set<() => void>();
  let connection: Connection = { state: 'connecting' };
  const update = () => {
    const next = worse(boardLine.connection(), stageLine.connection());
    if (next.state === connection.state) return;
    connection = next;
    for (const listener of listeners) listener();
  };
  boardLine.onChange(update);
  stageLine.onChange(update);

  return {
    ...key,
    boardDoc,
    live,
    stage,
    history,
    awareness: boardLine.provider.awareness,
    mayEdit: () => key.role !== 'viewer' && !isNewer(),
    isNewer,
    connection: () => connection,
    onConnection(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      history.destroy();
      live.destroy();
      stage.destroy();
      boardLine.close();
      stageLine.close();
    },
  };
}

interface Line {
  provider: WebsocketProvider;
  connection(): Connection;
  onChange(listener: () => void): void;
  close(): void;
}

/** One document's line to the server, with its copy in this browser. */
function openLine(key: SessionKey, kind: RoomKind, doc: Y.Doc): Line {
  const room = formatRoom({ board: key.board, kind });
  const copy = new IndexeddbPersistence(`plenary/${room}`, doc);
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${SYNC_PATH}`;
  const provider = new WebsocketProvider(address, room, doc, {
    params: { token: key.token },
    // Tabs of different roles must not feed each other past the server's permissions.
    disableBc: true,
    maxBackoffTime: 4_000,
  });
  let connection: Connection = { state: 'connecting' };
  let listener = () => {};
  const set = (next: Connection) => {
    connection = next;
    listener();
  };
  provider.on('sync', (synced: boolean) => synced && set({ state: 'connected' }));
  provider.on('connection-close', () => set({ state: 'offline' }));
  provider.on('connection-error', () => set({ state: 'offline' }));
  provider.on('closed', ({ reason }) => set({ state: 'refused', code: readCloseReason(reason) ?? 'server-error' }));
  return {
    provider,
    connection: () => connection,
    onChange: (next) => {
      listener = next;
    },
    close() {
      provider.destroy();
      void copy.destroy();
      doc.destroy();
    },
  };
}

const SEVERITY: Record<Connection['state'], number> = { connected: 0, connecting: 1, offline: 2, refused: 3 };

function worse(a: Connection, b: Connection): Connection {
  return SEVERITY[a.state] >= SEVERITY[b.state] ? a : b;
}
