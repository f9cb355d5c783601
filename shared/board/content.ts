import * as Y from 'yjs';
import { boardTypes } from './document.ts';
import { noteFields, type NoteFields } from './schema.ts';

/** The content of a note, whether it is on the board or deleted; `null` where there is none that can be read. */
export function noteContent(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const content = boardTypes(doc).notes.get(id);
  return isPlainMap(content) ? content : null;
}

/** A map and a text of Yjs themselves: its XML types extend them, and turn into strings as others told them to. */
export function isPlainMap(value: unknown): value is Y.Map<unknown> {
  return value instanceof Y.Map && value.constructor === Y.Map;
}

export function isPlainText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && value.constructor === Y.Text;
}

/** The parts of a note's content without which it cannot be shown. */
export interface Readable {
  content: Y.Map<unknown>;
  text: Y.Text;
  fields: NoteFields;
}

/** The content of a note, or why it cannot be read; `null` while it has not arrived, since updates may come in any order. */
export function readContent(doc: Y.Doc, id: string): Readable | { reason: string } | null {
  const content = boardTypes(doc).notes.get(id);
  if (content === undefined) return null;
  if (!isPlainMap(content)) return { reason: 'not a record' };
  const text = content.get('text');
  if (!isPlainText(text)) return { reason: 'no text' };
  const fields = noteFields.safeParse({
    color: content.get('color'),
    author: content.get('author'),
    createdAt: content.get('createdAt'),
    ...(content.has('changedAt') && { changedAt: content.get('changedAt') }),
    language: content.get('language'),
    saidInRoom: content.get('saidInRoom'),
    ...(content.has('wave') && { wave: content.get('wave') }),
    ...(content.has('late') && { late: content.get('late') }),
  });
  if (!fields.success) return { reason: fields.error.issues.map((issue) => issue.path.join('.')).join(', ') };
  return { content, text, fields: fields.data };
}
