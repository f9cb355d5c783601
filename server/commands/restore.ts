import { readConfig } from '../config.ts';
import { restore } from '../storage/restore.ts';
import { runOnFile } from './run.ts';

/* `npm run restore -- FILE` */

await runOnFile('npm run restore -- FILE', async (file) => {
  const { dataDir } = readConfig(process.env);
  const { boards, snapshots, aside } = await restore(dataDir, file);
  const kept = aside ? ` What was there before is kept as ${aside}.` : '';
  return `Restored ${file} into ${dataDir}: boards ${boards}, snapshots ${snapshots}.${kept}`;
});
