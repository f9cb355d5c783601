import * as Y from 'yjs';
import { addComment, createGroup, createNote, groupKey, placeInColumn, putDrawings, readGroups, readNotes, seedBoard, setActionDone, setActionDue, setActionOwner, tagAction, toggleReaction, type NoteColor } from '../../shared/board/index.ts';
import type { ReactionKind } from '../../shared/board/reactions.ts';
import type { SnapshotContent } from '../../shared/report/content.ts';
import { freezeBoard } from '../../shared/report/freeze.ts';
import { count, itemsOf, type Ballot } from '../../shared/desk/count.ts';
import { putParticipant, seedStage } from '../../shared/stage/document.ts';
import { addParkingLot, PARKING } from '../../shared/stage/edit-structure.ts';
import { askPoll, closePoll, endPoll, type PollKind } from '../../shared/stage/polls.ts';
import { putRound, type RoundTerms } from '../../shared/stage/rounds.ts';
import { ensureSite } from '../../shared/stage/sites.ts';
import { DRAWINGS } from '../unit/report/sample.ts';

/** A workshop of a morning, as six sites leave their board: what the sample reports in docs/ are made of. */

const START = Date.UTC(2026, 9, 14, 8, 30);
const SAVED = Date.UTC(2026, 9, 14, 11, 50);
const MINUTE = 60_000;

/** Name, country, language, headcount, the colour its people write on. */
const SITES: Record<string, [name: string, country: string, language: string, headcount: number, color: NoteColor]> = {
  evora: ['Évora', 'Portugal', 'pt', 14, 'sun'],
  pecs: ['Pécs', 'Hungary', 'hu', 9, 'sky'],
  iasi: ['Iași', 'Romania', 'ro', 11, 'rose'],
  lleida: ['Lleida', 'Catalonia', 'ca', 8, 'peach'],
  swansea: ['Swansea', 'Wales', 'cy', 12, 'leaf'],
  perugia: ['Perugia', 'Italy', 'it', 7, 'lilac'],
};

const PEOPLE: [id: string, name: string, site: string, facilitates?: true][] = [
  ['maria', 'Maria Alves', 'evora', true],
  ['ana', 'Ana Sousa', 'evora'],
  ['rui', 'Rui Serrão', 'evora'],
  ['bela', 'Kovács Béla', 'pecs'],
  ['erzsi', 'Kőrösi Erzsébet', 'pecs'],
  ['ioana', 'Ioana Munteanu', 'iasi'],
  ['mircea', 'Mircea Ștefănescu', 'iasi'],
  ['jordi', 'Jordi Ferrer', 'lleida'],
  ['nuria', 'Núria Puig', 'lleida'],
  ['carys', 'Carys Llŷr', 'swansea', true],
  ['gwen', 'Gwen ap Siôn', 'swansea'],
  ['giulia', 'Giulia Conti', 'perugia'],
  ['noa', 'נועה לוי', 'perugia'],
];

const siteOf = new Map(PEOPLE.map(([id, , site]) => [id, site]));

