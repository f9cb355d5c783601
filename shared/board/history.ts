import * as Y from 'yjs';
import { OWN } from './document.ts';
import { keepingTurns } from './placements.ts';

/** Undo and redo of one person's own acts on one board, across all its views. */
export interface History {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Ends the current step: what comes next is undone on its own. Typing within half a second is one step. */
  mark(): void;
  /** Like `mark`, but what several parts of a view do in one turn of the event loop stays one step. */
  gesture(): void;
  /** Calls back whenever `canUndo` or `canRedo` may have changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export function createHistory(doc: Y.Doc): History {
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([OWN]),
    captureTimeout: 500,
  });
  let inGesture = false;
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared', 'stack-item-updated'] as const;
  return {
    undo: () => keepingTurns(doc, () => manager.undo()),
    redo: () => keepingTurns(doc, () => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    mark: () => manager.stopCapturing(),
    gesture() {
      if (inGesture) return;
      inGesture = true;
      setTimeout(() => {
        inGesture = false;
      });
      manager.stopCapturing();
    },
    subscribe(listener) {
      for (const event of events) manager.on(event, listener);
      return () => {
        for (const event of events) manager.off(event, listener);
      };
    },
    destroy: () => manager.destroy(),
  };
}
