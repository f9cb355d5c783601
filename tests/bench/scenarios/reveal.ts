import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { formatRoom, SYNC_PATH, type RoomName } from '../../../shared/protocol/rooms.ts';
import { readAgenda } from '../../../shared/stage/agenda.ts';
import { goToStep } from '../../../shared/stage/edit-agenda.ts';
import type { StepKind } from '../../../shared/stage/steps.ts';
import { call, createTestBoard, joinAs } from '../../support/workshop.ts';
import { noteUpdates } from '../load/board.ts';
import { findMarks } from '../load/marks.ts';
import { bringsChanges, isStep2 } from '../load/messages.ts';
import { enterAll, type Person } from '../load/person.ts';
import { within } from '../load/within.ts';
import type { Seat } from '../relays/relay.ts';
import { median } from '../results/statistics.ts';
import { withRelay } from '../running.ts';
import type { Case } from './case.ts';

const PEOPLE = 200;
const NOTES = 500;
const AUTHORS = 100;
const STEPS: readonly StepKind[] = ['gather', 'private', 'group', 'discuss', 'private'];

/** A workshop's two moments in which everybody sees something new at once: the next step, and all private notes. */
export const reveal: Case = {
  name: 'reveal',
  title: `A step change and a reveal of ${NOTES} notes: ${PEOPLE} people`,
  about:
    `${AUTHORS} of ${PEOPLE} people have written ${NOTES} notes privately. From the facilitator's act until the last person has all of it; ` +
    `each person has the board, the stage and their desk open. A step change is the median of ${STEPS.length}.`,
  relays: ['plenary'],
  rows: [
    { key: 'step', label: 'a step change, the last person has it, ms', digits: 1 },
    { key: 'reveal', label: 'the reveal, the last person has all notes, ms', digits: 1 },
    { key: 'cpu', label: 'the reveal, CPU ms of the server' },
    { key: 'size', label: 'the reveal, received by one, kB' },
  ],
  goals: [
    { key: 'step', atMost: 1_000 },
    { key: 'reveal', atMost: 1_000 },
  ],
  run: (kind, { profile }) =>
    withRelay(kind, profile, async ({ server }) => {
      const created = await createTestBoard(server);
      const { board } = created;
      const leader = await joinAs(server, created, 'facilitator', 'Fay');
      const sessions = [];
      for (let person = 0; person < PEOPLE; person += 1) sessions.push(await joinAs(server, created, 'participant', `Ana ${person}`, `Site ${person % 5}`));
      const seat = (room: RoomName, token: string): Seat => ({
        port: server.port,
        path: `${SYNC_PATH}/${formatRoom(room)}?token=${encodeURIComponent(token)}`,
        prefix: new Uint8Array(),
        opening: [],
      });
      const onBoard = await enterAll(sessions.map(({ token }) => seat({ board, kind: 'board' }, token)));
      const onStage = await enterAll(sessions.map(({ token }) => seat({ board, kind: 'stage' }, token)));
      const atDesk = await enterAll(sessions.map(({ token, participant }) => seat({ board, kind: 'desk', owner: participant! }, token)));

      const { stage, person: lead } = await readStage(seat({ board, kind: 'stage' }, leader.token));
      const times: number[] = [];
      for (const step of STEPS) {
        await sleep(1_500);
        const told = everybodyHears(onStage);
        const start = performance.now();
        lead.update(changeOf(stage, () => goToStep(stage, readAgenda(stage).steps.find((one) => one.kind === step)!.id)));
        await within('everybody has the step', told);
        times.push(performance.now() - start);
      }

      const each = NOTES / AUTHORS;
      for (let author = 0; author < AUTHORS; author += 1) for (const update of noteUpdates(each, author * each)) atDesk[author]!.update(update);
      await sleep(3_000);
      const before = { cpu: await server.cpuSeconds(), size: onBoard[0]!.socket.received() };
      const shown = everybodyHasAll(onBoard);
      const start = performance.now();
      const answer = call(server, `/boards/${board}/reveal`, { body: { all: true }, secret: leader.token });
      await within('everybody has the notes', shown);
      const ms = performance.now() - start;
      if ((await answer).body.revealed !== NOTES) throw new Error('Not all notes were revealed.');
      return {
        step: median(times)!,
        reveal: ms,
        cpu: ((await server.cpuSeconds()) - before.cpu) * 1000,
        size: (onBoard[0]!.socket.received() - before.size) / 1e3,
      };
    }),
};

/** A facilitator's copy of the stage, and their line to it. */
async function readStage(at: Seat): Promise<{ stage: Y.Doc; person: Person }> {
  const stage = new Y.Doc();
  const [person] = await enterAll([at]);
  const answer = new Promise<void>((resolve) => {
    person!.listen((message) => {
      if (!isStep2(message)) return;
      // Message type, sync type, length, then the update.
      Y.applyUpdate(stage, updateIn(message));
      resolve();
    });
  });
  person!.socket.send([Uint8Array.of(0, 0, 1, 0)]);
  await within('the stage is read', answer);
  return { stage, person: person! };
}

function updateIn(message: Uint8Array): Uint8Array {
  let at = 2;
  while (message[at]! >= 128) at += 1;
  return Uint8Array.from(message.subarray(at + 1));
}

function changeOf(doc: Y.Doc, act: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  act();
  return Y.encodeStateAsUpdate(doc, before);
}

async function everybodyHears(people: readonly Person[]): Promise<void> {
  await Promise.all(
    people.map(
      (person) =>
        new Promise<void>((resolve) => {
          person.listen((message) => {
            if (bringsChanges(message)) resolve();
          });
        }),
    ),
  );
}

async function everybodyHasAll(people: readonly Person[]): Promise<void> {
  await Promise.all(
    people.map(
      (person) =>
        new Promise<void>((resolve) => {
          const found = new Set<number>();
          person.listen((message) => {
            findMarks(message, (index) => found.add(index));
            if (found.size === NOTES) resolve();
          });
        }),
    ),
  );
}
