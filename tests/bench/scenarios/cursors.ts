import { watchCursors } from '../load/delivery.ts';
import { pace } from '../load/pace.ts';
import { enterAll, type Person } from '../load/person.ts';
import { withRelay } from '../running.ts';
import { COMMON, type Case, type Goal } from './case.ts';
import { measureTraffic, TRAFFIC_ROWS } from './traffic.ts';

const RATE = 20;
/** How many receivers look into what they get; the others only count bytes. */
const LISTENERS = 10;
/** A client id of the usual size. */
const FIRST_CLIENT = 1_000_000_000;

/** Everybody moves their pointer. */
export function cursors(count: number, goals: readonly Goal[]): Case {
  return {
    name: `cursors-${count}`,
    title: `Cursors: ${count} people`,
    about: `${count} people in one room, each sending ${RATE} cursors a second.`,
    relays: [...COMMON, 'bare'],
    rows: TRAFFIC_ROWS,
    goals,
    run: (kind, { seconds, profile }) =>
      withRelay(kind, profile, async ({ server }) => {
        const people = await enterAll(await kind.openRoom(server, count));
        const delivery = watchCursors(pickListeners(people), FIRST_CLIENT, count, count * RATE * seconds);
        return measureTraffic(server, people, delivery, () =>
          pace(count * RATE, seconds, (index) => {
            const person = index % count;
            delivery.sent(index);
            people[person]!.cursor(FIRST_CLIENT + person, Math.floor(index / count) + 1, stateOf(index));
          }),
        );
      }),
  };
}

function pickListeners(people: readonly Person[]): Map<number, Person> {
  const every = Math.max(1, Math.floor(people.length / LISTENERS));
  const picked = people.flatMap((person, index) => (index % every === 0 ? [[FIRST_CLIENT + index, person] as const] : []));
  return new Map(picked);
}

function stateOf(index: number): string {
  return JSON.stringify({ cursor: { x: 1000.25 + (index % 977), y: 500.5 + (index % 613) }, editing: null });
}
