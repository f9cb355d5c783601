import type * as Y from 'yjs';
import { stageTypes } from './records.ts';

/** The shape of a board's documents. A client that meets a higher number shows the board read-only. */
export const STAGE_SCHEMA_VERSION = 3;

/**
 * Whether the board was written by a version whose shape this one does not know. The number stands
 * on the stage for both documents, where no participant can change it.
 */
export function isNewerStage(doc: Y.Doc): boolean {
  const version = stageTypes(doc).meta.get('schemaVersion');
  return typeof version === 'number' && version > STAGE_SCHEMA_VERSION;
}

/** To be called with a change that older versions would not understand. */
export function raiseSchema(doc: Y.Doc): void {
  const { meta } = stageTypes(doc);
  const version = meta.get('schemaVersion');
  if (typeof version !== 'number' || version < STAGE_SCHEMA_VERSION) meta.set('schemaVersion', STAGE_SCHEMA_VERSION);
}
