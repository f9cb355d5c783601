import { Eye, Flag, Group, HandHeart, ListChecks, MessagesSquare, NotebookPen, SquarePen, Vote, type LucideIcon } from 'lucide-react';
import type { StepKind } from '../../shared/stage/steps.ts';

const ICONS: Record<StepKind, LucideIcon> = {
  welcome: HandHeart,
  gather: SquarePen,
  private: NotebookPen,
  reveal: Eye,
  group: Group,
  vote: Vote,
  discuss: MessagesSquare,
  actions: ListChecks,
  close: Flag,
};

/** The sign of a kind of step; its name always stands beside it. */
export function StepIcon({ kind, size = 20 }: { kind: StepKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden size={size} />;
}
