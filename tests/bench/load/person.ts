import type { Seat } from '../relays/relay.ts';
import { isStep2, STEP1, writeAwareness, writeUpdate } from './messages.ts';
import { openSocket, type ClientSocket } from './socket.ts';
import { within } from './within.ts';

/** Somebody in a room. */
export interface Person {
  socket: ClientSocket;
  update(update: Uint8Array): void;
  cursor(client: number, clock: number, state: string): void;
  /** Called with each message from now on; `null` to pass over all. Valid for the call only. */
  listen(hear: Hear | null): void;
}

export type Hear = (message: Buffer) => void;

/** Enters and asks for the document, without waiting for it. */
export async function knock(seat: Seat, hear: Hear): Promise<Person> {
  const listener = { hear: cutting(seat, hear) as Hear | null };
  const socket = await openSocket(seat.port, seat.path, listener);
  const say = (message: Uint8Array) => socket.send([seat.prefix, message]);
  for (const message of seat.opening) say(message);
  say(STEP1);
  return {
    socket,
    update: (update) => say(writeUpdate(update)),
    cursor: (client, clock, state) => say(writeAwareness(client, clock, state)),
    listen(next) {
      listener.hear = next && cutting(seat, next);
    },
  };
}

function cutting({ prefix }: Seat, hear: Hear): Hear {
  return prefix.length === 0 ? hear : (message) => hear(message.subarray(prefix.length));
}

/**
 * Enters, and waits until the server has answered with the document.
 * @param hear called with each message from the first on; left out, all are passed over
 */
export async function enter(seat: Seat, hear?: Hear): Promise<Person> {
  let answered!: () => void;
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const person = await knock(seat, (message) => {
    hear?.(message);
    if (isStep2(message)) answered();
  });
  await within('a newcomer is answered', Promise.race([answer, sentAway(person)]));
  person.listen(hear ?? null);
  return person;
}

/** Rejects when the connection ends. */
export async function sentAway({ socket }: Person): Promise<never> {
  await socket.closed;
  throw new Error('Somebody was sent away.');
}

/** Enters many, a few at a time. */
export async function enterAll(seats: readonly Seat[]): Promise<Person[]> {
  const people: Person[] = [];
  for (let first = 0; first < seats.length; first += 20) {
    people.push(...(await Promise.all(seats.slice(first, first + 20).map((seat) => enter(seat)))));
  }
  return people;
}
