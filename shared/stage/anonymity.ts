import type * as Y from 'yjs';
import { stageTypes } from './records.ts';

/** Whether nothing on the board may tell who wrote it. */
export function isAnonymousStage(doc: Y.Doc): boolean {
  return stageTypes(doc).meta.get('anonymous') === true;
}

/** Only the server calls it, and there is no way back. */
export function markAnonymous(doc: Y.Doc): void {
  if (!isAnonymousStage(doc)) stageTypes(doc).meta.set('anonymous', true);
}
