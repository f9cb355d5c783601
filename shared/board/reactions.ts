import type * as Y from 'yjs';
import { noteContent } from './content.ts';
import { OWN } from './document.ts';

/** What one can say of a note without a word, in the order in which it is offered. */
export const REACTION_KINDS = ['agree', 'love', 'idea', 'question', 'important', 'celebrate'] as const;

export type ReactionKind = (typeof REACTION_KINDS)[number];

/** Each kind as an emoji, where a report is plain text. */
export const REACTION_EMOJI: Record<ReactionKind, string> = {
  agree: '👍',
  love: '❤️',
  idea: '💡',
  question: '❓',
  important: '⭐',
  celebrate: '🎉',
};

/** Who has reacted with one kind, by participant id. A kind nobody chose is not told. */
export interface Reaction {
  kind: ReactionKind;
  participants: readonly string[];
}

/**
 * Every reaction is an entry of its own in the note's content, named `reaction:KIND:PARTICIPANT`: a
 * set, in which nobody stands twice, whatever two of their pages do at once.
 */
const KEY = /^reaction:([a-z]+):([\w-]{1,64})$/;

/** Reacts to a note for a participant, or takes the reaction back; returns whether it now stands. */
export function toggleReaction(doc: Y.Doc, note: string, kind: ReactionKind, participant: string): boolean {
  const content = noteContent(doc, note);
  if (!content) return false;
  const key = `reaction:${kind}:${participant}`;
  const stands = content.get(key) === true;
  doc.transact(() => {
    if (stands) content.delete(key);
    else content.set(key, true);
  }, OWN);
  return !stands;
}

const NONE: readonly Reaction[] = [];

/** The reactions to a note in the order of the kinds; what is none is passed over. */
export function readReactions(content: Y.Map<unknown>): readonly Reaction[] {
  const found = new Map<string, string[]>();
  content.forEach((value, key) => {
    if (value !== true) return;
    const [, kind, participant] = KEY.exec(key) ?? [];
    if (kind === undefined || participant === undefined) return;
    found.set(kind, [...(found.get(kind) ?? []), participant]);
  });
  if (found.size === 0) return NONE;
  return REACTION_KINDS.flatMap((kind) => {
    const participants = found.get(kind);
    return participants ? [{ kind, participants: participants.sort() }] : [];
  });
}

/** Reactions of people the board knows: one by nobody counts for nobody. */
export function knownReactions(reactions: readonly Reaction[], participants: ReadonlyMap<string, unknown>): Reaction[] {
  return reactions.flatMap(({ kind, participants: ids }) => {
    const known = ids.filter((id) => participants.has(id));
    return known.length > 0 ? [{ kind, participants: known }] : [];
  });
}
