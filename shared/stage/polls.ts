import * as Y from 'yjs';
import { createId } from '../ids.ts';
import { POLL_LIMITS } from '../protocol/limits.ts';
import { cutText, oneLine } from '../text.ts';
import { z } from '../zod.ts';
import { changeStage, record } from './change.ts';
import { readAll, stageTypes } from './records.ts';

/**
 * Quick polls, as by a show of hands: everybody sees who says what, while they say it. Answers live
 * in presence; what the facilitator who ends the poll sees then is its result. For what has to be
 * secret, or counted to the last, there are votes.
 */

export const POLL_KINDS = ['fist', 'yes-no', 'choice'] as const;

export type PollKind = (typeof POLL_KINDS)[number];

/** From a fist, 'not at all', to five fingers, 'with all my heart'. */
const FINGERS = ['0', '1', '2', '3', '4', '5'];
/** Their words are looked up in the reader's language. */
const YES_NO = ['yes', 'no'];

const text = (limit: number) => z.string().transform((value) => cutText(value, limit));

const pollRecord = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(POLL_KINDS),
  question: text(POLL_LIMITS.question).catch(''),
  /** Only of a choice: what there is to choose from, as it was typed. */
  choices: z.array(z.string()).catch([]).transform((all) => all.slice(0, POLL_LIMITS.options).map((option) => cutText(option, POLL_LIMITS.option))),
  askedAt: z.number().catch(0),
  /** How many gave each answer, once it has ended. */
  result: z.array(z.number().int().min(0)).max(POLL_LIMITS.options).nullish().catch(null),
});

export interface Poll {
  id: string;
  kind: PollKind;
  question: string;
  /** What can be answered: numbers, 'yes' and 'no', or words as they were typed. */
  options: readonly string[];
  /** How many gave each, in their order; `null` while it goes on. */
  result: readonly number[] | null;
}

/** Asks everybody. What was asked before is put away with the result it has. @returns its id */
export function askPoll(doc: Y.Doc, asked: { kind: PollKind; question: string; choices?: readonly string[] }, at = Date.now()): string {
  const id = createId();
  const choices = choicesOf(asked.choices ?? []);
  changeStage(doc, () => {
    const poll = { id, kind: asked.kind, question: oneLine(asked.question, POLL_LIMITS.question), choices, askedAt: at };
    stageTypes(doc).polls.set(id, record(poll));
    stageTypes(doc).now.set('poll', id);
  });
  return id;
}

/** What there is to choose from, as it was typed: each once, and no more than can be asked. */
export function choicesOf(typed: readonly string[]): string[] {
  return [...new Set(typed.map((choice) => oneLine(choice, POLL_LIMITS.option)).filter(Boolean))].slice(0, POLL_LIMITS.options);
}

/** Ends a poll with what was answered by then. @param answers by participant: the index of an option */
export function endPoll(doc: Y.Doc, id: string, answers: ReadonlyMap<string, number>): void {
  const poll = readPolls(doc).find((one) => one.id === id);
  const stored = stageTypes(doc).polls.get(id);
  if (!poll || poll.result || !(stored instanceof Y.Map)) return;
  changeStage(doc, () => stored.set('result', countAnswers(poll, answers)));
}

/** Puts the poll that is shown away; its result is kept. */
export function closePoll(doc: Y.Doc): void {
  changeStage(doc, () => stageTypes(doc).now.delete('poll'));
}

/** How many gave each answer; an answer that is none does not count. */
export function countAnswers({ options }: Pick<Poll, 'options'>, answers: ReadonlyMap<string, number>): number[] {
  const counts = options.map(() => 0);
  for (const answer of answers.values()) if (answer in counts) counts[answer]! += 1;
  return counts;
}

/** All polls of the board, in the order they were asked. */
export function readPolls(doc: Y.Doc): Poll[] {
  return readAll(stageTypes(doc).polls, pollRecord, ({ id }) => id)
    .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
    .map(({ id, kind, question, choices, result }) => {
      const options = kind === 'fist' ? FINGERS : kind === 'yes-no' ? YES_NO : choices;
      return { id, kind, question, options, result: result?.length === options.length ? result : null };
    });
}

/** The poll that is before everybody, while it goes on or with its result. */
export function readCurrentPoll(doc: Y.Doc): Poll | null {
  const id = stageTypes(doc).now.get('poll');
  return readPolls(doc).find((poll) => poll.id === id) ?? null;
}
