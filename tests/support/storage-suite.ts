import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { StoredSnapshot } from '../../server/storage/records.ts';
import type { Storage } from '../../server/storage/types.ts';
import { temporaryFolder } from './folder.ts';
import type { OpenStorage } from './storage-adapters.ts';

/** What every storage has to keep, whatever it is made of. */
export function storageSuite(name: string, open: OpenStorage): void {
  const opened = async (folder = temporaryFolder()) => {
    const storage = await open(folder);
    let closed = false;
    const close = () => {
      if (!closed) storage.close();
      closed = true;
    };
    onTestFinished(close);
    return { ...storage, close, folder };
  };

  describe(`storage with ${name}`, () => {
    test('updates come back in the order in which they were appended, each room for itself', async () => {
      const storage = await opened();
      const seqs = ['a', 'b', 'a', 'a', 'b'].map((room, index) =>
        storage.transaction(() => storage.appendUpdate(room, Uint8Array.of(index))),
      );
      expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
      expect(bytesOf(storage, 'a')).toEqual([[0], [2], [3]]);
      expect(storage.loadUpdates('b').map(({ seq }) => seq)).toEqual([seqs[1], seqs[4]]);
      expect(storage.loadUpdates('nowhere')).toEqual([]);
    });

    test('the rooms of a board are told, and not those of one whose name begins alike', async () => {
      const storage = await opened();
      for (const room of ['b/board', 'b/desk/ana', 'b/board', 'b-c/board', 'a/board', 'bb/stage']) storage.transaction(() => storage.appendUpdate(room, Uint8Array.of(1)));
      expect(storage.roomsOf('b').sort()).toEqual(['b/board', 'b/desk/ana']);
      expect(storage.roomsOf('c')).toEqual([]);
    });

    test('whose clients are whose is forgotten for one room', async () => {
      const storage = await opened();
      storage.transaction(() => {
        storage.addWriter('a', 1, 'ana');
        storage.addWriter('b', 1, 'ben');
        storage.removeWriters('a');
      });
      expect([storage.writerOf('a', 1), storage.writerOf('b', 1)]).toEqual([null, 'ben']);
    });

    test('any bytes come back as they were, the largest message too', async () => {
      const storage = await opened();
      const updates = [new Uint8Array(0), Uint8Array.from({ length: 256 }, (_, byte) => byte), new Uint8Array(8 * 1024 * 1024).fill(7)];
      storage.transaction(() => updates.forEach((update) => storage.appendUpdate('a', update)));
      const loaded = storage.loadUpdates('a').map(({ update }) => Buffer.from(update));
      expect(loaded.map((update, index) => update.equals(updates[index]!))).toEqual([true, true, true]);
    });

    test('what was written is there when it is opened again', async () => {
      const { folder, close, ...first } = await opened();
      first.transaction(() => {
        first.addBoard({ id: 'b', createdAt: 1 });
        first.appendUpdate('a', Uint8Array.of(1));
      });
      close();
      const second = await opened(folder);
      expect([second.hasBoard('b'), bytesOf(second, 'a')]).toEqual([true, [[1]]]);
    });

    test('a transaction whose work throws leaves nothing behind, passes the error on, and others follow', async () => {
      const storage = await opened();
      const failing = () =>
        storage.transaction(() => {
          storage.addBoard({ id: 'b', createdAt: 1 });
          addLink(storage, 'link', 'b');
          storage.appendUpdate('a', Uint8Array.of(1));
          throw new Error('on purpose');
        });
      expect(failing).toThrow('on purpose');
      expect([storage.hasBoard('b'), storage.findLink('hash of link'), bytesOf(storage, 'a')]).toEqual([false, null, []]);
      expect(storage.transaction(() => storage.appendUpdate('a', Uint8Array.of(2)))).toBeGreaterThan(0);
      expect(bytesOf(storage, 'a')).toEqual([[2]]);
    });

    test('a transaction that the storage itself refuses is taken back as a whole', async () => {
      const storage = await opened();
      const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
      const twice = () =>
        storage.transaction(() => {
          storage.addBoard({ id: 'b', createdAt: 1 });
          storage.addBoard({ id: 'b', createdAt: 2 });
        });
      expect(twice).toThrow(expect.objectContaining({ code: 'not-saved' }));
      expect(complaints).toHaveBeenCalledOnce();
      expect(storage.hasBoard('b')).toBe(false);
      complaints.mockRestore();
    });

    test('a compacted room holds the same document, and what was appended since', async () => {
      const storage = await opened();
      const doc = new Y.Doc();
      const seqs: number[] = [];
      doc.on('update', (update: Uint8Array) => seqs.push(storage.transaction(() => storage.appendUpdate('a', update))));
      for (let index = 0; index < 20; index += 1) doc.getText('t').insert(index % 3, `${index}.`);
      const state = { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
      doc.getText('t').delete(0, 4);
      storage.transaction(() => storage.appendUpdate('other', Uint8Array.of(9)));
      storage.transaction(() => storage.compactUpdates('a', state, seqs[19]!));
      expect(storage.loadUpdates('a').map(({ seq }) => seq)).toEqual([seqs[19], seqs[20]]);
      expect(storage.loadUpdates('a').map(({ stateVector }) => stateVector && Buffer.from(stateVector))).toEqual([Buffer.from(state.stateVector), null]);
      expect(documentOf(storage, 'a').getText('t').toString()).toBe(doc.getText('t').toString());
      expect(bytesOf(storage, 'other')).toEqual([[9]]);
      expect(storage.transaction(() => storage.appendUpdate('a', Uint8Array.of(0, 0)))).toBeGreaterThan(seqs[20]!);
    });

    test('killed in the middle of compacting, it has lost nothing and left nothing behind', { timeout: 120_000 }, async () => {
      const folder = temporaryFolder();
      const saved: string[] = [];
      let interrupted = 0;
      for (let round = 0; interrupted < 8; round += 1) {
        const lines = await killWhileCompacting([name, folder, String(round)], { compactions: 1 + (round % 3), after: 2 * (round % 4) });
        if (lines.at(-1) === 'compacting') interrupted += 1;
        saved.push(...lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length)));
        const storage = await open(folder);
        const rows = storage.loadUpdates('room').map(({ update }) => keysIn(update));
        const document = documentOf(storage, 'room');
        storage.close();
        expect(saved.filter((key) => !document.getMap('marks').has(key))).toEqual([]);
        // Half a compaction would show as changes that are in two rows.
        expect(rows.flat().sort()).toEqual([...new Set(rows.flat())].sort());
        expect(rows.length).toBeGreaterThan(0);
      }
    });

    test('links are found by their hash, of whatever board, and say when they were revoked', async () => {
      const storage = await opened();
      storage.transaction(() => {
        for (const board of ['b', 'c']) {
          storage.addBoard({ id: board, createdAt: 1 });
          addLink(storage, `guest of ${board}`, board);
        }
        addLink(storage, 'host of b', 'b', 'facilitator');
      });
      expect(storage.transaction(() => storage.revokeLinks('b', 'participant', 5))).toEqual(['guest of b']);
      expect(storage.transaction(() => storage.revokeLinks('b', 'participant', 6))).toEqual([]);
      expect(storage.findLink('hash of guest of b')).toMatchObject({ id: 'guest of b', board: 'b', role: 'participant', revokedAt: 5 });
      expect(storage.findLink('hash of host of b')).toMatchObject({ role: 'facilitator', createdAt: 2, revokedAt: null });
      expect(storage.findLink('hash of guest of c')).toMatchObject({ board: 'c', revokedAt: null });
      expect(storage.findLink('hash of nothing')).toBe(null);
    });

    test('the current link of a role is the one that was not revoked; its end and passphrase are kept', async () => {
      const storage = await opened();
      storage.transaction(() => {
        storage.addBoard({ id: 'b', createdAt: 1 });
        addLink(storage, 'first', 'b');
      });
      expect(storage.currentLink('b', 'participant')).toMatchObject({ id: 'first', expiresAt: null, passphraseHash: null });
      storage.transaction(() => {
        storage.revokeLinks('b', 'participant', 5);
        const second = { id: 'second', board: 'b', role: 'participant', secretHash: 's', createdAt: 6 } as const;
        storage.addLink({ ...second, expiresAt: 7, passphraseHash: 'of the passphrase' });
      });
      expect(storage.currentLink('b', 'participant')).toMatchObject({ id: 'second', expiresAt: 7, passphraseHash: 'of the passphrase' });
      expect(storage.findLink('s')).toMatchObject({ id: 'second', expiresAt: 7 });
      expect(storage.currentLink('b', 'viewer')).toBe(null);
    });

    test('a session says when it was revoked, and when its link ends or was revoked', async () => {
      const storage = await opened();
      storage.transaction(() => {
        storage.addBoard({ id: 'b', createdAt: 1 });
        addLink(storage, 'link', 'b');
        storage.addLink({ id: 'ending', board: 'b', role: 'viewer', secretHash: 'e', createdAt: 1, expiresAt: 9 });
        storage.addSession({ tokenHash: 't', board: 'b', link: 'link', participant: 'p', role: 'participant', createdAt: 3 });
        storage.addSession({ tokenHash: 'v', board: 'b', link: 'ending', participant: null, role: 'viewer', createdAt: 4 });
      });
      const found = { tokenHash: 't', board: 'b', link: 'link', participant: 'p', role: 'participant', createdAt: 3 };
      const valid = { revokedAt: null, linkRevokedAt: null, linkExpiresAt: null };
      expect(storage.findSession('t')).toMatchObject({ ...found, ...valid });
      expect(storage.findSession('v')).toMatchObject({ ...valid, participant: null, role: 'viewer', linkExpiresAt: 9 });
      expect(storage.findSession('nobody')).toBe(null);
      storage.transaction(() => storage.revokeLinks('b', 'participant', 5));
      expect(storage.findSession('t')).toMatchObject({ ...found, ...valid, linkRevokedAt: 5 });
      storage.transaction(() => storage.revokeSession('t', 6));
      expect(storage.findSession('t')).toMatchObject({ revokedAt: 6 });
      expect(storage.findSession('v')).toMatchObject({ revokedAt: null });
    });

    test("a person's sessions are found, and one may be given another role", async () => {
      const storage = await opened();
      storage.transaction(() => {
        storage.addBoard({ id: 'b', createdAt: 1 });
        addLink(storage, 'guests', 'b');
        addLink(storage, 'hosts', 'b', 'facilitator');
        for (const tokenHash of ['phone', 'laptop']) {
          storage.addSession({ tokenHash, board: 'b', link: 'guests', participant: 'p', role: 'participant', createdAt: 3 });
        }
        storage.addSession({ tokenHash: 'other', board: 'b', link: 'guests', participant: 'q', role: 'participant', createdAt: 3 });
      });
      const tokens = (participant: string) => storage.sessionsOf('b', participant).map(({ tokenHash }) => tokenHash).sort();
      expect([tokens('p'), tokens('q'), tokens('r')]).toEqual([['laptop', 'phone'], ['other'], []]);
      expect(storage.facilitatorSessions('b')).toEqual([]);
      storage.transaction(() => storage.changeSession('phone', { role: 'facilitator', link: 'hosts' }));
      expect(storage.facilitatorSessions('b')).toMatchObject([{ tokenHash: 'phone', role: 'facilitator', link: 'hosts' }]);
      expect(storage.findSession('laptop')).toMatchObject({ role: 'participant', link: 'guests' });
    });

    test('snapshots are listed newest first and come back whole, to their own board alone', async () => {
      const storage = await opened();
      const snapshots = [snapshotOf('one', 10), snapshotOf('two', 20), snapshotOf('three', 20)];
      storage.transaction(() => {
        for (const id of ['b', 'c']) storage.addBoard({ id, createdAt: 1 });
        snapshots.forEach((snapshot) => storage.addSnapshot(snapshot));
      });
      expect(storage.listSnapshots('b').map(({ id }) => id)).toEqual(['three', 'two', 'one']);
      expect(storage.listSnapshots('c')).toEqual([]);
      const read = storage.readSnapshot('b', 'one')!;
      expect({ ...read, boardState: [...read.boardState], stageState: [...read.stageState] }).toMatchObject({
        ...snapshots[0]!,
        boardState: [1, 2],
        stageState: [3],
      });
      expect([storage.readSnapshot('c', 'one'), storage.readSnapshot('b', 'none')]).toEqual([null, null]);
    });

    test('the link of a report leads to its snapshot', async () => {
      const storage = await opened();
      storage.transaction(() => {
        storage.addBoard({ id: 'b', createdAt: 1 });
        storage.addSnapshot(snapshotOf('one', 10));
        storage.addReportLink({ id: 'r', snapshot: 'one', secretHash: 'h', createdAt: 11 });
      });
      expect(storage.findReportLink('h')).toMatchObject({ board: 'b', snapshot: 'one' });
      expect(storage.findReportLink('other')).toBe(null);
    });

    test('a try whether it can be written to leaves nothing', async () => {
      const storage = await opened();
      const before = storage.transaction(() => storage.appendUpdate('a', Uint8Array.of(1)));
      storage.checkWritable();
      expect(storage.loadUpdates('')).toEqual([]);
      expect(storage.loadUpdates('a').map(({ seq }) => seq)).toEqual([before]);
    });
  });
}