/** Notes by column, in groups: who wrote each, and what. The group without a title is the column's loose notes. */
const NOTES: Record<string, Record<string, Record<string, [author: string, text: string][]>>> = {
  partnership: {
    opportunities: {
      'Libraries, schools and museums open their doors': [
        ['gwen', 'Our two libraries could share one reading programme'],
        ['giulia', 'A museum ticket for every family that joins'],
        ['nuria', 'L’escola de música obre les tardes a tothom'],
        ['bela', 'Craftspeople teach in the school workshop on Saturdays'],
        ['ana', 'A biblioteca e o mercado juntos: livros onde as pessoas já vão'],
      ],
      'The generations learn from each other': [
        ['ioana', 'Young people as guides for older people, and the other way round'],
        ['erzsi', 'Közös programok az öregek és az iskolák között'],
        ['carys', 'Cyfle i ddysgu Cymraeg gyda’n gilydd'],
        ['noa', 'מבוגרים וצעירים לומדים יחד'],
      ],
      '': [
        ['maria', 'The health centre wants to open its evening courses to everyone'],
        ['jordi', 'The university brings researchers, we bring the questions'],
        ['mircea', 'Firmele din oraș oferă săli și mentori'],
        ['rui', 'Uma carrinha partilhada entre as três aldeias'],
      ],
    },
    challenges: {
      'Time and tiredness': [
        ['gwen', 'Volunteers are tired. What do we stop doing?'],
        ['ioana', 'Agree on one calendar between six organisations'],
        ['bela', 'Nincs elég idő a változások megbeszélésére'],
        ['jordi', 'Money arrives in spring, the work starts in autumn'],
      ],
      'Who is not in the room': [
        ['erzsi', 'Who speaks for those who never come to meetings?'],
        ['carys', 'Nobody has asked the young people yet'],
        ['giulia', 'Spiegare ai soci perché vogliamo questo partner'],
      ],
      '': [
        ['mircea', 'Încrederea între instituții se construiește încet'],
        [
          'carys',
          'We tried this in 2019 with the housing association. The first meetings were full, then the two people who had carried it changed jobs and nobody had written down what had been agreed. What we learned: name two people per partner, meet at the place of the smallest partner, and write one page after each meeting that everyone can read, in Welsh and in English. It costs an hour, and it saved the second attempt.',
        ],
      ],
    },
    obstacles: {
      '': [
        ['ioana', 'The big foundation wants its name on everything'],
        ['ana', 'Two associations have not talked since 2019'],
        ['gwen', 'The rooms are only free when people work'],
        ['bela', 'Data protection forms nobody understands'],
        ['mircea', 'Legea nu permite folosirea școlii după ora 18'],
        ['rui', 'O novo parceiro quer mudar o nome da iniciativa'],
        ['erzsi', 'Félnek, hogy elveszik a munkájukat'],
      ],
    },
  },
  global: {
    opportunities: {
      'Cities of our own size': [
        ['giulia', 'Learn from cities of our own size, not only from capitals'],
        ['carys', 'A Welsh and Catalan pair: two small languages, one project'],
        ['nuria', 'Ciutats germanes que ja fan el que volem fer'],
        ['ana', 'Rede das Cidades de Aprendizagem: aprender com quem já lá está'],
      ],
      '': [
        ['jordi', 'Healthy cities: our walking groups already fit'],
        ['maria', 'Exchange visits for those who do the work'],
        ['bela', 'Show the mayor what neighbours have done'],
        ['gwen', 'A festival of learning, streamed between all six sites 🎉'],
        ['mircea', 'Orașul devine vizibil în Europa'],
        ['erzsi', 'Egészséges városok és tanuló városok egy asztalnál'],
      ],
    },
    challenges: {
      'Reports and fees': [
        ['ioana', 'Who has time for the annual report of the network?'],
        ['carys', 'Reporting takes the hours we need at home'],
        ['rui', 'Cada rede pede um relatório diferente'],
      ],
      '': [
        ['giulia', 'Keep the neighbourhood in the plan, not only the city'],
        ['jordi', 'English in every meeting leaves people out'],
        ['gwen', 'How do we tell if it changes anything here?'],
        ['nuria', 'Qui explica la història de la ciutat, i a qui?'],
        ['noa', 'Chi traduce, e chi paga la traduzione?'],
      ],
    },
    obstacles: {
      '': [
        ['bela', 'A logo for the town hall, nothing for the quarter'],
        ['ana', 'Membership fee: half of our yearly budget'],
        ['ioana', 'Elections next year'],
        ['nuria', 'Moltes xarxes, poques persones'],
        ['erzsi', 'A kampány után elfogy a pénz'],
      ],
    },
  },
};

/** Found by how a note begins. */
const REACTIONS: [beginning: string, kind: ReactionKind, people: string[]][] = [
  ['Our two libraries', 'agree', ['ana', 'bela', 'nuria', 'giulia']],
  ['Our two libraries', 'idea', ['ioana']],
  ['Volunteers are tired', 'important', ['ana', 'bela', 'mircea', 'jordi', 'giulia']],
  ['Who speaks for those', 'question', ['carys', 'maria']],
  ['Who speaks for those', 'important', ['ioana']],
  ['Young people as guides', 'love', ['gwen', 'erzsi', 'noa']],
  ['A Welsh and Catalan pair', 'celebrate', ['jordi', 'nuria', 'gwen']],
  ['Learn from cities', 'agree', ['ana', 'mircea']],
  ['English in every meeting', 'agree', ['erzsi', 'rui', 'mircea']],
];

