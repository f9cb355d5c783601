import type { Language } from '../../shared/languages.ts';
import type { ReportFormat } from '../../shared/protocol/api.ts';
import type { SnapshotContent } from '../../shared/report/content.ts';
import { buildReport, type Report } from '../../shared/report/model.ts';
import { reportFileName } from './file-name.ts';

/** A report as a file to be answered with. `fileName` is ASCII and safe in a Content-Disposition header. */
export interface RenderedReport {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  fileName: string;
}

/** What a renderer is given: the snapshot, and the report it tells. */
export interface ToRender {
  content: SnapshotContent;
  report: Report;
  language: Language;
}

/** Makes one format. Texts are in UTF-8. */
export type Render = (told: ToRender) => string | Uint8Array | Promise<string | Uint8Array>;

/** RFC 4180 registers `header`; the rest are the usual types. */
const CONTENT_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  zip: 'application/zip',
};

/** Each is loaded when it is first asked for: whoever reads a page need not wait for what makes a PDF. */
export const renderers: Record<ReportFormat, () => Promise<Render>> = {
  html: async () => (await import('./html.ts')).reportAsHtml,
  pdf: async () => (await import('./pdf/pdf.ts')).reportAsPdf,
  docx: async () => (await import('./docx/docx.ts')).reportAsDocx,
  xlsx: async () => (await import('./xlsx.ts')).reportAsXlsx,
  csv: async () => {
    const { reportAsCsv } = await import('../../shared/report/csv.ts');
    return ({ report }) => reportAsCsv(report);
  },
  md: async () => {
    const { reportAsMarkdown } = await import('../../shared/report/markdown.ts');
    return ({ report }) => reportAsMarkdown(report);
  },
  json: async () => {
    const { reportAsJson } = await import('../../shared/report/json.ts');
    return ({ content, language }) => reportAsJson(content, language);
  },
  png: async () => (await import('./painted.ts')).boardAsPng,
  svg: async () => (await import('./picture.ts')).boardAsSvg,
  zip: async () => (await import('./zip.ts')).reportAsZip,
};

/**
 * Tells a snapshot in a format and a language, here and now. It may take seconds of this thread, so
 * that the server asks a `ReportMaker` instead.
 * @param options.timeZone IANA name; UTC unless told. Times say which it is.
 */
export async function renderReport(
  content: SnapshotContent,
  format: ReportFormat,
  language: Language,
  options: { timeZone?: string | undefined } = {},
): Promise<RenderedReport> {
  const report = buildReport(content, language, options);
  const body = await (await renderers[format]())({ content, report, language });
  return {
    body: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
    contentType: CONTENT_TYPES[format],
    fileName: reportFileName(content, format),
  };
}
