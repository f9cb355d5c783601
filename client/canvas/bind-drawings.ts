import { react, renderPlaintextFromRichText, type Editor, type TLRecord, type TLTextShape } from '@tldraw/tldraw';
import { putDrawings, type Drawing } from '../../shared/board/index.ts';
import type { Session } from '../session/session.ts';
import { isNoteShape } from './note-shape.tsx';

/** The shapes of tldraw that a board keeps beside its notes. */
export const DRAWN_TYPES = ['draw', 'arrow', 'text', 'line', 'geo', 'highlight'];

/** A pause in typing after which a text is written. */
const QUIET_MS = 200;

/** The states of tldraw in which the hand has not let go yet. */
const BUSY = [
  'draw.drawing',
  'arrow.pointing',
  'text.pointing',
  'eraser.erasing',
  'select.translating',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'select.pointing_arrow_label',
];

/**
 * Keeps freehand strokes, arrows and texts of the canvas and of the board document the same. What
 * is being drawn is written once, when the hand lets go; a text while it is typed, at each pause, as
 * one step of undo, and none before its first word.
 */
export function bindDrawings(editor: Editor, session: Session): () => void {
  const { store } = editor;
  const changed = new Set<string>();
  /** Bindings whose arrow or note has not arrived yet. */
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = false;
  /** The text that was written last while it was typed. */
  let typed: string | null = null;

  const show = (ids: Iterable<string>) => {
    const records = new Map(session.live.drawings().map((record) => [record.id, record]));
    // A binding needs its arrow to be there, so shapes come first.
    const inOrder = [...ids].sort((a, b) => Number(isBindingId(a)) - Number(isBindingId(b)));
    store.mergeRemoteChanges(() => {
      for (const id of inOrder) {
        waiting.delete(id);
        if (changed.has(id)) continue;
        const record = records.get(id);
        const shown = store.get(id as TLRecord['id']);
        // Whatever a document names there, only drawings come and go by it.
        if (shown && !isDrawing(shown)) continue;
        if (!record) store.remove([id as TLRecord['id']]);
        else if (!putValid(editor, record)) waiting.add(id);
      }
    });
  };

  /** Ends the step of undo, unless what is written now is more of the text that is being typed. */
  const endStep = (ids: readonly string[]) => {
    const isMore = typed !== null && ids.every((id) => id === typed);
    typed = editor.getEditingShapeId();
    if (!isMore) session.history.gesture();
  };

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const put: Drawing[] = [];
    const gone: string[] = [];
    const known = new Set(session.live.drawings().map((record) => record.id));
    for (const id of changed) {
      const record = store.get(id as TLRecord['id']);
      // One that was left in the document would be there for good, and nobody could see it.
      if (record && !known.has(id) && isWordless(editor, record)) continue;
      if (record) put.push(structuredClone(record) as unknown as Drawing);
      else if (known.has(id)) gone.push(id);
    }
    const all = [...changed];
    changed.clear();
    // While one writes privately only, the board's drawings stay as they are.
    if (!session.mayEditBoard()) {
      queueMicrotask(() => show(all));
      return;
    }
    if (put.length === 0 && gone.length === 0) return;
    endStep(all);
    writing = true;
    putDrawings(session.boardDoc, put, gone);
    writing = false;
  };

  const writeWhenDone = () => {
    if (changed.size === 0 && !editor.getEditingShapeId()) typed = null;
    if (changed.size === 0 || editor.isInAny(...BUSY)) return;
    if (editor.getEditingShapeId()) timer ??= setTimeout(write, QUIET_MS);
    else queueMicrotask(write);
  };

  const stops = [
    // What was written here stands here: a text put anew while it is typed would take the caret to its end.
    session.live.onDrawings((ids) => !writing && show(ids)),
    session.live.onNotes(() => {
      if (waiting.size > 0) show([...waiting]);
    }),
    store.listen(
      ({ changes }) => {
        const all = [...Object.values(changes.added), ...Object.values(changes.removed), ...Object.values(changes.updated).map(([, after]) => after)];
        for (const record of all) if (isDrawing(record)) changed.add(record.id);
        writeWhenDone();
      },
      { source: 'user', scope: 'document' },
    ),
    react('write drawings when the hand lets go', () => {
      editor.getEditingShapeId();
      if (!editor.isInAny(...BUSY)) queueMicrotask(writeWhenDone);
    }),
  ];
  show(session.live.drawings().map((record) => record.id));

  return () => {
    for (const stop of stops) stop();
    write();
  };
}

function isBindingId(id: string): boolean {
  return id.startsWith('binding:');
}

function isWordless(editor: Editor, record: TLRecord): boolean {
  if (record.typeName !== 'shape' || record.type !== 'text') return false;
  return renderPlaintextFromRichText(editor, (record as TLTextShape).props.richText).trim() === '';
}

function isDrawing(record: TLRecord): boolean {
  if (record.typeName === 'binding') return true;
  return record.typeName === 'shape' && !isNoteShape(record) && DRAWN_TYPES.includes(record.type);
}

/**
 * Puts a record of the document on the canvas. tldraw throws at one that does not parse; such a
 * record stays in the document and off this canvas, and takes nothing else down.
 * @returns false for a binding that has to wait for its arrow or note
 */
function putValid(editor: Editor, record: Drawing): boolean {
  const page = editor.getCurrentPageId();
  try {
    if (record.typeName === 'shape') {
      if (DRAWN_TYPES.includes(record.type)) editor.store.put([{ ...record, parentId: page } as unknown as TLRecord]);
      return true;
    }
    const { fromId, toId } = record as Drawing & { fromId?: unknown; toId?: unknown };
    if (!editor.store.has(fromId as TLRecord['id']) || !editor.store.has(toId as TLRecord['id'])) return false;
    editor.store.put([record as unknown as TLRecord]);
  } catch (error) {
    console.warn(`Drawing ${record.id} is not shown: ${String(error)}`);
  }
  return true;
}
