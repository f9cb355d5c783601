import { writeSync } from 'node:fs';
import * as Y from 'yjs';
import { STORAGES } from './storage-adapters.ts';

/*
 * Appends to a room and compacts it, over and over, until it is killed. Arguments: the storage's
 * name, its folder, and a prefix for the keys of this run. Each line it writes is on disk when it
 * is written: `saved KEY` after a change, `compacting` and `compacted` around a compaction.
 */

export const ROOM = 'room';

/** After how many changes it compacts. */
export const COMPACT_EVERY = 3;

const [name, folder, prefix] = process.argv.slice(2) as [string, string, string];
const storage = await STORAGES.get(name)!(folder);
const doc = new Y.Doc();
for (const { update } of storage.loadUpdates(ROOM)) Y.applyUpdate(doc, update);
const changes: Uint8Array[] = [];
doc.on('update', (update: Uint8Array) => changes.push(update));

for (let count = 1; ; count += 1) {
  const key = `${prefix}:${count}`;
  // Large enough for the process to be killed while it writes.
  doc.getMap('marks').set(key, `${key} `.repeat(20_000));
  const seq = storage.transaction(() => changes.splice(0).map((update) => storage.appendUpdate(ROOM, update))).at(-1)!;
  writeSync(1, `saved ${key}\n`);
  if (count % COMPACT_EVERY !== 0) continue;
  const state = { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  writeSync(1, 'compacting\n');
  storage.transaction(() => storage.compactUpdates(ROOM, state, seq));
  writeSync(1, 'compacted\n');
}
