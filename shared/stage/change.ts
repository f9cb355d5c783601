import * as Y from 'yjs';
import { raiseSchema } from './version.ts';

/** Changes the stage as one act, and marks it as of this version. */
export function changeStage(doc: Y.Doc, act: () => void): void {
  doc.transact(() => {
    raiseSchema(doc);
    act();
  });
}

/** A record with a field of its own for each value, so that people who change different fields never collide. */
export function record(fields: object): Y.Map<unknown> {
  return new Y.Map(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Sets those fields of a record that differ; `undefined` takes a field away. */
export function setAll(map: Y.Map<unknown>, fields: object): void {
  for (const [key, value] of Object.entries(fields)) {
    if (map.get(key) === value) continue;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
}
