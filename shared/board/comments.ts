import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';
import { createId } from '../ids.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { COMMENT_TEXT_LIMIT } from '../protocol/limits.ts';
import { mayFacilitate, type Actor } from '../protocol/roles.ts';
import { cutText } from '../text.ts';
import { z } from '../zod.ts';
import { isPlainMap, isPlainText, noteContent } from './content.ts';
import { OWN } from './document.ts';

/**
 * What people say about a note. Each comment is an entry of its own in the note's content, named
 * `comment:ID`, so that two people who comment at once, or offline, both stand in the thread, and
 * a note that is deleted and put back still has them.
 */
export interface Comment {
  id: string;
  text: string;
  /** A participant id; `null` where the author is not stored. */
  author: string | null;
  /** Milliseconds since 1970, by the author's clock. */
  createdAt: number;
  /** What its author reads the board in; `null` where that is not known. */
  language: Language | null;
  /** Whether its author has changed it since. */
  edited: boolean;
}

const PREFIX = 'comment:';

const commentFields = z.object({
  author: z.string().max(64).nullable(),
  createdAt: z.number(),
  language: z.enum(LANGUAGES).nullable().catch(null),
  edited: z.boolean().catch(false),
});

/** Cuts a comment at its limit. */
export function limitComment(text: string): string {
  return cutText(text, COMMENT_TEXT_LIMIT);
}

/** Says something about a note; returns the comment's id, or `null` where there is no such note or nothing is said. */
export function addComment(doc: Y.Doc, note: string, comment: { text: string; author: string | null; createdAt: number; language?: Language }): string | null {
  const content = noteContent(doc, note);
  const text = limitComment(comment.text.trim());
  if (!content || text === '') return null;
  const id = createId();
  doc.transact(() => {
    const record = new Y.Map<unknown>();
    record.set('text', new Y.Text(text));
    record.set('author', comment.author);
    record.set('createdAt', comment.createdAt);
    if (comment.language) record.set('language', comment.language);
    content.set(PREFIX + id, record);
  }, OWN);
  return id;
}

/** Makes a comment say something else; one that would say nothing stays as it is. */
export function editComment(doc: Y.Doc, note: string, id: string, words: string): void {
  const record = noteContent(doc, note)?.get(PREFIX + id);
  const shared = isPlainMap(record) ? record.get('text') : null;
  const text = limitComment(words.trim());
  if (!isPlainMap(record) || !isPlainText(shared) || text === '' || text === shared.toString()) return;
  const { index, remove, insert } = simpleDiffString(shared.toString(), text);
  doc.transact(() => {
    shared.delete(index, remove);
    shared.insert(index, insert);
    if (record.get('edited') !== true) record.set('edited', true);
  }, OWN);
}

/** Takes a comment away; nothing but the undo of whoever did it brings it back. */
export function deleteComment(doc: Y.Doc, note: string, id: string): void {
  const content = noteContent(doc, note);
  if (content?.has(PREFIX + id)) doc.transact(() => content.delete(PREFIX + id), OWN);
}

/** Only its author changes a comment. */
export function mayEditComment(actor: Actor, comment: Comment): boolean {
  return actor.participant !== null && comment.author === actor.participant;
}

/** Its author takes a comment away, and so may a facilitator. */
export function mayDeleteComment(actor: Actor, comment: Comment): boolean {
  return mayEditComment(actor, comment) || mayFacilitate(actor.role);
}

const NONE: readonly Comment[] = [];

/** The thread of a note, oldest first, and how many of its comments cannot be read. */
export function readComments(content: Y.Map<unknown>): { comments: readonly Comment[]; unreadable: number } {
  const comments: Comment[] = [];
  let unreadable = 0;
  content.forEach((record, key) => {
    if (!key.startsWith(PREFIX)) return;
    const comment = readComment(key.slice(PREFIX.length), record);
    if (comment) comments.push(comment);
    else unreadable += 1;
  });
  if (comments.length === 0) return { comments: NONE, unreadable };
  return { comments: comments.sort(byTime), unreadable };
}

function readComment(id: string, record: unknown): Comment | null {
  if (!isPlainMap(record)) return null;
  const text = record.get('text');
  const fields = commentFields.safeParse({ author: record.get('author'), createdAt: record.get('createdAt'), language: record.get('language'), edited: record.get('edited') });
  if (!fields.success || !isPlainText(text)) return null;
  return { id, text: text.toString(), ...fields.data };
}

/** Clocks differ, so equal times are told apart by id: everybody reads the thread in one order. */
function byTime(a: Comment, b: Comment): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
