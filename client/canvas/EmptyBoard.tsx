import { stopEventPropagation } from '@tldraw/tldraw';
import { useStage } from '../session/hooks.ts';
import { NoApproach } from '../structure/NoApproach.tsx';

/** In place of a board all of whose approaches have been removed. */
export function EmptyBoard() {
  const { approaches } = useStage();
  if (approaches.length > 0) return null;
  return (
    <div className="canvas-none" onPointerDown={stopEventPropagation}>
      <NoApproach />
    </div>
  );
}
