import { noteUpdates } from '../load/board.ts';
import { watchUpdates } from '../load/delivery.ts';
import { independently, paceAt } from '../load/pace.ts';
import { enterAll } from '../load/person.ts';
import { withRelay } from '../running.ts';
import { WITH_LEVELDB, type Case, type Goal } from './case.ts';
import { measureTraffic, TRAFFIC_ROWS } from './traffic.ts';

const WRITERS = 10;
const RATE = 5;

/** Some write notes, all others look on. */
export function notes(count: number, goals: readonly Goal[]): Case {
  return {
    name: `notes-${count}`,
    title: `Notes: ${count} people`,
    about: `${WRITERS} of ${count} people write ${RATE} notes a second each, at moments of their own; the others look on.`,
    relays: [...WITH_LEVELDB, 'bare'],
    rows: TRAFFIC_ROWS,
    goals,
    run: (kind, { seconds, profile }) =>
      withRelay(kind, profile, async ({ server }) => {
        const people = await enterAll(await kind.openRoom(server, count));
        const each = RATE * seconds;
        const written = Array.from({ length: WRITERS }, (_, writer) => noteUpdates(each, writer * each));
        const acts = independently(WRITERS, RATE, seconds);
        const moments = acts.map(({ at }) => at);
        const turns = Array.from({ length: WRITERS }, () => 0);
        const delivery = watchUpdates(people.slice(WRITERS), WRITERS * each);
        return measureTraffic(server, people, delivery, () =>
          paceAt(moments, seconds, (index) => {
            const { who } = acts[index]!;
            const turn = turns[who]!;
            turns[who] = turn + 1;
            delivery.sent(who * each + turn);
            people[who]!.update(written[who]![turn]!);
          }),
        );
      }),
  };
}
