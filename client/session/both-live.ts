import type { LiveBoard, Note } from '../../shared/board/index.ts';

/**
 * The board together with one's own desk, as one person sees them: the private notes lie among
 * those of everybody. Groups and drawings are the board's alone.
 */
export function joinLive(board: LiveBoard, desk: LiveBoard): LiveBoard {
  let parts: readonly unknown[] = [];
  let notes: readonly Note[] = [];
  let placesOf: readonly unknown[] = [];
  let places: object = {};
  const current = () => {
    if (parts[0] !== board.notes() || parts[1] !== desk.notes()) {
      parts = [board.notes(), desk.notes()];
      notes = desk.notes().length === 0 ? board.notes() : [...board.notes().filter(({ id }) => !desk.note(id)), ...desk.notes()];
    }
    return notes;
  };
  return {
    note: (id) => desk.note(id) ?? board.note(id),
    notes: current,
    places() {
      if (placesOf[0] !== board.places() || placesOf[1] !== desk.places()) {
        placesOf = [board.places(), desk.places()];
        places = {};
      }
      return places;
    },
    group: board.group,
    groups: board.groups,
    unreadable: board.unreadable,
    drawings: board.drawings,
    onNotes: (listener) => both(board.onNotes(listener), desk.onNotes(listener)),
    onNote: (id, listener) => both(board.onNote(id, listener), desk.onNote(id, listener)),
    onGroups: board.onGroups,
    onDrawings: board.onDrawings,
    destroy() {
      board.destroy();
      desk.destroy();
    },
  };
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}
