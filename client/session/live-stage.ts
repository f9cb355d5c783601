import type * as Y from 'yjs';
import { readStage, type Stage } from '../../shared/stage/document.ts';

/** The stage as a plain value that stays current; replaced only when something on it changed. */
export interface LiveStage {
  current(): Stage;
  onChange(listener: () => void): () => void;
  /** To be called when time has changed what the stage means, though nothing on it changed. */
  refresh(): void;
  destroy(): void;
}

export function createLiveStage(doc: Y.Doc): LiveStage {
  let stage = readStage(doc);
  const listeners = new Set<() => void>();
  const update = () => {
    const next = readStage(doc);
    // The layout of every note hangs on the structure: it stays the same object while others join.
    const same = JSON.stringify(next.approaches) === JSON.stringify(stage.approaches);
    stage = same ? { ...next, approaches: stage.approaches } : next;
    for (const listener of listeners) listener();
  };
  doc.on('update', update);
  return {
    current: () => stage,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: update,
    destroy: () => doc.off('update', update),
  };
}
