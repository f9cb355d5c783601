import * as Y from 'yjs';
import { BOARD_SCHEMA_VERSION } from './schema.ts';

/** The origin of a person's own changes: what their undo takes back. */
export const OWN = 'own';

/** The top-level types of the board document. Only `shared/board/` reaches into them. */
export function boardTypes(doc: Y.Doc) {
  return {
    meta: doc.getMap<unknown>('meta'),
    notes: doc.getMap<unknown>('notes'),
    groups: doc.getMap<unknown>('groups'),
    drawings: doc.getMap<unknown>('drawings'),
  };
}

const PLACEMENTS = 'placements';

/** The lists of placements that pages have written, in the order of their names, the same for everybody. */
export function placementLists(doc: Y.Doc): Y.Array<unknown>[] {
  const names = [...doc.share.keys()].filter((name) => name === PLACEMENTS || name.startsWith(`${PLACEMENTS}/`));
  return names.sort().map((name) => doc.getArray<unknown>(name));
}

/** The list to which this page appends its placements. */
export function ownPlacements(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray<unknown>(`${PLACEMENTS}/${doc.clientID}`);
}

/** Makes an empty board document valid. Done once, by the server, when the board is made. */
export function seedBoard(doc: Y.Doc): void {
  boardTypes(doc).meta.set('schemaVersion', BOARD_SCHEMA_VERSION);
}
