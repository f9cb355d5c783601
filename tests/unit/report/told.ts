import { renderReport } from '../../../server/reports/render.ts';
import type { Language } from '../../../shared/languages.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/protocol/api.ts';
import type { SnapshotContent } from '../../../shared/report/content.ts';

/** The formats that are texts. */
export const TEXT_FORMATS = REPORT_FORMATS.filter((format) => ['html', 'csv', 'md', 'json', 'svg'].includes(format));

/** A report in a format that is text. */
export async function renderText(content: SnapshotContent, format: ReportFormat, language: Language): Promise<{ body: string; contentType: string; fileName: string }> {
  const { body, ...rest } = await renderReport(content, format, language);
  return { ...rest, body: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(body) };
}
