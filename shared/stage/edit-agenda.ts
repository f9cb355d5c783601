import * as Y from 'yjs';
import { generateNKeysBetween } from 'fractional-indexing';
import { orderAt } from '../board/order.ts';
import { createId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { AGENDA_LIMITS } from '../protocol/limits.ts';
import { AGENDAS, type TemplateId } from '../templates/index.ts';
import { cutText, oneLine } from '../text.ts';
import { currentStep, readAgenda } from './agenda.ts';
import { changeStage, record, setAll } from './change.ts';
import { instructionField, stageTypes } from './records.ts';
import { ALLOWED_BY_KIND, type StepKind, type Writing } from './steps.ts';
import { timerOf, writeTimer } from './timer.ts';

/** What a facilitator does to the agenda, before the workshop and during it. Acts of two people at once all hold. */

/** Puts the agenda of a template on a stage that has none. */
export function seedAgenda(doc: Y.Doc, template: TemplateId): void {
  const steps = AGENDAS[template];
  const orders = generateNKeysBetween(null, null, steps.length);
  changeStage(doc, () => {
    // The ids are the template's, so that of two who do this at once neither doubles the agenda.
    steps.forEach((step, index) => stageTypes(doc).agenda.set(step.id, record({ ...step, order: orders[index]! })));
  });
}

/**
 * Adds a step; behind all others when no index is given.
 * @returns its id; `null` where the agenda is as long as it may be
 */
export function addStep(doc: Y.Doc, step: { kind: StepKind; minutes: number }, index?: number): string | null {
  const { steps } = readAgenda(doc);
  if (steps.length >= AGENDA_LIMITS.steps) return null;
  const id = createId();
  const order = orderAt(steps.map((other) => other.order), index ?? steps.length);
  changeStage(doc, () => stageTypes(doc).agenda.set(id, record({ id, kind: step.kind, minutes: soundMinutes(step.minutes), order })));
  return id;
}

/** What can be changed of a step; what is left out stays. */
export interface StepWishes {
  kind?: StepKind;
  minutes?: number;
  /** Empty for the name of its kind. */
  title?: string;
  /** By language; empty for the instruction of its kind. */
  instructions?: Partial<Record<Language, string>>;
  notes?: Writing;
  voting?: boolean;
}

export function editStep(doc: Y.Doc, id: string, wishes: StepWishes): void {
  const step = stageTypes(doc).agenda.get(id);
  if (!(step instanceof Y.Map)) return;
  const kind = wishes.kind ?? readAgenda(doc).steps.find((known) => known.id === id)?.kind ?? 'gather';
  const usual = ALLOWED_BY_KIND[kind];
  const { minutes, title, instructions = {}, notes, voting } = wishes;
  changeStage(doc, () =>
    setAll(step, {
      ...(wishes.kind !== undefined && { kind }),
      ...(minutes !== undefined && { minutes: soundMinutes(minutes) }),
      ...(title !== undefined && { title: oneLine(title, AGENDA_LIMITS.title) || undefined }),
      ...Object.fromEntries(
        Object.entries(instructions).map(([language, text]) => [
          instructionField(language as Language),
          cutText(text.trim(), AGENDA_LIMITS.instruction) || undefined,
        ]),
      ),
      // What the kind allows anyway is not written down, so that it follows a change of the kind.
      ...(notes !== undefined && { notes: notes === usual.notes ? undefined : notes }),
      ...(voting !== undefined && { voting: voting === usual.voting ? undefined : voting }),
    }),
  );
}

/** Lets the step that is now take votes; on a board without one they are taken anyway. */
export function takeVotes(doc: Y.Doc): void {
  const step = currentStep(readAgenda(doc));
  if (step && !step.allowed.voting) editStep(doc, step.id, { voting: true });
}

/** Moves a step to `index` among the others. */
export function moveStep(doc: Y.Doc, id: string, index: number): void {
  const step = stageTypes(doc).agenda.get(id);
  if (!(step instanceof Y.Map)) return;
  const others = readAgenda(doc).steps.filter((other) => other.id !== id);
  changeStage(doc, () => step.set('order', orderAt(others.map(({ order }) => order), index)));
}

/** Takes a step off the agenda. @param at milliseconds since 1970 */
export function removeStep(doc: Y.Doc, id: string, at = Date.now()): void {
  const step = stageTypes(doc).agenda.get(id);
  if (step instanceof Y.Map) changeStage(doc, () => step.set('removed', at));
}

/** Puts a removed step back where it was. */
export function putStepBack(doc: Y.Doc, id: string): void {
  const step = stageTypes(doc).agenda.get(id);
  if (step instanceof Y.Map) changeStage(doc, () => step.delete('removed'));
}

/**
 * Goes to a step, on or back; `null` ends the agenda, and everything is allowed again. The timer is
 * set to what the step is meant to take, and waits to be started.
 */
export function goToStep(doc: Y.Doc, id: string | null): void {
  const step = readAgenda(doc).steps.find((known) => known.id === id);
  if (id !== null && !step) return;
  changeStage(doc, () => {
    stageTypes(doc).now.set('step', id);
    writeTimer(doc, step && step.minutes > 0 ? timerOf(step.minutes) : null);
  });
}

function soundMinutes(minutes: number): number {
  return Number.isFinite(minutes) ? Math.min(Math.max(Math.round(minutes), 0), AGENDA_LIMITS.minutes) : 0;
}
