import { unzipSync } from 'fflate';
import * as Y from 'yjs';
import { createId } from '../../shared/ids.ts';
import { readNotes } from '../../shared/board/index.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { snapshotContent } from '../../shared/report/content.ts';
import { isNewerStage, readStage } from '../../shared/stage/document.ts';
import { openNewBoard } from '../access/boards.ts';
import { meets, requirementsOf } from '../relay/requirements.ts';
import type { StoredSnapshot } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { EXPORT_VERSION, exportHead, exportManifest, MANIFEST, MOST_SNAPSHOTS, sha256, type ExportEntry, type ExportManifest } from './manifest.ts';
import { docFrom, expanded, type States } from './states.ts';

/** A board that was read from a file. */
export interface ImportedBoard extends CreatedBoard {
  title: string;
  workshop: string;
}

/** How much larger than the file all that is in it may be, expanded; documents of ours are about five times. */
const MOST_EXPANSION = 60;
const LEAST_BUDGET = 64 * 1024 * 1024;

/** What files of the ZIP format begin with (APPNOTE.TXT section 4.3.7). */
const ZIP_BEGINS = Buffer.from('PK\u0003\u0004');

/**
 * Makes a new board, with new links, of a file that a server of ours exported. All of the file is
 * looked at before anything is written.
 * @throws Refusal 'not-an-export', 'damaged-export' also for one that would be far larger than it
 *   seems, 'newer-export', 'not-saved'; nothing has changed then
 */
export async function importBoard(storage: Storage, file: Uint8Array): Promise<ImportedBoard> {
  const entries = openZip(file);
  const manifest = readManifest(entries);
  const contents = readEntries(manifest, entries);
  const expand = expander(Math.max(LEAST_BUDGET, file.byteLength * MOST_EXPANSION));
  const states = { boardState: await expand(contents.get(manifest.board.name)!), stageState: await expand(contents.get(manifest.stage.name)!) };
  const { title, workshop } = requireSound(states);
  const snapshots: Omit<StoredSnapshot, 'board'>[] = [];
  for (const snapshot of manifest.snapshots) snapshots.push(await readSnapshot(snapshot, contents, expand));
  const made = await write(storage, states, manifest, renamed(snapshots));
  return { ...made, title, workshop };
}

type Entries = Record<string, Uint8Array>;
type Expand = (bytes: Uint8Array) => Promise<Uint8Array>;

