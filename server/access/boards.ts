import * as Y from 'yjs';
import { seedBoard } from '../../shared/board/index.ts';
import { createId } from '../../shared/ids.ts';
import type { CreateBoardBody, CreatedBoard, LinkSecrets } from '../../shared/protocol/api.ts';
import { ROLES } from '../../shared/protocol/roles.ts';
import { formatRoom } from '../../shared/protocol/rooms.ts';
import { isAnonymousStage } from '../../shared/stage/anonymity.ts';
import { seedStage } from '../../shared/stage/document.ts';
import { freshStage } from '../../shared/stage/fresh.ts';
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

/**
 * Puts down a board of these documents, with a new link for each role. What they say of a workshop
 * that is going on, as those of another board do, ends here. Within a transaction.
 */
export function openNewBoard(
  storage: Storage,
  { boardState, stageState }: { boardState: Uint8Array; stageState: Uint8Array },
  createdAt = Date.now(),
): CreatedBoard {
  const stage = new Y.Doc();
  Y.applyUpdate(stage, stageState);
  freshStage(stage, createdAt);
  const board = createId(16);
  const links = Object.fromEntries(ROLES.map((role) => [role, createSecret()])) as LinkSecrets;
  storage.addBoard({ id: board, createdAt });
  for (const role of ROLES) addLink(storage, { board, role, secret: links[role], createdAt });
  storage.appendUpdate(formatRoom({ board, kind: 'board' }), boardState);
  storage.appendUpdate(formatRoom({ board, kind: 'stage' }), Y.encodeStateAsUpdate(stage));
  // A copy of an anonymous board is anonymous, too.
  if (isAnonymousStage(stage)) storage.appendUpdate(formatRoom({ board, kind: 'ledger' }), stateOf(makeAnonymous));
  return { board, links };
}

function stateOf(seed: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  seed(doc);
  return Y.encodeStateAsUpdate(doc);
}