const COMMENTS: [beginning: string, author: string, text: string][] = [
  ['Our two libraries', 'ana', 'Ours closes at six. Could theirs lend to us on Saturdays?'],
  ['Our two libraries', 'gwen', 'We would have to ask the council. I will.'],
  ['Volunteers are tired', 'mircea', 'Începem cu lista celor mai mici trei lucruri.'],
  ['English in every meeting', 'nuria', 'Six languages, one page each: it is possible, we did it today.'],
  ['A Welsh and Catalan pair', 'jordi', 'Som-hi! We can host the first week in May.'],
];

const ACTIONS: [beginning: string, owner: string | { name: string } | null, due: string | null, done: boolean][] = [
  ['Our two libraries', 'gwen', '2026-11-20', false],
  ['Agree on one calendar', 'ioana', '2026-11-06', false],
  ['A Welsh and Catalan pair', 'jordi', '2027-05-03', false],
  ['Show the mayor', { name: 'Bakó Zsuzsa, city council' }, '2026-12-15', false],
  ['Nobody has asked', 'carys', null, false],
  ['Explain', null, null, false],
  ['Exchange visits', 'maria', '2026-10-14', true],
];

const PARKED: [author: string, text: string][] = [
  ['noa', 'Who pays for the interpreters?'],
  ['rui', 'Um encontro só para quem trabalha à noite'],
  ['carys', 'Could schools lend us their minibus?'],
];

/** Each ballot: how many votes go to notes that begin so, or to groups of that title. */
const ROUNDS: { terms: Pick<RoundTerms, 'question' | 'on' | 'votes' | 'most' | 'secret'>; ballots: Record<string, Record<string, number>> }[] = [
  {
    terms: { question: 'Which three ideas do we take home?', on: 'notes', votes: 3, most: 2, secret: true },
    ballots: {
      ana: { 'Our two libraries': 2, 'Volunteers are tired': 1 },
      rui: { 'Uma carrinha': 2, 'Our two libraries': 1 },
      bela: { 'Volunteers are tired': 2, 'Show the mayor': 1 },
      erzsi: { 'Who speaks for those': 2, 'Volunteers are tired': 1 },
      ioana: { 'Young people as guides': 1, 'Our two libraries': 1, 'Agree on one calendar': 1 },
      mircea: { 'Agree on one calendar': 2, 'English in every meeting': 1 },
      jordi: { 'A Welsh and Catalan pair': 2, 'Our two libraries': 1 },
      nuria: { 'A Welsh and Catalan pair': 1, 'English in every meeting': 2 },
      gwen: { 'Our two libraries': 1, 'A Welsh and Catalan pair': 1, 'Nobody has asked': 1 },
      giulia: { 'Our two libraries': 1, 'Volunteers are tired': 1, 'Keep the neighbourhood': 1 },
      noa: { 'Young people as guides': 2, 'English in every meeting': 1 },
    },
  },
  {
    terms: { question: 'Where do we begin?', on: 'groups', votes: 1, most: 1, secret: false },
    ballots: {
      ana: { 'Libraries, schools': 1 },
      rui: { 'Libraries, schools': 1 },
      bela: { 'Time and tiredness': 1 },
      erzsi: { 'Who is not in the room': 1 },
      ioana: { 'Time and tiredness': 1 },
      mircea: { 'Time and tiredness': 1 },
      jordi: { 'Cities of our own size': 1 },
      nuria: { 'Cities of our own size': 1 },
      gwen: { 'Libraries, schools': 1 },
      giulia: { 'Libraries, schools': 1 },
      noa: { 'The generations': 1 },
    },
  },
];

const POLLS: { kind: PollKind; question: string; choices?: string[]; answers: number[] }[] = [
  { kind: 'fist', question: 'How sure are you that we go on together?', answers: [5, 4, 4, 5, 3, 4, 5, 2, 4, 5, 4, 3, 5] },
  { kind: 'yes-no', question: 'Shall we meet again before the summer?', answers: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0] },
  { kind: 'choice', question: 'Who hosts the next workshop?', choices: ['Pécs', 'Lleida', 'Swansea'], answers: [0, 0, 1, 0, 0, 2, 0, 1, 1, 2, 0, 0, 2] },
];

