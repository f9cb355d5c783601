import * as Y from 'yjs';
import { createNote, placeInColumn, seedBoard, type Placement } from '../../shared/board/index.ts';
import { seedStage } from '../../shared/stage/document.ts';
import type { TemplateId } from '../../shared/templates/index.ts';

/** A board document as the server seeds it. */
export function seededBoard(): Y.Doc {
  const doc = new Y.Doc();
  seedBoard(doc);
  return doc;
}

/** A stage document as the server seeds it. */
export function seededStage(template: TemplateId = 'both'): Y.Doc {
  const doc = new Y.Doc();
  seedStage(doc, { title: 'Board', workshop: 'Workshop', template, language: 'en', createdAt: 0 });
  return doc;
}

/** A copy of a document for another person, who has seen all of it. */
export function peerOf(doc: Y.Doc): Y.Doc {
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'remote');
  return peer;
}

/** Everybody receives everything from everybody, as when the network is back. */
export function exchange(...docs: Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, 'remote');
}

/** What a note carries that nobody has commented on, reacted to or made an action. */
export const NOTHING_SAID = { comments: [], unreadableComments: 0, reactions: [], action: null } as const;

/** Adds a plain note; in a column of the partnership approach unless told where. */
export function addNote(doc: Y.Doc, text: string, placement?: Placement): string {
  return createNote(doc, {
    text,
    color: 'sun',
    author: 'author',
    createdAt: 1,
    language: 'en',
    placement: placement ?? placeInColumn(doc, 'partnership', 'opportunities'),
  });
}
