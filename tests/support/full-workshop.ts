import * as Y from 'yjs';
import { addComment, createGroup, createNote, placeInColumn, putDrawings, seedBoard, setActionDone, setActionDue, setActionOwner, tagAction, toggleReaction, type NoteColor } from '../../shared/board/index.ts';
import type { ReactionKind } from '../../shared/board/reactions.ts';
import type { SnapshotContent } from '../../shared/report/content.ts';
import { freezeBoard } from '../../shared/report/freeze.ts';
import { putParticipant, seedStage } from '../../shared/stage/document.ts';
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
  createNote(board, { text: 'Parking: who pays for the interpreters?', color: 'stone', author: 'noa', createdAt: SAVED - 50 * MINUTE, language: 'en', placement: { x: 3300, y: 120 } });
  createNote(board, { text: 'Meet again in Pécs, in May', color: 'sky', author: 'bela', createdAt: SAVED - 5 * MINUTE, language: 'en', placement: { x: 3300, y: 420 } });
  putDrawings(board, DRAWINGS.filter(({ type, id }) => type === 'text' || id === 'shape:box'));
  return freezeBoard(board, stage, { id: 'sample', title: 'End of the morning', savedAt: SAVED, savedBy: 'Maria Alves' });
}

/** Writes all notes and their groups; the ids by text. */
function writeNotes(board: Y.Doc): Map<string, string> {
  const ids = new Map<string, string>();
  const siteOf = new Map(PEOPLE.map(([id, , site]) => [id, site]));
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
