import * as Y from 'yjs';
import { addComment, createGroup, createNote, NOTE_COLORS, placeInColumn, toggleReaction } from '../../../shared/board/index.ts';
import { REPORT_FORMATS, type ReportFormat, type SnapshotInfo } from '../../../shared/protocol/api.ts';
import type { Language } from '../../../shared/languages.ts';
import { call, createTestBoard, joinAs } from '../../support/workshop.ts';
import { noteUpdates } from '../load/board.ts';
import { watchUpdates } from '../load/delivery.ts';
import { pace, untilQuiet } from '../load/pace.ts';
import { enterAll, type Person } from '../load/person.ts';
import { seatAt } from '../relays/plenary.ts';
import { withRelay } from '../running.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Case, Figures } from './case.ts';
import { latencyFigures } from './traffic.ts';

const NOTES = 1_000;
const PEOPLE = 50;
const WRITERS = 10;
const RATE = 5;

/** What reports of a large board cost, and whether those who write feel it while they are made. */
export const reports: Case = {
  name: 'reports',
  title: `Reports of ${NOTES.toLocaleString('en')} notes`,
  about: `The CPU time of the whole server for a report of ${NOTES.toLocaleString('en')} notes with groups, comments and reactions: each format at first with the start of the process that renders, then once more in another language by the same process. Then ${WRITERS} of ${PEOPLE} people write ${RATE} notes a second each, at first alone, then while reports are made without a pause, one format after the other. Everything the server does, rendering too, is on one core.`,
  relays: ['plenary'],
  rows: [
    ...REPORT_FORMATS.map((format) => ({ key: format, label: `${format.toUpperCase()} with the start, CPU s`, digits: 2 })),
    ...REPORT_FORMATS.map((format) => ({ key: again(format), label: `${format.toUpperCase()} after another, CPU s`, digits: 2 })),
    { key: 'alone', label: 'delivery p99 with no report, ms', digits: 1 },
    { key: 'besides', label: 'delivery p99 while reports are made, ms', digits: 1 },
    { key: 'made', label: 'reports made meanwhile' },
  ],
  goals: [...REPORT_FORMATS.filter((format) => format !== 'zip').map((key) => ({ key, atMost: 2 })), { key: 'besides', atMost: 45 }],
  run: (kind, { seconds, profile }) =>
    withRelay(kind, profile, async ({ server }) => {
      const board = await createTestBoard(server);
      const { token } = await joinAs(server, board, 'facilitator', 'Ana');
      const seats = [];
      const authors: string[] = [];
      for (let person = 0; person < PEOPLE; person += 1) {
        const session = await joinAs(server, board, 'participant', `Rui ${person}`, `Site ${person % 6}`);
        seats.push(seatAt(server, board.board, session.token));
        authors.push(session.participant!);
      }
      const people = await enterAll(seats);
      people[0]!.update(largeBoard(authors));
      await untilQuiet(server, people);
      const saved = await call<SnapshotInfo>(server, `/boards/${board.board}/snapshots`, { body: { title: 'Large' }, secret: token });
      const fetchReport = async (format: ReportFormat, language: Language) => {
        const answer = await call<string>(server, `/boards/${board.board}/snapshots/${saved.body.id}/report/${format}?lang=${language}`, { secret: token });
        if (answer.status !== 200) throw new Error(`${format}: ${answer.status}`);
      };
      const figures: Figures = {};
      for (const format of REPORT_FORMATS) {
        await server.endHelpers();
        figures[format] = await cpuOf(server, () => fetchReport(format, 'en'));
        figures[again(format)] = await cpuOf(server, () => fetchReport(format, 'pt'));
      }
      figures.alone = await writeAll(server, people, seconds, 0);
      let made = 0;
      const written = new AbortController();
      const making = (async () => {
        for (; !written.signal.aborted; made += 1) await fetchReport(REPORT_FORMATS[made % REPORT_FORMATS.length]!, made % 2 === 0 ? 'en' : 'pt');
      })();
      figures.besides = await writeAll(server, people, seconds, WRITERS * RATE * seconds);
      written.abort();
      await making;
      return { ...figures, made };
    }),
};

function again(format: ReportFormat): string {
  return `${format} again`;
}

async function cpuOf(server: ServerProcess, work: () => Promise<void>): Promise<number> {
  const before = await server.cpuSeconds();
  await work();
  return (await server.cpuSeconds()) - before;
}

/** Some write, the others look on. @returns the p99 of delivery, in milliseconds */
async function writeAll(server: ServerProcess, people: readonly Person[], seconds: number, first: number): Promise<number> {
  const each = RATE * seconds;
  const written = Array.from({ length: WRITERS }, (_, writer) => noteUpdates(each, first + writer * each));
  const delivery = watchUpdates(people.slice(WRITERS), first + WRITERS * each);
  await pace(WRITERS * RATE, seconds, (index) => {
    const writer = index % WRITERS;
    const turn = Math.floor(index / WRITERS);
    delivery.sent(first + writer * each + turn);
    people[writer]!.update(written[writer]![turn]!);
  });
  await untilQuiet(server, people);
  return latencyFigures(delivery).p99 ?? Number.NaN;
}

const TEXTS = [
  'Os vizinhos encontram-se todas as semanas na biblioteca e trazem quem ainda não conhece ninguém',
  'Közös programok az öregek és az iskolák között',
  'Quem chega de novo não sabe a quem perguntar',
  'Money arrives in spring, the work starts in autumn',
];

/** The update that writes a large workshop: every tenth note has a comment and a reaction, every third column a group. */
function largeBoard(authors: readonly string[]): Uint8Array {
  const doc = new Y.Doc();
  const columns = ['partnership', 'global'].flatMap((approach) => ['opportunities', 'challenges', 'obstacles'].map((column) => ({ approach, column })));
  const ids = Array.from({ length: NOTES }, (_, index) => {
    const { approach, column } = columns[index % columns.length]!;
    const note = { text: `${TEXTS[index % TEXTS.length]} (${index})`, color: NOTE_COLORS[index % NOTE_COLORS.length]!, author: authors[index % authors.length]!, createdAt: 1_800_000_000_000 + index * 1000, language: 'pt' } as const;
    const id = createNote(doc, { ...note, placement: placeInColumn(doc, approach, column) });
    if (index % 10 === 0) {
      addComment(doc, id, { text: 'We would have to ask the council.', author: null, createdAt: 1_800_000_000_000 });
      toggleReaction(doc, id, 'agree', authors[(index + 7) % authors.length]!);
    }
    return id;
  });
  columns.forEach(({ approach, column }, index) => {
    createGroup(doc, { title: `What we share, part ${index + 1}`, approach, column, notes: ids.filter((_, note) => note % columns.length === index).slice(0, 20) });
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
