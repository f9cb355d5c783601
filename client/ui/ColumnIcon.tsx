import { CircleQuestionMark, Flag, Lightbulb, Mountain, Sprout, TrafficCone } from 'lucide-react';
import type { ColumnKind } from '../../shared/stage/columns.ts';

const ICONS = {
  opportunities: Sprout,
  challenges: Mountain,
  obstacles: TrafficCone,
  ideas: Lightbulb,
  questions: CircleQuestionMark,
  steps: Flag,
} satisfies Record<ColumnKind, unknown>;

/** The sign of a column, always shown beside its name: never colour alone (WCAG 2.2, 1.4.1). */
export function ColumnIcon({ kind, size = 20 }: { kind: ColumnKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden size={size} strokeWidth={2.2} />;
}
