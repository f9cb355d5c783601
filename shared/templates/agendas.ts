import type { StepKind } from '../stage/steps.ts';

/** A step as a template brings it, with the words of its kind: `step.KIND.title` and `step.KIND.instruction`. */
export interface StepTemplate {
  id: string;
  kind: StepKind;
  minutes: number;
}

/** Ninety minutes from the welcome to the goodbye: think alone, look together, choose, agree. */
export const NINETY_MINUTES: readonly StepTemplate[] = [
  { id: 'welcome', kind: 'welcome', minutes: 10 },
  { id: 'private', kind: 'private', minutes: 12 },
  { id: 'reveal', kind: 'reveal', minutes: 8 },
  { id: 'gather', kind: 'gather', minutes: 10 },
  { id: 'group', kind: 'group', minutes: 12 },
  { id: 'vote', kind: 'vote', minutes: 8 },
  { id: 'discuss', kind: 'discuss', minutes: 15 },
  { id: 'actions', kind: 'actions', minutes: 10 },
  { id: 'close', kind: 'close', minutes: 5 },
];
