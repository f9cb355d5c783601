import { setTimeout as sleep } from 'node:timers/promises';
import { noteUpdates } from '../load/board.ts';
import { mark } from '../load/marks.ts';
import { bringsChanges } from '../load/messages.ts';
import { enter, knock, sentAway, type Person } from '../load/person.ts';
import { within } from '../load/within.ts';
import type { Seat } from '../relays/relay.ts';
import { median } from '../results/statistics.ts';
import { withRelay, type Running } from '../running.ts';
import { WITH_LEVELDB, type Case, type Figures, type Goal } from './case.ts';

/** How many join one after the other. */
const ONE_BY_ONE = 20;
const CROWD = 100;
const WRITERS = 10;
/** Longer than those who save late take to save: hocuspocus waits two seconds for more. */
const SAVED_BY_THEN = 4_000;

/** People come to a board that is full. */
export function joining(notes: number, goals: readonly Goal[]): Case {
  return {
    name: `join-${notes}`,
    title: `Joining a board of ${notes.toLocaleString('en')} notes`,
    about:
      `The notes were written one by one, by ${WRITERS} people. From connecting until the last note has arrived; CPU of the server. ` +
      `One alone is the median of ${ONE_BY_ONE}.`,
    relays: WITH_LEVELDB,
    rows: [
      { key: 'one', label: 'one, ms', digits: 1 },
      { key: 'oneCpu', label: 'one, CPU ms', digits: 1 },
      { key: 'changed', label: 'one, the board has just changed, ms', digits: 1 },
      { key: 'changedCpu', label: 'one, the board has just changed, CPU ms', digits: 1 },
      { key: 'crowd', label: `${CROWD} at once, until all have it, ms` },
      { key: 'crowdCpu', label: `${CROWD} at once, CPU s`, digits: 2 },
      { key: 'killed', label: 'the first after kill -9, ms' },
      { key: 'restarted', label: 'the first after a restart, ms' },
      { key: 'peak', label: 'peak memory before that, MB' },
      { key: 'size', label: 'received by one, kB' },
    ],
    goals,
    run: (kind, { profile }) =>
      withRelay(kind, profile, async (running) => {
        const seats = await kind.openRoom(running.server, CROWD);
        const last = await fill(seats, notes);
        await sleep(SAVED_BY_THEN);
        const before = await joinWarm(running, seats, last);
        if (!kind.keeps) return before;
        await sleep(SAVED_BY_THEN);
        return { ...before, ...(await joinFirst(running, seats[1]!, last)) };
      }),
  };
}

/** Several people write the notes. Returns the mark of the last. */
async function fill(seats: readonly Seat[], notes: number): Promise<string> {
  const writers = await Promise.all(seats.slice(0, WRITERS).map((seat) => enter(seat)));
  const each = notes / WRITERS;
  const written = writers.map((_, writer) => noteUpdates(each, writer * each));
  for (let turn = 0; turn < each; turn += 1) {
    writers.forEach((person, writer) => person.update(written[writer]![turn]!));
    await sleep(1);
  }
  const last = mark(notes - 1);
  leave([...writers, (await join(seats[0]!, last)).person]);
  return last;
}

async function joinWarm(running: Running, seats: readonly Seat[], last: string): Promise<Figures> {
  const { server } = running;
  // Somebody stays, so that the room does.
  const host = await enter(seats[0]!);
  const one = await joinOneByOne(running, seats[1]!, last, () => {});
  const changes = noteUpdates(ONE_BY_ONE);
  const changed = await joinOneByOne(running, seats[1]!, last, (turn) => host.update(changes[turn]!));

  const cpuBefore = await server.cpuSeconds();
  const start = performance.now();
  const crowd = await Promise.all(seats.map((seat) => join(seat, last)));
  const figures = {
    one: one.ms,
    oneCpu: one.cpu,
    changed: changed.ms,
    changedCpu: changed.cpu,
    crowd: performance.now() - start,
    crowdCpu: (await server.cpuSeconds()) - cpuBefore,
    peak: (await server.peakMemory()) / 1e6,
    size: crowd[0]!.person.socket.received() / 1e3,
  };
  leave([host, ...crowd.map(({ person }) => person)]);
  return figures;
}

async function joinOneByOne({ server }: Running, seat: Seat, last: string, before: (turn: number) => void) {
  const cpuBefore = await server.cpuSeconds();
  const times: number[] = [];
  for (let turn = 0; turn < ONE_BY_ONE; turn += 1) {
    before(turn);
    await sleep(30);
    const { person, ms } = await join(seat, last);
    times.push(ms);
    leave([person]);
  }
  return { ms: median(times)!, cpu: (((await server.cpuSeconds()) - cpuBefore) / ONE_BY_ONE) * 1000 };
}

async function joinFirst(running: Running, seat: Seat, last: string): Promise<Figures> {
  const first = async () => {
    await sleep(300);
    const { person, ms } = await join(seat, last);
    leave([person]);
    await sleep(SAVED_BY_THEN);
    return ms;
  };
  await running.again('kill');
  const killed = await first();
  await running.again('stop');
  return { killed, restarted: await first() };
}

/** Joins, and waits for the note that was written last. */
async function join(seat: Seat, last: string): Promise<{ person: Person; ms: number }> {
  const start = performance.now();
  let arrived!: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const person = await knock(seat, (message) => {
    if (bringsChanges(message) && message.includes(last)) arrived();
  });
  await within('a newcomer has all notes', Promise.race([arrival, sentAway(person)]));
  return { person, ms: performance.now() - start };
}

function leave(people: readonly Person[]): void {
  for (const person of people) person.socket.close();
}
