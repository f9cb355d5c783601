import { leaveAwareness, presentStates, takeChanged } from './awareness.ts';
import { send, sendToThoseKeepingUp, type Connection } from './connection.ts';
import { frameOf } from './frames.ts';
import { writeAwareness, type AwarenessEntry } from './messages.ts';
import type { Room } from './room.ts';

/** Tells the room, a tick from now and in one message, what has changed by then. */
export function announceChanges(room: Room, tick: number): void {
  if (room.awareness.changed.size === 0 || room.awarenessTimer) return;
  room.awarenessTimer = setTimeout(() => {
    room.awarenessTimer = null;
    tellAll(room, takeChanged(room.awareness));
  }, tick);
}

/** Tells one connection who is there. */
export function tellWhoIsThere(connection: Connection): void {
  const present = presentStates(connection.room.awareness);
  if (present.length > 0) send(connection, writeAwareness(present));
}

/** Takes a closed connection out of its room's awareness. */
export function sayGoodbye(connection: Connection, tick: number): void {
  leaveAwareness(connection.room.awareness, connection);
  announceChanges(connection.room, tick);
}

/**
 * Sends an empty awareness message to a room that has been quiet for long.
 * @param until when this is asked again, milliseconds since 1970
 * @param longest silence, in milliseconds
 */
export function breakSilence(room: Room, until: number, longest: number): void {
  if (until - room.lastSentToAll >= longest) tellAll(room, []);
}

function tellAll(room: Room, entries: readonly AwarenessEntry[]): void {
  const frame = frameOf(writeAwareness(entries));
  // The sender gets its own state too, or it would hear nothing in a room of its own.
  sendToThoseKeepingUp(room.connections, frame);
  room.lastSentToAll = Date.now();
}
