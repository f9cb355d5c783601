import { setTimeout as sleep } from 'node:timers/promises';
import { noteUpdates } from '../load/board.ts';
import { findMarks } from '../load/marks.ts';
import { bringsChanges } from '../load/messages.ts';
import { enter, type Person } from '../load/person.ts';
import type { Seat } from '../relays/relay.ts';
import { withRelay, type Running } from '../running.ts';
import { WITH_LEVELDB, type Case } from './case.ts';

const WRITERS = 4;
const OBSERVERS = 2;
/** Notes a second and writer. */
const RATE = 40;
/** More than a writer gets to before the end. */
const PREPARED = 60;

/** The server is killed again and again while people write. */
export const crash: Case = {
  name: 'crash',
  title: 'kill -9 while people write',
  about:
    `${WRITERS} people write ${RATE} notes a second each, for 0.2 to 1.2 seconds; then the server is killed and started again. ` +
    'Lost is a note that another person had received and that is not there after the last start.',
  relays: WITH_LEVELDB,
  rows: [
    { key: 'kills', label: 'kills' },
    { key: 'seen', label: 'notes others had seen' },
    { key: 'lost', label: 'of them lost' },
  ],
  goals: [{ key: 'lost', atMost: 0 }],
  async run(kind, { kills, repeat }) {
    // Each kill is a repeat already.
    if (repeat > 0) return {};
    return withRelay(kind, undefined, async (running) => {
      const seats = await kind.openRoom(running.server, WRITERS + OBSERVERS);
      const seen = new Set<number>();
      for (let round = 0; round < kills; round += 1) await writeUntilKilled(running, seats, round, seen);
      const there = await readAll(seats[0]!);
      return { kills, seen: seen.size, lost: [...seen].filter((index) => !there.has(index)).length };
    });
  },
};

/** Adds what observers have received to what was seen. */
async function writeUntilKilled(running: Running, seats: readonly Seat[], round: number, seen: Set<number>): Promise<void> {
  const people = await Promise.all(seats.map((seat) => enter(seat)));
  const observers = people.slice(WRITERS);
  for (const observer of observers) {
    observer.listen((message) => {
      if (bringsChanges(message)) findMarks(message, (index) => seen.add(index));
    });
  }
  const stopWriting = write(people.slice(0, WRITERS), round);
  await sleep(200 + Math.random() * 1_000);
  await running.again('kill');
  stopWriting();
  await Promise.all(observers.map((observer) => observer.socket.closed));
  for (const person of people) person.socket.close();
}

function write(writers: readonly Person[], round: number): () => void {
  const queues = writers.map((_, writer) => noteUpdates(PREPARED, (round * WRITERS + writer) * PREPARED));
  const timer = setInterval(() => {
    writers.forEach((person, writer) => {
      const update = queues[writer]!.shift();
      if (update) person.update(update);
    });
  }, 1000 / RATE);
  return () => clearInterval(timer);
}

/** Longer than those who answer before they have loaded take to send the rest. */
const LOADED_BY_THEN = 1_000;

/** The notes of the board as a newcomer gets it. */
async function readAll(seat: Seat): Promise<Set<number>> {
  const there = new Set<number>();
  const person = await enter(seat, (message) => {
    if (bringsChanges(message)) findMarks(message, (index) => there.add(index));
  });
  await sleep(LOADED_BY_THEN);
  person.socket.close();
  return there;
}