function openZip(file: Uint8Array): Entries {
  if (!ZIP_BEGINS.equals(file.subarray(0, ZIP_BEGINS.length))) throw new Refusal('not-an-export');
  let count = 0;
  let bytes = 0;
  try {
    return unzipSync(file, {
      // Ours stores all entries as they are: a ZIP that has to be expanded is somebody else's.
      filter({ compression, originalSize }) {
        count += 1;
        bytes += originalSize;
        if (compression !== 0) throw new Refusal('not-an-export');
        if (count > 3 * MOST_SNAPSHOTS + 3 || bytes > file.byteLength) throw new Refusal('damaged-export');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged-export');
  }
}

function readManifest(entries: Entries): ExportManifest {
  const stored = entries[MANIFEST];
  if (!stored) throw new Refusal('not-an-export');
  const value = parsed(stored);
  const head = exportHead.safeParse(value);
  if (!head.success) throw new Refusal('not-an-export');
  if (head.data.version > EXPORT_VERSION) throw new Refusal('newer-export');
  const manifest = exportManifest.safeParse(value);
  if (!manifest.success) throw new Refusal('damaged-export');
  return manifest.data;
}

/** All entries that the manifest names, each as it was written. */
function readEntries(manifest: ExportManifest, entries: Entries): Map<string, Uint8Array> {
  const named = [manifest.board, manifest.stage, ...manifest.snapshots.flatMap(({ board, stage, content }) => [board, stage, ...(content ? [content] : [])])];
  return new Map(named.map((entry) => [entry.name, requireEntry(entry, entries)]));
}

function requireEntry({ name, bytes, sha256: written }: ExportEntry, entries: Entries): Uint8Array {
  const stored = Object.hasOwn(entries, name) ? entries[name]! : null;
  if (stored?.byteLength !== bytes || sha256(stored) !== written) throw new Refusal('damaged-export');
  return stored;
}

/**
 * Expands documents, all together no further than a budget of bytes, and makes sure that each is an
 * update by itself that makes sense: what a client may not send must not come in by a file either.
 */
function expander(budget: number): Expand {
  let left = budget;
  return async (bytes) => {
    const document = await expanded(bytes).catch(() => null);
    if (!document || document.byteLength > left) throw new Refusal('damaged-export');
    left -= document.byteLength;
    if (!isWhole(document)) throw new Refusal('damaged-export');
    return document;
  };
}

function isWhole(document: Uint8Array): boolean {
  try {
    return meets(new Y.Doc(), requirementsOf(Y.decodeUpdate(document)));
  } catch {
    return false;
  }
}

/** Makes sure that both documents can be read, and by this version. */
function requireSound({ boardState, stageState }: States): { title: string; workshop: string } {
  try {
    const stageDoc = docFrom(stageState);
    if (isNewerStage(stageDoc)) throw new Refusal('newer-export');
    readNotes(docFrom(boardState));
    const { meta } = readStage(stageDoc);
    if (!meta) throw new Refusal('damaged-export');
    return { title: meta.title, workshop: meta.workshop };
  } catch (error) {
    throw error instanceof Refusal && error.code === 'newer-export' ? error : new Refusal('damaged-export');
  }
}

async function readSnapshot(
  { board, stage, content, id, title, remark, cause, subject, savedAt, savedBy, notes }: ExportManifest['snapshots'][number],
  contents: ReadonlyMap<string, Uint8Array>,
  expand: Expand,
): Promise<Omit<StoredSnapshot, 'board'>> {
  const [boardState, stageState] = [contents.get(board.name)!, contents.get(stage.name)!];
  await expand(boardState);
  await expand(stageState);
  const text = content ? Buffer.from(contents.get(content.name)!).toString() : '';
  if (content && !snapshotContent.safeParse(parsed(contents.get(content.name)!)).success) throw new Refusal('damaged-export');
  // Without what its reports tell, one that was saved could not be told as it was.
  if (!content && cause === 'saved') throw new Refusal('damaged-export');
  return { id, title, remark, cause, subject, savedAt, savedBy, notes, content: text, packed: true, boardState, stageState };
}

/** Snapshots under new ids, since those of the file may be taken here. */
function renamed(snapshots: readonly Omit<StoredSnapshot, 'board'>[]): Omit<StoredSnapshot, 'board'>[] {
  const ids = new Map(snapshots.map(({ id }) => [id, createId()]));
  return snapshots.map((snapshot) => ({
    ...snapshot,
    id: ids.get(snapshot.id)!,
    subject: snapshot.subject === null ? null : (ids.get(snapshot.subject) ?? null),
  }));
}

/**
 * Writes the board snapshot by snapshot, so that the relay goes on in between. Until all is there it
 * counts as deleted: one that was interrupted goes like any deleted board.
 */
async function write(storage: Storage, states: States, manifest: ExportManifest, snapshots: readonly Omit<StoredSnapshot, 'board'>[]): Promise<CreatedBoard> {
  const now = Date.now();
  const made = storage.transaction(() => {
    const created = openNewBoard(storage, states, now);
    storage.setBoardDeleted(created.board, now);
    return created;
  });
  try {
    // The list has the latest first; of equal times the one that was written later.
    for (const [index, snapshot] of [...snapshots.entries()].reverse()) {
      storage.transaction(() => {
        storage.addSnapshot({ ...snapshot, board: made.board });
        const { edits } = manifest.snapshots[index]!;
        if (edits !== null) storage.putReportEdits(snapshot.id, edits, now);
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    storage.transaction(() => storage.setBoardDeleted(made.board, null));
    return made;
  } catch (error) {
    storage.transaction(() => storage.eraseBoard(made.board));
    throw error;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}
