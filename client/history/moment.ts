import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createHistory, createLiveBoard, readDrawings, readGroups, readNotes } from '../../shared/board/index.ts';
import type { BoardAt } from '../../shared/history/compare.ts';
import { readStage } from '../../shared/stage/document.ts';
import { api } from '../session/api.ts';
import { createLiveStage } from '../session/live-stage.ts';
import { createServerClock } from '../session/server-clock.ts';
import type { Connection, Session } from '../session/session.ts';

/** Both documents of a board as they were at one moment. */
export interface Documents {
  boardState: Uint8Array;
  stageState: Uint8Array;
}

/** Fetches a moment by its snapshot, or by `NOW`. Throws a `Refusal` or `Unreachable`. */
export async function fetchMoment(board: string, snapshot: string, token: string): Promise<Documents> {
  const [boardState, stageState] = await Promise.all([
    api.snapshotDocument(board, snapshot, 'board', token),
    api.snapshotDocument(board, snapshot, 'stage', token),
  ]);
  return { boardState, stageState };
}

/** It never says that the board has come from the server, so that nothing counts as seen or unseen. */
const NO_CONNECTION: Connection = { state: 'connecting', refusal: null, waiting: 0, saved: true };
const STILL = () => () => {};

/** A moment as the views of a board know it: everything can be read and nothing changed. */
export function openMoment(board: string, { boardState, stageState }: Documents): Session {
  const boardDoc = docFrom(boardState);
  const stageDoc = docFrom(stageState);
  const live = createLiveBoard(boardDoc);
  const stage = createLiveStage(stageDoc);
  const history = createHistory(boardDoc);
  const awareness = new Awareness(new Y.Doc());
  const clock = createServerClock();
  return {
    board,
    role: 'viewer',
    onRole: STILL,
    participant: null,
    token: '',
    boardDoc,
    stageDoc,
    desk: null,
    docOf: () => boardDoc,
    live,
    boardLive: live,
    stage,
    history,
    awareness,
    clock,
    pretend: () => {},
    pretends: () => false,
    writesTo: () => null,
    mayEdit: () => false,
    mayEditBoard: () => false,
    mayChange: () => false,
    isAnonymous: () => stage.current().meta?.anonymous ?? false,
    changeClient: () => {},
    onKept: STILL,
    isNewer: () => false,
    connection: () => NO_CONNECTION,
    onConnection: STILL,
    close() {
      history.destroy();
      live.destroy();
      stage.destroy();
      awareness.destroy();
      clock.stop();
      boardDoc.destroy();
      stageDoc.destroy();
    },
  };
}

/** A moment as it is compared with another. */
export function boardAt({ boardState, stageState }: Documents): BoardAt {
  const boardDoc = docFrom(boardState);
  return { notes: readNotes(boardDoc).notes, groups: [...readGroups(boardDoc).values()], drawings: readDrawings(boardDoc), stage: readStage(docFrom(stageState)) };
}

function docFrom(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}
