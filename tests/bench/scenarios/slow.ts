import { setTimeout as sleep } from 'node:timers/promises';
import { strokeUpdates } from '../load/board.ts';
import { watchUpdates } from '../load/delivery.ts';
import { pace } from '../load/pace.ts';
import { enterAll } from '../load/person.ts';
import { withRelay } from '../running.ts';
import { COMMON, type Case } from './case.ts';
import { measureTraffic, TRAFFIC_ROWS } from './traffic.ts';

const WRITERS = 4;
const READERS = 8;
const RATE = 25;
const BYTES = 50_000;

/** One person's network stops while others write much. */
export function slowConsumer(stops: boolean): Case {
  const total = Math.round((WRITERS * RATE * BYTES) / 1e6);
  return {
    name: stops ? 'slow' : 'slow-none',
    title: stops ? 'One stops reading' : 'Nobody stops reading, for comparison',
    about:
      `${WRITERS} people redraw a long stroke, ${total} MB a second together; ${READERS} read. ` +
      (stops ? 'One more does not read any more.' : 'One more reads too.'),
    relays: COMMON,
    rows: [
      ...TRAFFIC_ROWS.slice(0, 6),
      { key: 'grown', label: 'peak memory beyond that of the empty room, MB' },
      ...(stops ? [{ key: 'waiting', label: 'held for the one who does not read, MB', digits: 1 }] : []),
      ...TRAFFIC_ROWS.slice(-2),
    ],
    goals: [],
    run: (kind, { seconds, profile }) =>
      withRelay(kind, profile, async ({ server }) => {
        const people = await enterAll(await kind.openRoom(server, WRITERS + READERS + 1));
        const stopped = people.pop()!;
        const each = RATE * seconds;
        const written = Array.from({ length: WRITERS }, (_, writer) => strokeUpdates(each, BYTES, writer * each));
        const delivery = watchUpdates(people.slice(WRITERS), WRITERS * each);
        const before = await server.peakMemory();
        if (stops) stopped.socket.pause();
        const figures = await measureTraffic(server, people, delivery, () =>
          pace(WRITERS * RATE, seconds, (index) => {
            const writer = index % WRITERS;
            const turn = Math.floor(index / WRITERS);
            delivery.sent(writer * each + turn);
            people[writer]!.update(written[writer]![turn]!);
          }),
        );
        const receivedBefore = stopped.socket.received();
        stopped.socket.resume();
        await sleep(2_000);
        const waiting = (stopped.socket.received() - receivedBefore) / 1e6;
        return { ...figures, grown: figures.peak! - before / 1e6, waiting };
      }),
  };
}
