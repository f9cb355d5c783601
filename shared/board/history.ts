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
  /** Calls back whenever `canUndo` or `canRedo` may have changed, but for what may be written. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

/**
 * @param where the documents that the person acts on; of several, what was done last is undone first, wherever it was
 * @param mayWrite whether a document may be written now. What was done to one that may not waits
 *   there: an undo would be seen by nobody else, and come over everybody when it may be written again
 */
export function createHistory(where: Y.Doc | readonly Y.Doc[], mayWrite: (doc: Y.Doc) => boolean = () => true): History {
  const managers = [where].flat().map((doc) => ({ doc, manager: new Y.UndoManager(doc, { trackedOrigins: new Set([OWN]), captureTimeout: 500 }) }));
  let steps = 0;
  for (const { manager } of managers) {
    const number = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => stackItem.meta.set(STEP, (steps += 1));
    manager.on('stack-item-added', number);
    manager.on('stack-item-updated', number);
  }
  const writable = () => managers.filter(({ doc }) => mayWrite(doc));
  const last = (stack: 'undoStack' | 'redoStack') =>
    writable().reduce<(typeof managers)[number] | null>((found, one) => (stepOf(one.manager[stack]) > (found ? stepOf(found.manager[stack]) : 0) ? one : found), null);
  const mark = () => managers.forEach(({ manager }) => manager.stopCapturing());
  let inGesture = false;
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared', 'stack-item-updated'] as const;
  return {
    undo() {
      const one = last('undoStack');
      if (one) keepingTurns(one.doc, () => one.manager.undo());
    },
    redo() {
      const one = last('redoStack');
      if (one) keepingTurns(one.doc, () => one.manager.redo());
    },
    canUndo: () => writable().some(({ manager }) => manager.canUndo()),
    canRedo: () => writable().some(({ manager }) => manager.canRedo()),
    mark,
    gesture() {
      if (inGesture) return;
      inGesture = true;
      setTimeout(() => {
        inGesture = false;
      });
      mark();
    },
    subscribe(listener) {
      for (const { manager } of managers) for (const event of events) manager.on(event, listener);
      return () => {
        for (const { manager } of managers) for (const event of events) manager.off(event, listener);
      };
    },
    destroy() {
      for (const { manager } of managers) manager.destroy();
    },
  };
}

const STEP = 'step';

/** The number of the newest step on a stack; 0 where there is none. */
function stepOf(stack: readonly { meta: Map<unknown, unknown> }[]): number {
  return Number(stack.at(-1)?.meta.get(STEP) ?? 0);
}
