import { z } from '../zod.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { snapshotContent, type SnapshotContent } from './content.ts';

/**
 * The JSON export of a report: all that the snapshot holds, and the language it was asked for in.
 * Whoever reads it can tell the report in any language with `buildReport` and `boardPicture`.
 */
export const reportJson = z.object({
  format: z.literal('plenary-report'),
  version: z.literal(1),
  language: z.enum(LANGUAGES),
  content: snapshotContent,
});

export type ReportJson = z.infer<typeof reportJson>;

/**
 * The export as text; `reportJson.parse(JSON.parse(text))` gives back the same content. It is not
 * indented: that writes out the depth of each line, which a deeply nested drawing multiplies.
 */
export function reportAsJson(content: SnapshotContent, language: Language): string {
  const report: ReportJson = { format: 'plenary-report', version: 1, language, content };
  return `${JSON.stringify(report)}\n`;
}
