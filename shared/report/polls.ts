import type * as Y from 'yjs';
import type { Language } from '../languages.ts';
import { POLL_KINDS, readPolls, type PollKind } from '../stage/polls.ts';
import { z } from '../zod.ts';
import { legible } from './characters.ts';
import { formatDecimal } from './formats.ts';
import { reportTexts } from './texts.ts';

/** The quick questions of a board in its snapshot, and as a report tells them. */

/** A quick question that has ended. */
export const snapshotPoll = z.object({
  id: z.string(),
  kind: z.enum(POLL_KINDS),
  question: z.string(),
  /** What could be answered: numbers, 'yes' and 'no', or words as they were typed. */
  options: z.array(z.string()),
  /** How many gave each, in their order. */
  result: z.array(z.number().int().min(0)),
});

export type SnapshotPoll = z.infer<typeof snapshotPoll>;

/** The quick questions that have a result, in the order they were asked. */
export function freezePolls(stageDoc: Y.Doc): SnapshotPoll[] {
  return readPolls(stageDoc).flatMap(({ id, kind, question, options, result }) => (result ? [{ id, kind, question, options: [...options], result: [...result] }] : []));
}

/** One quick question as the report tells it. */
export interface ReportPoll {
  id: string;
  kind: PollKind;
  question: string;
  /** How it was asked, how many answered, and of a fist to five what that is on average. */
  facts: string[];
  answers: { answer: string; count: number }[];
  people: number;
}

export function tellPolls(polls: readonly SnapshotPoll[], language: Language): ReportPoll[] {
  const { polls: texts } = reportTexts(language);
  return polls.map(({ id, kind, question, options, result }) => {
    const people = result.reduce((sum, count) => sum + count, 0);
    const average = kind === 'fist' && people > 0 ? result.reduce((sum, count, fingers) => sum + count * fingers, 0) / people : null;
    return {
      id,
      kind,
      question: legible(question),
      facts: [texts.kinds[kind], texts.answered(people), ...(average === null ? [] : [texts.average(formatDecimal(average, language))])],
      answers: options.map((option, index) => ({ answer: kind === 'yes-no' && (option === 'yes' || option === 'no') ? texts[option] : legible(option), count: result[index] ?? 0 })),
      people,
    };
  });
}
