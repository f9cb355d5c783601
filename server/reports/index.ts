import type { Language } from '../../shared/languages.ts';
import type { ReportFormat } from '../../shared/protocol/api.ts';
import type { SnapshotContent } from '../../shared/report/content.ts';
import { reportAsCsv } from '../../shared/report/csv.ts';
import { reportAsJson } from '../../shared/report/json.ts';
import { reportAsMarkdown } from '../../shared/report/markdown.ts';
import { buildReport } from '../../shared/report/model.ts';
import { reportFileName } from './file-name.ts';
import { reportAsHtml } from './html.ts';

/** A report as a file to be answered with. `fileName` is ASCII and safe in a Content-Disposition header. */
export interface RenderedReport {
  body: string;
  contentType: string;
  fileName: string;
}

/** RFC 4180 registers `header`; the rest are the usual types. All bodies are UTF-8. */
const CONTENT_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

const RENDERERS: Record<ReportFormat, (content: SnapshotContent, language: Language) => string | Promise<string>> = {
  html: reportAsHtml,
  md: (content, language) => reportAsMarkdown(buildReport(content, language)),
  csv: (content, language) => reportAsCsv(buildReport(content, language)),
  json: reportAsJson,
};

/** Tells a snapshot in a format and a language. Times are told in UTC, and say so. */
export async function renderReport(content: SnapshotContent, format: ReportFormat, language: Language): Promise<RenderedReport> {
  return {
    body: await RENDERERS[format](content, language),
    contentType: CONTENT_TYPES[format],
    fileName: reportFileName(content, format),
  };
}
