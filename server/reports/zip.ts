import { zipSync, type Zippable } from 'fflate';
import type { ReportFormat } from '../../shared/protocol/api.ts';
import { REPORT_FORMATS } from '../../shared/protocol/api.ts';
import { reportJsonSchema } from '../../shared/report/json-schema.ts';
import { reportFileName } from './file-name.ts';
import { renderers, type ToRender } from './render.ts';

/** These are compressed as they come. */
const COMPRESSED: ReadonlySet<ReportFormat> = new Set(['pdf', 'docx', 'xlsx', 'png']);

/** The report in every other format, and what the JSON is made of, in one file. */
export async function reportAsZip(told: ToRender): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const format of REPORT_FORMATS.filter((one) => one !== 'zip')) {
    const render = await renderers[format]();
    const body = await render(told);
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    files[reportFileName(told.content, format)] = [bytes, { level: COMPRESSED.has(format) ? 0 : 6 }];
  }
  files['plenary-report.schema.json'] = [new TextEncoder().encode(reportJsonSchema()), { level: 6 }];
  return zipSync(files, { mtime: new Date(Math.min(Math.max(told.report.snapshot.savedAt, EARLIEST), LATEST)) });
}

/** A ZIP tells of times from 1980 to 2107 (APPNOTE.TXT, 4.4.6). */
const EARLIEST = Date.UTC(1980, 0, 2);
const LATEST = Date.UTC(2099, 0, 1);
