import type { StageParticipant } from '../../shared/stage/document.ts';

/** Colours that carry white text with at least 4.5:1 (WCAG 2.2, 1.4.3), neighbours well apart. */
export const COLORS = ['#0f5e5a', '#9c2a5b', '#1d5fa8', '#8a3b12', '#5b3f9c', '#4a6314', '#a3392c', '#3a5170', '#7a4a00'];

/** Whose turn it is, by participant id: worked out once for each state of the stage, as cursors ask for it all the time. */
const turns = new WeakMap<object, ReadonlyMap<string, number>>();

function turnsOf(participants: ReadonlyMap<string, StageParticipant>): ReadonlyMap<string, number> {
  const known = turns.get(participants);
  if (known) return known;
  const inOrder = [...participants.values()].sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const found = new Map(inOrder.map(({ id }, turn) => [id, turn]));
  turns.set(participants, found);
  return found;
}

/** A person's colour, the same for everybody who sees them: people take turns in the order they joined. */
export function personColor(participants: ReadonlyMap<string, StageParticipant>, participant: string | null): string {
  return COLORS[(turnsOf(participants).get(participant ?? '') ?? 0) % COLORS.length]!;
}
