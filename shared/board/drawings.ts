import * as Y from 'yjs';
import { boardTypes, OWN } from './document.ts';
import { drawing, type Drawing } from './schema.ts';

/**
 * Writes freehand strokes, arrows and texts as one act; of two writers of one record the last wins.
 * A record that is removed leaves `null` behind, so that undoing an older change of it does not
 * bring back what somebody else has removed since.
 */
export function putDrawings(doc: Y.Doc, put: readonly Drawing[], remove: readonly string[] = []): void {
  doc.transact(() => {
    const { drawings } = boardTypes(doc);
    for (const record of put) drawings.set(record.id, record);
    for (const id of remove) if (drawings.get(id)) drawings.set(id, null);
  }, OWN);
}

/** All drawings that parse; others are left out and kept in the document. */
export function readDrawings(doc: Y.Doc): Drawing[] {
  const found: Drawing[] = [];
  for (const [id, value] of boardTypes(doc).drawings) {
    const parsed = drawing.safeParse(value);
    if (parsed.success && parsed.data.id === id) found.push(parsed.data);
  }
  return found;
}
