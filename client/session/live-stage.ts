import type * as Y from 'yjs';
import { readStage, type Stage } from '../../shared/stage/document.ts';

/** The stage as a plain value that stays current; replaced only when something on it changed. */
export interface LiveStage {
  current(): Stage;
  onChange(listener: () => void): () => void;
  destroy(): void;
}

export function createLiveStage(doc: Y.Doc): LiveStage {
  let stage = readStage(doc);
  const listeners = new Set<() => void>();
  const update = () => {
    stage = readStage(doc);
    for (const listener of listeners) listener();
  };
  doc.on('update', update);
  return {
    current: () => stage,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy: () => doc.off('update', update),
  };
}
