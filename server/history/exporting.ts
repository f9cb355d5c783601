import { Zip, ZipPassThrough } from 'fflate';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { Relay } from '../relay/relay.ts';
import type { SnapshotRecord, StoredSnapshot } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { EXPORT_FORMAT, EXPORT_VERSION, MANIFEST, sha256, type ExportEntry, type ExportManifest } from './manifest.ts';
import { pack } from './states.ts';

/**
 * A whole board as one file, made while it is read, one snapshot at a time, so that the relay goes
 * on in between. A snapshot that is damaged on disk is left out and counted.
 * @throws Refusal 'unknown-board'
 */
export function exportBoard(storage: Storage, relay: Relay, board: string): ReadableStream<Uint8Array> {
  const known = storage.findBoard(board);
  if (!known) throw new Refusal('unknown-board');
  const states = { boardState: relay.state({ board, kind: 'board' }), stageState: relay.state({ board, kind: 'stage' }) };
  const snapshots = storage.listSnapshots(board);
  let cancelled = false;

  const write = async (file: ZipFile) => {
    const held = await pack(states);
    const manifest: ExportManifest = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      exportedAt: Date.now(),
      createdAt: known.createdAt,
      board: file.add('documents/board.z', held.boardState),
      stage: file.add('documents/stage.z', held.stageState),
      snapshots: [],
      damaged: 0,
    };
    for (const record of snapshots) {
      await file.drained();
      if (cancelled) return;
      const stored = readOrNull(storage, record);
      if (stored === 'damaged') manifest.damaged += 1;
      // One that was thinned out since is missing like any other of its kind.
      else if (stored) manifest.snapshots.push(await addSnapshot(file, stored, storage.reportEdits(stored.id)));
    }
    file.add(MANIFEST, Buffer.from(JSON.stringify(manifest)));
    file.end();
  };

  let pull = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const file = zipInto(controller, (next) => (pull = next));
        write(file).catch((error: unknown) => {
          reportUnexpected(`exporting board ${board}`, error);
          controller.error(error);
        });
      },
      pull: () => pull(),
      cancel() {
        cancelled = true;
        pull();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 1024 * 1024 }),
  );
}

interface ZipFile {
  add(name: string, bytes: Uint8Array): ExportEntry;
  /** Waits until the reader has taken nearly all there is; others have their turn meanwhile. */
  drained(): Promise<void>;
  end(): void;
}

function zipInto(controller: ReadableStreamDefaultController<Uint8Array>, onPull: (pull: () => void) => void): ZipFile {
  const zip = new Zip((error, chunk, final) => {
    if (error) throw error;
    if (chunk.length > 0) controller.enqueue(chunk);
    if (final) controller.close();
  });
  return {
    add(name, bytes) {
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(bytes, true);
      return { name, bytes: bytes.byteLength, sha256: sha256(bytes) };
    },
    async drained() {
      await new Promise((resolve) => setImmediate(resolve));
      if ((controller.desiredSize ?? 0) > 0) return;
      await new Promise<void>((resolve) => onPull(resolve));
    },
    end: () => zip.end(),
  };
}

function readOrNull(storage: Storage, { board, id }: SnapshotRecord): StoredSnapshot | 'damaged' | null {
  try {
    return storage.readSnapshot(board, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'damaged-snapshot') return 'damaged';
    throw error;
  }
}

async function addSnapshot(file: ZipFile, stored: StoredSnapshot, edits: string | null): Promise<ExportManifest['snapshots'][number]> {
  const { id, title, remark, cause, subject, savedAt, savedBy, notes, content } = stored;
  const held = stored.packed ? stored : await pack(stored);
  const folder = `snapshots/${id}`;
  return {
    id,
    title,
    remark,
    cause,
    subject,
    savedAt,
    savedBy,
    notes,
    board: file.add(`${folder}/board.z`, held.boardState),
    stage: file.add(`${folder}/stage.z`, held.stageState),
    content: content === '' ? null : file.add(`${folder}/content.json`, Buffer.from(content)),
    edits,
  };
}
