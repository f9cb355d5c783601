import * as Y from 'yjs';
import { createLiveBoard, createNote, hasNote, type LiveBoard, type Note } from '../../shared/board/index.ts';

/** One's own desk: what one writes privately, in a document that only the server gets besides. */
export interface Desk {
  doc: Y.Doc;
  live: LiveBoard;
  /** Whether a note lies here and not on the board. */
  has(note: string): boolean;
}

export function createDesk(): Desk {
  const doc = new Y.Doc();
  const live = createLiveBoard(doc);
  return { doc, live, has: (note) => live.note(note) !== undefined };
}

/** How long the board has to bring what was revealed before it is compared. */
const PATIENCE = 2_000;

/**
 * Looks after what was typed while the server revealed a note without knowing of it, because this
 * page was offline: the words that are on no note of the board lie on the desk again.
 * @param isWhole whether the board's newest state is here
 * @param onKept told how many notes were kept so
 * @returns how to stop
 */
export function keepUnrevealed(desk: Desk, board: LiveBoard, isWhole: () => boolean, onKept: (count: number) => void): () => void {
  let before = new Map(desk.live.notes().map((note) => [note.id, note]));
  const taken = new Map<string, Note>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const compare = () => {
    timer = undefined;
    if (!isWhole()) {
      timer = setTimeout(compare, PATIENCE);
      return;
    }
    const onBoard = new Set(board.notes().map(({ text }) => text));
    const lost = [...taken.values()].filter(({ text }) => text.trim() !== '' && !onBoard.has(text));
    taken.clear();
    for (const { text, color, author, createdAt, language, placement, wave, saidInRoom } of lost) {
      createNote(desk.doc, { text, color, author, createdAt, language, placement, wave: wave ?? 0, ...(saidInRoom && { saidInRoom }) });
    }
    if (lost.length > 0) onKept(lost.length);
  };

  const stop = desk.live.onNotes((changed, byMe) => {
    for (const id of changed) {
      const note = before.get(id);
      // What one deletes oneself, on whichever device, stays in the document without a place.
      if (note && !byMe && !desk.live.note(id) && !hasNote(desk.doc, id)) taken.set(id, note);
    }
    before = new Map(desk.live.notes().map((note) => [note.id, note]));
    if (taken.size > 0) timer ??= setTimeout(compare, PATIENCE);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
