import { REACTION_SIGNS } from '../board/reaction-signs.ts';
import type { ReactionKind } from '../board/reactions.ts';

/** A reaction as a picture; what it means is said beside it or by its button. */
export function ReactionSign({ kind, size = 20 }: { kind: ReactionKind; size?: number }) {
  return (
    <svg className="reaction-sign" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
      {REACTION_SIGNS[kind].map(({ d, stroke, fill = 'none' }) => (
        <path key={d} d={d} stroke={stroke} fill={fill} />
      ))}
    </svg>
  );
}
