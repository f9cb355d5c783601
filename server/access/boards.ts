import * as Y from 'yjs';
import { seedBoard } from '../../shared/board/index.ts';
import { createId } from '../../shared/ids.ts';
import type { CreateBoardBody, CreatedBoard, LinkSecrets } from '../../shared/protocol/api.ts';
import { ROLES } from '../../shared/protocol/roles.ts';
import { formatRoom } from '../../shared/protocol/rooms.ts';
import { isAnonymousStage } from '../../shared/stage/anonymity.ts';
import { seedStage } from '../../shared/stage/document.ts';
import { makeAnonymous } from '../desks/ledger.ts';
import type { Storage } from '../storage/types.ts';
import { addLink } from './links.ts';
import { createSecret } from './secrets.ts';

/**
 * Makes a board: its two documents, seeded here and nowhere else, and a link for each role, all in
 * one transaction.
 * @throws Refusal 'not-saved'
 */
export function createBoard(storage: Storage, body: CreateBoardBody): CreatedBoard {
  const createdAt = Date.now();
  const boardState = stateOf(seedBoard);
  const stageState = stateOf((doc) => seedStage(doc, { ...body, createdAt }));
  return storage.transaction(() => openNewBoard(storage, { boardState, stageState }, createdAt));
}

/** Puts down a board of these documents, with a new link for each role. Within a transaction. */
export function openNewBoard(
  storage: Storage,
  { boardState, stageState }: { boardState: Uint8Array; stageState: Uint8Array },
  createdAt = Date.now(),
): CreatedBoard {
  const board = createId(16);
  const links = Object.fromEntries(ROLES.map((role) => [role, createSecret()])) as LinkSecrets;
  storage.addBoard({ id: board, createdAt });
  for (const role of ROLES) addLink(storage, { board, role, secret: links[role], createdAt });
  storage.appendUpdate(formatRoom({ board, kind: 'board' }), boardState);
  storage.appendUpdate(formatRoom({ board, kind: 'stage' }), stageState);
  if (isAnonymousState(stageState)) storage.appendUpdate(formatRoom({ board, kind: 'ledger' }), stateOf(makeAnonymous));
  return { board, links };
}

/** Whether a stage, as a copy of another board's may be, is one of an anonymous board: such a copy is anonymous, too. */
function isAnonymousState(stageState: Uint8Array): boolean {
  const stage = new Y.Doc();
  Y.applyUpdate(stage, stageState);
  return isAnonymousStage(stage);
}

function stateOf(seed: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  seed(doc);
  return Y.encodeStateAsUpdate(doc);
}
