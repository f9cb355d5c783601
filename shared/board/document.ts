import * as Y from 'yjs';
import { BOARD_SCHEMA_VERSION } from './schema.ts';

/** The origin of a person's own changes: what their undo takes back. */
export const OWN = 'own';

/** The top-level types of the board document. Only `shared/board/` reaches into them. */
export function boardTypes(doc: Y.Doc) {
  return {
    meta: doc.getMap<unknown>('meta'),
    notes: doc.getMap<unknown>('notes'),
    placements: doc.getArray<unknown>('placements'),
    drawings: doc.getMap<unknown>('drawings'),
  };
}

/** Makes an empty board document valid. Done once, by the server, when the board is made. */
export function seedBoard(doc: Y.Doc): void {
  boardTypes(doc).meta.set('schemaVersion', BOARD_SCHEMA_VERSION);
}
