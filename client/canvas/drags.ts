import type { BoardLayout } from '../../shared/board/layout.ts';
import { readPeers } from '../session/people.ts';
import type { Session } from '../session/session.ts';

interface Point {
  x: number;
  y: number;
}

/** Where the top left corner of a group is dragged to, in page units. */
export interface GroupDrag extends Point {
  id: string;
}

/** Where things are while they are dragged: notes by id, and how far groups are from their places. */
export interface Drags {
  notes: Map<string, Point>;
  groups: Map<string, Point>;
}

/**
 * What is dragged by others, as their presence tells it, and the group in this person's own hand.
 * The notes of a dragged group go with it.
 */
export function readDrags(session: Session, layout: BoardLayout, own: GroupDrag | null): Drags {
  const notes = new Map<string, Point>();
  const groups = new Map<string, Point>();
  const held = new Map<string, Point>();
  for (const peer of readPeers(session.awareness)) {
    for (const { id, x, y } of peer.drag ?? []) notes.set(id, { x, y });
    if (peer.dragGroup) held.set(peer.dragGroup.id, peer.dragGroup);
  }
  if (own) held.set(own.id, own);
  if (held.size > 0) {
    for (const block of layout.approaches.flatMap((approach) => approach.columns.flatMap((column) => column.blocks))) {
      const to = block.group === null ? undefined : held.get(block.group);
      if (!to) continue;
      const by = { x: to.x - block.x, y: to.y - block.y };
      groups.set(block.group!, by);
      for (const id of block.notes) {
        const place = layout.notes.get(id);
        if (place && !notes.has(id)) notes.set(id, { x: place.x + by.x, y: place.y + by.y });
      }
    }
  }
  return { notes, groups };
}
