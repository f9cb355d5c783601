import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderReport } from '../server/reports/render.ts';
import { fullWorkshop } from './support/full-workshop.ts';

/* `npm run samples`: makes the sample reports in docs/ anew. */

const folder = join(import.meta.dirname, '../docs/samples');
await mkdir(folder, { recursive: true });
for (const format of ['pdf', 'docx', 'html'] as const) {
  const { body } = await renderReport(fullWorkshop(), format, 'en', { timeZone: 'Europe/Lisbon' });
  await writeFile(join(folder, `workshop-report.${format}`), body);
}
