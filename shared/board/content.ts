import * as Y from 'yjs';
import { boardTypes } from './document.ts';

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
