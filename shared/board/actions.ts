import type * as Y from 'yjs';
import { ACTION_OWNER_LIMIT } from '../protocol/limits.ts';
import { cutText } from '../text.ts';
import { z } from '../zod.ts';
import { noteContent } from './content.ts';
import { OWN } from './document.ts';

/** Who is to see to an action: somebody on the board, or whoever the words name. */
export type ActionOwner = { participant: string } | { name: string };

/** What makes a note an action: who sees to it, by when, and whether it is done. */
export interface Action {
  owner: ActionOwner | null;
  /** A calendar day, ISO 8601: `2026-03-12`. */
  due: string | null;
  done: boolean;
}

/**
 * An action's facts are fields of the note's content, one each, so that one person may name the
 * owner while another sets the date. Taking the tag off leaves them there: it is `action` alone
 * that makes a note an action.
 */
const FIELDS = { tag: 'action', owner: 'actionOwner', due: 'actionDue', done: 'actionDone' } as const;

const owner = z.union([
  z.object({ participant: z.string().min(1).max(64) }),
  z.object({ name: z.string().min(1).max(4 * ACTION_OWNER_LIMIT) }),
]);

/** A day that is on the calendar. */
const day = z.iso.date();

/** Makes notes actions, or no longer. */
export function tagAction(doc: Y.Doc, notes: readonly string[], is: boolean): void {
  doc.transact(() => {
    for (const note of notes) {
      const content = noteContent(doc, note);
      if (content && isAction(content) !== is) {
        if (is) content.set(FIELDS.tag, true);
        else content.delete(FIELDS.tag);
      }
    }
  }, OWN);
}

/** Says who sees to an action; `null` for nobody yet. */
export function setActionOwner(doc: Y.Doc, note: string, next: ActionOwner | null): void {
  const wanted = next && 'name' in next ? { name: cutText(next.name.trim(), ACTION_OWNER_LIMIT) } : next;
  setField(doc, note, FIELDS.owner, wanted && 'name' in wanted && wanted.name === '' ? null : wanted);
}

/** Says by which day; what is no day is left out. */
export function setActionDue(doc: Y.Doc, note: string, due: string | null): void {
  if (due === null || isDay(due)) setField(doc, note, FIELDS.due, due);
}

export function setActionDone(doc: Y.Doc, note: string, done: boolean): void {
  setField(doc, note, FIELDS.done, done || null);
}

function setField(doc: Y.Doc, note: string, field: string, value: unknown): void {
  const content = noteContent(doc, note);
  if (!content || JSON.stringify(content.get(field) ?? null) === JSON.stringify(value)) return;
  doc.transact(() => {
    if (value === null) content.delete(field);
    else content.set(field, value);
  }, OWN);
}

export function isDay(text: string): boolean {
  return day.safeParse(text).success;
}

function isAction(content: Y.Map<unknown>): boolean {
  return content.get(FIELDS.tag) === true;
}

/** What a note is to do; `null` for one that is no action. A fact that does not parse is not known. */
export function readAction(content: Y.Map<unknown>): Action | null {
  if (!isAction(content)) return null;
  return {
    owner: owner.safeParse(content.get(FIELDS.owner)).data ?? null,
    due: day.safeParse(content.get(FIELDS.due)).data ?? null,
    done: content.get(FIELDS.done) === true,
  };
}

/** The order of a list of actions: what is to be done before what is done, the nearest day first, those without a day last. */
export function byDue(a: { id: string; action: Action }, b: { id: string; action: Action }): number {
  if (a.action.done !== b.action.done) return a.action.done ? 1 : -1;
  const [first, second] = [a.action.due ?? '9999-99-99', b.action.due ?? '9999-99-99'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
