import { z } from '../zod.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { snapshotContent, type SnapshotContent } from './content.ts';

/** The version of the JSON export. What makes older readers fail raises it. */
export const REPORT_JSON_VERSION = 1;

/**
 * The JSON export of a report: all that the snapshot holds, and the language it was asked for in.
 * Whoever reads it can tell the report in any language with `buildReport` and `boardPicture`.
 */
export const reportJson = z.object({
  format: z.literal('plenary-report'),
  version: z.literal(REPORT_JSON_VERSION),
  language: z.enum(LANGUAGES),
  content: snapshotContent,
});

export type ReportJson = z.infer<typeof reportJson>;

/** Why a text is not read as a report, in a sentence for whoever chose it. */
export class ReportJsonError extends Error {
  override name = 'ReportJsonError';
}

/**
 * The export as text; `readReportJson(text)` gives back the same content. It is not indented: that
 * writes out the depth of each line, which a deeply nested drawing multiplies.
 */
export function reportAsJson(content: SnapshotContent, language: Language): string {
  const report: ReportJson = { format: 'plenary-report', version: REPORT_JSON_VERSION, language, content };
  return `${JSON.stringify(report)}\n`;
}

/**
 * Reads an export.
 * @throws ReportJsonError for what is none, or one of a newer version
 */
export function readReportJson(text: string): ReportJson {
  const value = parse(text);
  const parsed = reportJson.safeParse(value);
  if (parsed.success) return parsed.data;
  const envelope = z.object({ format: z.literal('plenary-report'), version: z.number().gt(REPORT_JSON_VERSION) }).safeParse(value);
  throw new ReportJsonError(envelope.success ? 'This report was written by a newer version of Plenary.' : 'This is not a report of Plenary.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
