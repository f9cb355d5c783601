import type { Editor, TLRecord } from '@tldraw/tldraw';
import { putDrawings, type Drawing } from '../../shared/board/index.ts';
import type { Session } from '../session/session.ts';
import { isNoteShape } from './note-shape.tsx';

/** The shapes of tldraw that a board keeps beside its notes. */
export const DRAWN_TYPES = ['draw', 'arrow', 'text', 'line', 'geo', 'highlight'];

const QUIET_MS = 200;

/**
 * Keeps freehand strokes, arrows and texts of the canvas and of the board document the same. What
 * is being drawn is written once, when the hand lets go; a text while it is typed, at each pause.
 */
export function bindDrawings(editor: Editor, session: Session): () => void {
  const { store } = editor;
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (ids: Iterable<string>) => {
    const records = new Map(session.live.drawings().map((record) => [record.id, record]));
    store.mergeRemoteChanges(() => {
      for (const id of ids) {
        if (changed.has(id)) continue;
        const record = records.get(id);
        if (record) putValid(editor, record);
        else if (store.has(id as TLRecord['id'])) store.remove([id as TLRecord['id']]);
      }
    });
  };

  const write = () => {
    timer = undefined;
    if (editor.inputs.isPointing) return schedule();
    const put: Drawing[] = [];
    const gone: string[] = [];
    const known = new Set(session.live.drawings().map((record) => record.id));
    for (const id of changed) {
      const record = store.get(id as TLRecord['id']);
      if (record) put.push(structuredClone(record) as unknown as Drawing);
      else if (known.has(id)) gone.push(id);
    }
    changed.clear();
    if (put.length === 0 && gone.length === 0) return;
    session.history.mark();
    putDrawings(session.boardDoc, put, gone);
  };

  const schedule = () => {
    timer ??= setTimeout(write, QUIET_MS);
  };

  const stops = [
    session.live.onDrawings((ids) => show(ids)),
    store.listen(
      ({ changes }) => {
        for (const record of [...Object.values(changes.added), ...Object.values(changes.removed), ...Object.values(changes.updated).map(([, after]) => after)]) {
          if (isDrawing(record)) changed.add(record.id);
        }
        if (changed.size > 0) schedule();
      },
      { source: 'user', scope: 'document' },
    ),
  ];
  show(session.live.drawings().map((record) => record.id));

  return () => {
    clearTimeout(timer);
    write();
    for (const stop of stops) stop();
  };
}

function isDrawing(record: TLRecord): boolean {
  if (record.typeName === 'binding') return true;
  return record.typeName === 'shape' && !isNoteShape(record) && DRAWN_TYPES.includes(record.type);
}

/**
 * Puts a record of the document on the canvas. tldraw throws at one that does not parse; such a
 * record stays in the document and off this canvas, and takes nothing else down.
 */
function putValid(editor: Editor, record: Drawing): void {
  const page = editor.getCurrentPageId();
  try {
    if (record.typeName === 'shape') {
      if (!DRAWN_TYPES.includes(record.type)) return;
      editor.store.put([{ ...record, parentId: page } as unknown as TLRecord]);
      return;
    }
    const { fromId, toId } = record as Drawing & { fromId?: unknown; toId?: unknown };
    // A binding whose arrow or note has not arrived would break tldraw's own bookkeeping.
    if (!editor.store.has(fromId as TLRecord['id']) || !editor.store.has(toId as TLRecord['id'])) return;
    editor.store.put([record as unknown as TLRecord]);
  } catch (error) {
    console.warn(`Drawing ${record.id} is not shown: ${String(error)}`);
  }
}
