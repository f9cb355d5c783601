import { join } from 'node:path';
import { openDatabase } from '../../../server/storage/driver.ts';
import { noteUpdates } from '../load/board.ts';
import { watchUpdates } from '../load/delivery.ts';
import { pace, untilQuiet } from '../load/pace.ts';
import { enterAll } from '../load/person.ts';
import { median } from '../results/statistics.ts';
import { withRelay } from '../running.ts';
import { WITH_LEVELDB, type Case } from './case.ts';
import { latencyFigures } from './traffic.ts';

const RATE = 5;

/** One person writes on a quiet board, another looks on. */
export const lone: Case = {
  name: 'lone',
  title: 'A lone note on a quiet board',
  about: `One person writes ${RATE} notes a second, one looks on. A commit is one row of 300 bytes with \`synchronous = FULL\` into the same SQLite engine on the same disk, ${RATE} a second as well: one after the other they are quicker, because nothing has to wake.`,
  relays: WITH_LEVELDB,
  rows: [
    { key: 'p50', label: 'delivery p50, ms', digits: 2 },
    { key: 'p95', label: 'delivery p95, ms', digits: 2 },
    { key: 'p99', label: 'delivery p99, ms', digits: 2 },
    { key: 'commit', label: 'a commit alone, p50, ms', digits: 2 },
    { key: 'beyond', label: 'p50 beyond the commit, ms', digits: 2 },
  ],
  goals: [{ key: 'beyond', atMost: 5 }],
  run: (kind, { seconds, profile }) =>
    withRelay(kind, profile, async ({ server, folder }) => {
      const [writer, reader] = await enterAll(await kind.openRoom(server, 2));
      const updates = noteUpdates(RATE * seconds);
      const delivery = watchUpdates([reader!], updates.length);
      await pace(RATE, seconds, (index) => {
        delivery.sent(index);
        writer!.update(updates[index]!);
      });
      await untilQuiet(server, [reader!]);
      const figures = latencyFigures(delivery);
      if (kind.name !== 'plenary') return figures;
      const commit = await measureCommit(folder, seconds);
      return { ...figures, commit, beyond: figures.p50! - commit };
    }),
};

async function measureCommit(folder: string, seconds: number): Promise<number> {
  const database = await openDatabase(join(folder, 'commit.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (data BLOB)');
  const insert = database.prepare('INSERT INTO rows VALUES (?)');
  const row = new Uint8Array(300);
  const times: number[] = [];
  await pace(RATE, seconds, () => {
    const start = performance.now();
    insert.run(row);
    times.push(performance.now() - start);
  });
  database.close();
  return median(times)!;
}
