import { z } from '../zod.ts';
import { reportJson } from './json.ts';

/**
 * What the JSON export of a report is made of, as a JSON Schema (draft 2020-12), for programs that
 * are not ours. `docs/report.schema.json` is the same text.
 */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportJson, { io: 'output', unrepresentable: 'any' });
  return `${JSON.stringify({ $id: 'urn:plenary:report:1', title: 'Plenary report', ...schema }, null, 2)}\n`;
}
