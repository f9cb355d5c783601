import {
  addComment,
  deleteComment,
  editComment,
  setActionDone,
  setActionDue,
  setActionOwner,
  tagAction,
  toggleReaction,
  type ActionOwner,
  type ReactionKind,
} from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import type { Session } from './session.ts';

/** A person's acts of talking about notes, the same from every view. Each is one step of undo. */

/** Says something about a note; returns whether anything was said. */
export function say(session: Session, note: string, text: string, language: Language): boolean {
  return oneStep(session, () => addComment(session.boardDoc, note, { text, author: session.isAnonymous() ? null : session.participant, createdAt: Date.now(), language })) !== null;
}

export function changeComment(session: Session, note: string, comment: string, text: string): void {
  oneStep(session, () => editComment(session.boardDoc, note, comment, text));
}

export function removeComment(session: Session, note: string, comment: string): void {
  oneStep(session, () => deleteComment(session.boardDoc, note, comment));
}

/** Reacts, or takes the reaction back; returns whether it now stands. A viewer, who is nobody, reacts to nothing. */
export function react(session: Session, note: string, kind: ReactionKind): boolean {
  const { participant } = session;
  return participant !== null && !session.isAnonymous() && oneStep(session, () => toggleReaction(session.boardDoc, note, kind, participant));
}

export function tag(session: Session, notes: readonly string[], is: boolean): void {
  oneStep(session, () => tagAction(session.boardDoc, notes, is));
}

export function assign(session: Session, note: string, owner: ActionOwner | null): void {
  oneStep(session, () => setActionOwner(session.boardDoc, note, owner));
}

/** @param due ISO 8601, a calendar day */
export function schedule(session: Session, note: string, due: string | null): void {
  oneStep(session, () => setActionDue(session.boardDoc, note, due));
}

export function tick(session: Session, note: string, done: boolean): void {
  oneStep(session, () => setActionDone(session.boardDoc, note, done));
}

function oneStep<T>(session: Session, act: () => T): T {
  session.history.mark();
  const result = act();
  session.history.mark();
  return result;
}
