import type * as Y from 'yjs';
import { isPlainMap } from './content.ts';
import { boardTypes } from './document.ts';

/** Takes out of a board who wrote its notes and comments and who reacted to them. Owners of actions stay: they were named for all to see. */
export function disownNotes(doc: Y.Doc): void {
  doc.transact(() => {
    for (const content of boardTypes(doc).notes.values()) {
      if (!isPlainMap(content)) continue;
      if (content.get('author') !== null) content.set('author', null);
      for (const [key, value] of content) {
        if (key.startsWith('reaction:')) content.delete(key);
        else if (key.startsWith('comment:') && isPlainMap(value) && value.get('author') !== null) value.set('author', null);
      }
    }
  });
}