/** The workshop as it was saved at its end. */
export function fullWorkshop(): SnapshotContent {
  const board = new Y.Doc();
  const stage = new Y.Doc();
  seedBoard(board);
  seedStage(stage, {
    title: 'Learning communities, one year on',
    workshop: 'Six towns ask what partnerships and networks can do for the people who learn there',
    template: 'both',
    language: 'en',
    createdAt: START,
  });
  for (const [id, [name, country, language, headcount]] of Object.entries(SITES)) ensureSite(stage, name, { country, language, headcount }, { id, at: START });
  for (const [id, name, site, facilitates] of PEOPLE) {
    putParticipant(stage, { id, name, site, role: facilitates ? 'facilitator' : 'participant', language: site === 'evora' ? 'pt' : 'en', joinedAt: START });
  }
  const ids = writeNotes(board);
  const find = (beginning: string) => [...ids].find(([text]) => text.startsWith(beginning))?.[1] ?? '';
  for (const [beginning, kind, people] of REACTIONS) for (const person of people) toggleReaction(board, find(beginning), kind, person);
  COMMENTS.forEach(([beginning, author, text], index) => addComment(board, find(beginning), { text, author, createdAt: SAVED - (30 - index * 3) * MINUTE }));
  for (const [beginning, owner, due, done] of ACTIONS) {
    const id = find(beginning);
    if (id === '') continue;
    tagAction(board, [id], true);
    if (owner !== null) setActionOwner(board, id, typeof owner === 'string' ? { participant: owner } : owner);
    setActionDue(board, id, due);
    if (done) setActionDone(board, id, true);
  }
  addParkingLot(stage);
  for (const [author, text] of PARKED) {
    createNote(board, { text, color: SITES[siteOf.get(author)!]![4], author, createdAt: SAVED - 50 * MINUTE, language: 'en', placement: placeInColumn(board, PARKING, PARKING) });
  }
  createNote(board, { text: 'Meet again in Pécs, in May', color: 'sky', author: 'bela', createdAt: SAVED - 5 * MINUTE, language: 'en', placement: { x: 4080, y: 40 } });
  vote(board, stage);
  askAround(stage);
  putDrawings(board, DRAWINGS.filter(({ type, id }) => type === 'text' || id === 'shape:box').map((drawing) => ({ ...drawing, x: Number(drawing.x) + 820 })));
  return freezeBoard(board, stage, { id: 'sample', title: 'End of the morning', savedAt: SAVED, savedBy: 'Maria Alves' });
}

function vote(board: Y.Doc, stage: Y.Doc): void {
  const { notes } = readNotes(board);
  const groups = [...readGroups(board).values()];
  const find = (beginning: string) => {
    const group = groups.find(({ title }) => title.startsWith(beginning));
    return group ? groupKey(group.id) : notes.find(({ text }) => text.startsWith(beginning))!.id;
  };
  const label = (item: string) => notes.find(({ id }) => id === item)?.text ?? groups.find(({ id }) => groupKey(id) === item)!.title;
  ROUNDS.forEach(({ terms, ballots }, index) => {
    const all: RoundTerms = { ...terms, columns: [], sites: [], facilitators: false };
    const cast = Object.entries(ballots).map(([participant, votes]): Ballot => ({ participant, site: siteOf.get(participant)!, weight: 1, votes: new Map(Object.entries(votes).map(([beginning, given]) => [find(beginning), given])) }));
    const { items, voters } = count(all, cast, itemsOf(all, notes, groups));
    const openedAt = SAVED - (60 - 20 * index) * MINUTE;
    putRound(stage, { id: `round${index}`, terms: all, state: 'ended', openedAt, closedAt: openedAt + 8 * MINUTE, tally: { items: items.map((item) => ({ ...item, label: label(item.item) })), voters } });
  });
}

function askAround(stage: Y.Doc): void {
  POLLS.forEach(({ answers, ...asked }, index) => {
    const id = askPoll(stage, asked, SAVED - (15 - index) * MINUTE);
    endPoll(stage, id, new Map(answers.map((answer, person) => [PEOPLE[person]![0], answer])));
  });
  closePoll(stage);
}

/** Writes all notes and their groups; the ids by text. */
function writeNotes(board: Y.Doc): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [approach, columns] of Object.entries(NOTES)) {
    for (const [column, groups] of Object.entries(columns)) {
      for (const [title, notes] of Object.entries(groups)) {
        const made = notes.map(([author, text]) => {
          const site = siteOf.get(author)!;
          const note = { text, author, color: SITES[site]![4], createdAt: START + (10 + ids.size) * 2 * MINUTE, language: site === 'evora' ? 'pt' : 'en' } as const;
          const id = createNote(board, { ...note, placement: placeInColumn(board, approach, column) });
          ids.set(text, id);
          return id;
        });
        if (title !== '') createGroup(board, { title, approach, column, notes: made });
      }
    }
  }
  return ids;
}