/** Runs the worker until it has begun its n-th compaction, kills it so many milliseconds later, and returns its lines. */
async function killWhileCompacting(args: string[], { compactions, after }: { compactions: number; after: number }): Promise<string[]> {
  const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'compaction-worker.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void worker.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface(worker.stdout).on('line', (line) => {
    lines.push(line);
    if (line === 'compacting' && lines.filter((known) => known === line).length === compactions) {
      setTimeout(() => worker.kill('SIGKILL'), after);
    }
  });
  await once(worker, 'close');
  expect(worker.signalCode).toBe('SIGKILL');
  return lines;
}

function bytesOf(storage: Storage, room: string): number[][] {
  return storage.loadUpdates(room).map(({ update }) => [...update]);
}

function documentOf(storage: Storage, room: string): Y.Doc {
  const doc = new Y.Doc();
  for (const { update } of storage.loadUpdates(room)) Y.applyUpdate(doc, update);
  return doc;
}

/** The keys that one row of the worker's log sets, whether those it builds on are there or not. */
function keysIn(update: Uint8Array): string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => ('parentSub' in struct && struct.parentSub ? [struct.parentSub] : []));
}

function addLink(storage: Storage, id: string, board: string, role: 'participant' | 'facilitator' = 'participant'): void {
  storage.addLink({ id, board, role, secretHash: `hash of ${id}`, createdAt: 2 });
}

function snapshotOf(id: string, savedAt: number): StoredSnapshot {
  return {
    id,
    board: 'b',
    title: `Snapshot ${id}`,
    savedAt,
    savedBy: 'Ana',
    remark: '',
    cause: 'saved',
    subject: null,
    packed: false,
    notes: 3,
    content: '{"notes":"Évora"}',
    boardState: Uint8Array.of(1, 2),
    stageState: Uint8Array.of(3),
  };
}
