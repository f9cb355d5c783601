import type * as Y from 'yjs';
import { z } from '../zod.ts';
import { changeStage } from './change.ts';
import { stageTypes } from './records.ts';

/** Work between meetings: a board is open for notes until a date. Milliseconds since 1970, by the server's clock. */

const instant = z.number().min(0).max(8.64e15);

/** Opens the board for notes until then; `null` ends the window and lets everybody write as before. */
export function setCollectingUntil(doc: Y.Doc, until: number | null): void {
  changeStage(doc, () => {
    const { now } = stageTypes(doc);
    if (until === null) now.delete('collectingUntil');
    else now.set('collectingUntil', until);
  });
}

export function readCollectingUntil(doc: Y.Doc): number | null {
  return instant.safeParse(stageTypes(doc).now.get('collectingUntil')).data ?? null;
}
