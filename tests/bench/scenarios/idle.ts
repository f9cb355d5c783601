import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { noteUpdates } from '../load/board.ts';
import { enterAll } from '../load/person.ts';
import type { RelayKind, Seat } from '../relays/relay.ts';
import { withRelay } from '../running.ts';
import type { ServerProcess } from '../server-process.ts';
import { COMMON, type Case, type Figures } from './case.ts';

const ROOMS = 200;
const NOTES = 100;
const PEOPLE = 2;
/** Longer than any of them keeps a room that nobody is in, and than making the rooms has kept others open. */
const RELEASED_BY_THEN = 7_000;
/** After this long nobody can call a room busy. */
const IDLE = 30_000;

/** Many rooms in which nothing happens. */
export const idle: Case = {
  name: 'idle',
  title: 'Idle rooms',
  about: `${ROOMS} rooms of ${NOTES} notes with ${PEOPLE} people each; then all leave, and come again. Memory after garbage collections.`,
  relays: COMMON,
  rows: [
    { key: 'room', label: 'a room just entered, kB of process memory', digits: 0 },
    { key: 'roomUsed', label: 'a room just entered, kB of objects and buffers', digits: 0 },
    { key: 'idle', label: `a room idle for ${IDLE / 1000} s, kB of process memory`, digits: 0 },
    { key: 'idleUsed', label: `a room idle for ${IDLE / 1000} s, kB of objects and buffers`, digits: 0 },
    { key: 'empty', label: 'process before, MB', digits: 1 },
    { key: 'left', label: 'process after all left once, MB', digits: 1 },
    { key: 'leftLast', label: 'process after the last cycle, MB', digits: 1 },
    { key: 'emptyUsed', label: 'objects and buffers before, MB', digits: 1 },
    { key: 'leftUsed', label: 'objects and buffers after all left once, MB', digits: 1 },
    { key: 'leftLastUsed', label: 'objects and buffers after the last cycle, MB', digits: 1 },
    { key: 'kept', label: 'objects and buffers that each cycle after the first leaves behind, kB', digits: 0 },
  ],
  goals: [
    { key: 'idle', atMost: 0.5, of: 'y-websocket' },
    { key: 'idle', atMost: 0.5, of: 'hocuspocus' },
    { key: 'kept', atMost: 100 },
  ],
  run: (kind, { cycles, repeat, profile }) =>
    withRelay(kind, profile, async ({ server }) => {
      const rooms = await makeRooms(kind, server);
      const empty = await settled(server);
      await writeNotes(rooms);
      // Only the first repeat takes the time for all cycles.
      const first = await cycle(server, rooms, IDLE);
      const figures = {
        room: (first.entered.rss - empty.rss) / ROOMS / 1e3,
        roomUsed: (first.entered.used - empty.used) / ROOMS / 1e3,
        idle: (first.idle.rss - empty.rss) / ROOMS / 1e3,
        idleUsed: (first.idle.used - empty.used) / ROOMS / 1e3,
        empty: empty.rss / 1e6,
        left: first.left.rss / 1e6,
        emptyUsed: empty.used / 1e6,
        leftUsed: first.left.used / 1e6,
      };
      return repeat === 0 && cycles > 1 ? { ...figures, ...(await moreCycles(server, rooms, cycles - 1, first)) } : figures;
    }),
};

type Cycle = Record<'entered' | 'idle' | 'left', { rss: number; used: number }>;

async function moreCycles(server: ServerProcess, rooms: readonly Seat[][], cycles: number, first: Cycle): Promise<Figures> {
  let last = first;
  for (let more = 0; more < cycles; more += 1) last = await cycle(server, rooms, 0);
  return {
    leftLast: last.left.rss / 1e6,
    leftLastUsed: last.left.used / 1e6,
    kept: (last.left.used - first.left.used) / cycles / 1e3,
  };
}

async function makeRooms(kind: RelayKind, server: ServerProcess): Promise<Seat[][]> {
  const rooms: Seat[][] = [];
  for (let room = 0; room < ROOMS; room += 1) rooms.push(await kind.openRoom(server, PEOPLE));
  return rooms;
}

async function writeNotes(rooms: readonly Seat[][]): Promise<void> {
  const writers = await enterAll(rooms.map((seats) => seats[0]!));
  for (const writer of writers) writer.update(Y.mergeUpdates(noteUpdates(NOTES)));
  // What a socket that closes has not sent yet is lost.
  await sleep(1_000);
  for (const writer of writers) writer.socket.close();
}

/** All come, stay for a while, and leave. */
async function cycle(server: ServerProcess, rooms: readonly Seat[][], stay: number): Promise<Cycle> {
  const people = await enterAll(rooms.flat());
  people.forEach((person, index) => person.cursor(index + 1, 1, '{"cursor":{"x":1,"y":1}}'));
  await sleep(1_000);
  const entered = await server.memory();
  await sleep(stay);
  const idle = await server.memory();
  for (const person of people) person.socket.close();
  return { entered, idle, left: await settled(server) };
}

async function settled(server: ServerProcess): Promise<{ rss: number; used: number }> {
  await sleep(RELEASED_BY_THEN);
  return server.memory();
}
