import type * as Y from 'yjs';
import { byOrder } from '../board/order.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { AGENDA_LIMITS } from '../protocol/limits.ts';
import { templateText } from '../templates/index.ts';
import { readCollectingUntil } from './collecting.ts';
import { readReaders } from './readers.ts';
import { instructionField, readAll, stageTypes, stepRecord, type StepRecord } from './records.ts';
import { ALLOWED_BY_KIND, type Allowed, type StepKind } from './steps.ts';

/**
 * The agenda of a board: its steps, and which of them is now. Each step is a `Y.Map` of its own, so
 * that facilitators who change different things at once never collide; which step is now is one
 * field, in which the later of two who move on at once prevails.
 */

export interface Step {
  id: string;
  kind: StepKind;
  order: string;
  /** How long it is meant to take; 0 where nobody has said. */
  minutes: number;
  /** As it was typed, for everybody; without it the step bears its kind's name in the reader's language. */
  title?: string | undefined;
  /** As typed, by language; without one the step shows its kind's instruction. */
  instructions: Partial<Record<Language, string>>;
  /** What participants may do in it. */
  allowed: Allowed;
}

export interface Agenda {
  steps: Step[];
  /** What was removed and can be put back, what went last first. */
  removed: Step[];
  /** The id of the step that is now; `null` before the start, and on boards without an agenda. */
  current: string | null;
}

/** What of the stage decides who may do what. */
export interface StageRules {
  /** Whether only facilitators may change notes now. */
  locked: boolean;
  agenda: Pick<Agenda, 'steps' | 'current'>;
  /** Participants who only read. */
  readers: ReadonlySet<string>;
  /** Until when notes are collected, in milliseconds since 1970; `null` where there is no such date. */
  collectingUntil: number | null;
}

const ANYTHING: Allowed = { notes: 'board', voting: true };
const NOTHING: Allowed = { notes: 'none', voting: false };

/**
 * What a participant may do now: everything before the agenda is started, unless the time to
 * collect notes is over; afterwards what the step allows. Being read-only leaves nothing. The lock,
 * and the end of collecting, are about notes: boards are locked so that people vote on what stands.
 * Facilitators may always do everything; ask for them only to say what holds for the others.
 * @param participant whoever asks; left out for what holds for participants in general
 * @param now milliseconds since 1970, by the server's clock
 */
export function allowedNow(rules: StageRules, participant: string | null = null, now = Date.now()): Allowed {
  if (participant !== null && rules.readers.has(participant)) return NOTHING;
  const usual = currentStep(rules.agenda)?.allowed ?? ANYTHING;
  return rules.locked || isCollectingOver(rules, now) ? { ...usual, notes: 'none' } : usual;
}

/** Whether nobody but facilitators writes because the time to collect notes is over. */
export function isCollectingOver({ agenda, collectingUntil }: Pick<StageRules, 'agenda' | 'collectingUntil'>, now = Date.now()): boolean {
  return currentStep(agenda) === null && collectingUntil !== null && now >= collectingUntil;
}

/** The step that is now; `null` before the start. */
export function currentStep({ steps, current }: Pick<Agenda, 'steps' | 'current'>): Step | null {
  return current === null ? null : (steps.find(({ id }) => id === current) ?? null);
}

/** The steps up to the one that is now: what participants may look at. */
export function stepsSoFar(agenda: Pick<Agenda, 'steps' | 'current'>): Step[] {
  const index = agenda.steps.findIndex(({ id }) => id === agenda.current);
  return agenda.steps.slice(0, index + 1);
}

/** The step that follows: the first one before the start, `null` at the end. */
export function nextStep({ steps, current }: Pick<Agenda, 'steps' | 'current'>): Step | null {
  return steps[steps.findIndex(({ id }) => id === current) + 1] ?? null;
}

/** What a step is called and asks for, in the reader's language where there is such a text, else in one there is. */
export function stepTexts(step: Pick<Step, 'kind' | 'title' | 'instructions'>, language: Language): { title: string; instruction: string } {
  const { title, instructions } = step;
  const typed = instructions[language];
  const elsewhere = LANGUAGES.map((other) => instructions[other]).find((text) => text);
  const usual = templateText(`step.${step.kind}.instruction`, language);
  return {
    title: title || templateText(`step.${step.kind}.title`, language) || step.kind,
    instruction: typed ?? elsewhere ?? usual ?? '',
  };
}

/** Reads the agenda. A step that was removed while it was the current one stays until somebody moves on. */
export function readAgenda(doc: Y.Doc): Agenda {
  const records = readAll(stageTypes(doc).agenda, stepRecord, ({ id }) => id).sort(byOrder);
  const stored = stageTypes(doc).now.get('step');
  const isNow = ({ id }: StepRecord) => id === stored;
  const here = records.filter((step) => typeof step.removed !== 'number' || isNow(step)).slice(0, AGENDA_LIMITS.steps);
  const gone = records.filter((step) => typeof step.removed === 'number' && !isNow(step));
  return {
    steps: here.map(toStep),
    removed: gone.sort((a, b) => b.removed! - a.removed!).slice(0, AGENDA_LIMITS.steps).map(toStep),
    current: here.find(isNow)?.id ?? null,
  };
}

/** Reads what decides who may do what, and nothing else of the stage. */
export function readRules(doc: Y.Doc): StageRules & { agenda: Agenda } {
  return {
    locked: stageTypes(doc).meta.get('locked') === true,
    agenda: readAgenda(doc),
    readers: readReaders(doc),
    collectingUntil: readCollectingUntil(doc),
  };
}

function toStep(step: StepRecord): Step {
  const { id, kind, order, minutes, title } = step;
  const usual = ALLOWED_BY_KIND[kind];
  const instructions = LANGUAGES.flatMap((language) => {
    const typed = step[instructionField(language)];
    return typed === undefined ? [] : [[language, typed]];
  });
  return {
    id,
    kind,
    order,
    minutes,
    ...(title !== undefined && title !== '' && { title }),
    instructions: Object.fromEntries(instructions),
    allowed: { notes: step.notes ?? usual.notes, voting: step.voting ?? usual.voting },
  };
}
