export { findPlace, holdPlace, type TextRange } from './carets.ts';
/** The board document: all that reads or writes it goes through here, in the client and on the server. */
export {
  byDue,
  isDay,
  setActionDone,
  setActionDue,
  setActionOwner,
  tagAction,
  type Action,
  type ActionOwner,
} from './actions.ts';
export { addComment, deleteComment, editComment, limitComment, mayDeleteComment, mayEditComment, type Comment } from './comments.ts';
export { disownNotes } from './disown.ts';
export { OWN, seedBoard } from './document.ts';
export { putDrawings, readDrawings } from './drawings.ts';
export {
  createGroup,
  deleteGroup,
  entriesOf,
  groupKey,
  moveGroup,
  notesOfGroup,
  readGroups,
  renameGroup,
  ungroup,
  type NewGroup,
  type Place,
} from './groups.ts';
export { createHistory, type History } from './history.ts';
export { createLiveBoard, type LiveBoard } from './live.ts';
export {
  createNote,
  createNotes,
  deleteNotes,
  diffText,
  editNote,
  eraseNotes,
  hasNote,
  isUnreadable,
  limitText,
  noteText,
  placeAllInColumn,
  placeInColumn,
  placeNote,
  placeNotes,
  readNotes,
  recolorNotes,
  restoreNote,
  spliceNote,
  type NewNote,
  type Splice,
} from './notes.ts';
export { COLUMN_ACCENT, INK, NOTE_COLORS, PAPER, type NoteColor } from './palette.ts';
export { knownReactions, REACTION_EMOJI, REACTION_KINDS, toggleReaction, type Reaction, type ReactionKind } from './reactions.ts';
export { copyOfDoc, countNotes, notesOnBoard, restoreBoard } from './restore.ts';
export { isSame as isSameValue } from './shift.ts';
export { sortBoard } from './sort.ts';
export {
  BOARD_SCHEMA_VERSION,
  NOTE_SHAPE_PREFIX,
  inColumn,
  type ColumnPlacement,
  type Drawing,
  type FreePlacement,
  type Group,
  type Note,
  type PlacedNote,
  type Placement,
  type Unreadable,
} from './schema.ts';
