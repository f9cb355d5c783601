import { readNotes } from '../../shared/board/index.ts';
import { vote } from '../../shared/desk/ballots.ts';
import type { CreatedBoard, JoinedSession } from '../../shared/protocol/api.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { readAgenda } from '../../shared/stage/agenda.ts';
import { readDesks } from '../../shared/stage/desks.ts';
import { goToStep } from '../../shared/stage/edit-agenda.ts';
import { readRounds, type RoundTerms } from '../../shared/stage/rounds.ts';
import { editSite, readSites } from '../../shared/stage/sites.ts';
import type { StepKind } from '../../shared/stage/steps.ts';
import { setTimer, type Timer } from '../../shared/stage/timer.ts';
import { writeOnDesk } from './private-step.ts';
import { openStock, type StockClient } from './stock-client.ts';
import { until } from './until.ts';
import { call, joinAs } from './workshop.ts';

/** The sample workshop while it is held: eight people at three sites are there, and somebody leads them. */

const HERE = [
  ['Ana Sousa', 'Évora'],
  ['Rui Serrão', 'Évora'],
  ['Filipa Marques', 'Évora'],
  ['Kovács Béla', 'Pécs'],
  ['Kőrösi Erzsébet', 'Pécs'],
  ['Carys Llŷr', 'Swansea'],
  ['Gwen ap Siôn', 'Swansea'],
] as const;

/** What a site is told to be like, by its name. */
const SITES: Record<string, { country: string; language: string; headcount: number }> = {
  Évora: { country: 'Portugal', language: 'pt', headcount: 14 },
  Pécs: { country: 'Hungary', language: 'hu', headcount: 9 },
  Swansea: { country: 'Wales', language: 'cy', headcount: 12 },
};

interface Attendant {
  session: JoinedSession;
  board: StockClient;
}

/** The hands of whoever leads a workshop in the background. */
export interface WorkshopHeld {
  stage: StockClient;
  people: readonly Attendant[];
  leader: JoinedSession;
  /** Moves on to the first step of a kind; `null` ends the agenda. */
  goTo(kind: StepKind | null): void;
  setTimer(timer: Timer | null): void;
  /** How many of the people say that they are ready with the step that is now. */
  ready(count: number): void;
  /** How many of the people give which answer to the question that is open. */
  answer(poll: string, options: readonly number[]): void;
  /** The people write some notes on their desks, and wait until the server has counted them. */
  writePrivately(): Promise<void>;
  openRound(terms?: Partial<RoundTerms>): Promise<string>;
  /** Each person votes for notes, one after another down the board. */
  castVotes(round: string): Promise<void>;
  endRound(round: string): Promise<void>;
}

const TERMS: RoundTerms = { question: 'Where do we begin in spring?', on: 'notes', columns: [], votes: 5, most: 3, secret: true, sites: [], facilitators: true };

/** People come and stay for as long as the test goes on. */
export async function holdWorkshop(server: { url: string }, created: CreatedBoard): Promise<WorkshopHeld> {
  const { board } = created;
  const come = async (role: Role, name: string, site: string): Promise<Attendant> => {
    const session = await joinAs(server, created, role, name, site);
    const client = openStock(server, `${board}/board`, session.token);
    await client.synced();
    client.provider.awareness.setLocalState({ editing: null });
    return { session, board: client };
  };
  const people: Attendant[] = [];
  for (const [name, site] of HERE) people.push(await come('participant', name, site));
  const leader = await joinAs(server, created, 'facilitator', 'Helper', 'Évora');
  const stage = openStock(server, `${board}/stage`, leader.token);
  await stage.synced();
  for (const { id, name } of readSites(stage.doc)) if (SITES[name]) editSite(stage.doc, id, SITES[name]);
  const show = (of: readonly Attendant[], state: (index: number) => object) => {
    for (const [index, { board: client }] of of.entries()) {
      const { awareness } = client.provider;
      awareness.setLocalState({ ...awareness.getLocalState(), ...state(index) });
    }
  };
  const post = async <T>(path: string, body?: unknown) => (await call<T>(server, `/boards/${board}/rounds${path}`, { method: 'POST', secret: leader.token, ...(body !== undefined && { body }) })).body;
  return {
    stage,
    people,
    leader,
    goTo: (kind) => goToStep(stage.doc, kind === null ? null : readAgenda(stage.doc).steps.find((step) => step.kind === kind)!.id),
    setTimer: (timer) => setTimer(stage.doc, timer),
    ready: (count) => show(people.slice(0, count), () => ({ ready: readAgenda(stage.doc).current })),
    answer: (poll, options) => show(people.slice(0, options.length), (index) => ({ answer: { poll, option: options[index] } })),
    async writePrivately() {
      for (const [index, { session }] of people.entries()) {
        const desk = openStock(server, `${board}/desk/${session.participant}`, session.token);
        await desk.synced();
        for (let note = 0; note <= index % 3; note += 1) writeOnDesk(desk.doc, session.participant!, `What ${index} thinks, ${note}`);
      }
      await until('all private notes are counted', () => Object.values(readDesks(stage.doc).waiting).reduce((sum, count) => sum + count, 0) >= 13);
    },
    openRound: async (terms = {}) => (await post<{ id: string }>('', { ...TERMS, ...terms })).id,
    async castVotes(round) {
      const notes = readNotes(people[0]!.board.doc).notes.slice(0, 7).map(({ id }) => id);
      for (const [index, { session }] of people.entries()) {
        const desk = openStock(server, `${board}/desk/${session.participant}`, session.token);
        await desk.synced();
        vote(desk.doc, round, notes[index % 3]!, 3);
        vote(desk.doc, round, notes[(index * 2 + 3) % notes.length]!, 2);
      }
      await until('all votes have arrived', () => {
        const voters = readRounds(stage.doc).find(({ id }) => id === round)?.tally.voters ?? {};
        return Object.values(voters).reduce((sum, count) => sum + count, 0) >= people.length;
      });
    },
    endRound: async (round) => void (await post(`/${round}/ended`)),
  };
}
