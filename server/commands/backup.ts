import { readConfig } from '../config.ts';
import { backUp } from '../storage/backup.ts';
import { runOnFile } from './run.ts';

/* `npm run backup -- FILE` */

await runOnFile('npm run backup -- FILE', async (file) => {
  const { dataDir } = readConfig(process.env);
  const { boards, snapshots, bytes } = await backUp(dataDir, file);
  return `Saved ${dataDir} in ${file}: boards ${boards}, snapshots ${snapshots}, bytes ${bytes}.`;
});
