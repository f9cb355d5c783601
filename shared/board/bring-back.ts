import type * as Y from 'yjs';
import { GROUP_TITLE_LIMIT } from '../protocol/limits.ts';
import { cutText } from '../text.ts';
import { OWN } from './document.ts';
import { createGroup, entriesOf, groupKey, moveGroup, readGroups, renameGroup } from './groups.ts';
import { GROUP_PREFIX } from './placements.ts';

/**
 * Brings the notes of one approach into another: those of each column as a group that is called
 * after where they come from, and groups as they are, under their title behind that name.
 * @param columns where each column's notes go: from, to
 * @returns how many notes and groups were moved
 */
export function bringBack(doc: Y.Doc, from: string, to: string, columns: readonly (readonly [string, string])[], name: string): number {
  let moved = 0;
  doc.transact(() => {
    for (const [column, target] of columns) {
      const entries = entriesOf(doc, { approach: from, column }, []);
      const groups = readGroups(doc);
      const notes = entries.filter(({ id }) => !id.startsWith(GROUP_PREFIX)).map(({ id }) => id);
      if (notes.length > 0) createGroup(doc, { title: cutText(name, GROUP_TITLE_LIMIT), approach: to, column: target, notes });
      for (const group of groups.values()) {
        if (!entries.some(({ id }) => id === groupKey(group.id))) continue;
        renameGroup(doc, group.id, [name, group.title].filter(Boolean).join(': '));
        moveGroup(doc, group.id, { approach: to, column: target });
      }
      moved += entries.length;
    }
  }, OWN);
  return moved;
}
