import * as Y from 'yjs';
import { createNote, placeInColumn, putDrawings, seedBoard, type Drawing, type NoteColor } from '../../../shared/board/index.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { putParticipant, seedStage } from '../../../shared/stage/document.ts';
import { askPoll, endPoll } from '../../../shared/stage/polls.ts';
import { putRound, type Round } from '../../../shared/stage/rounds.ts';
import { ensureSite } from '../../../shared/stage/sites.ts';

/** A workshop of five sites on two approaches, as a real one leaves its board. */

const SAVED_AT = Date.UTC(2026, 2, 12, 14, 5);

const PEOPLE: [id: string, name: string, site: string, role: Role, language: Language][] = [
  ['ana', 'Ana Conceição', 'Évora', 'facilitator', 'pt'],
  ['rui', 'Rui Serrão', 'Évora', 'participant', 'pt'],
  ['lurdes', 'Maria de Lurdes Guimarães', 'Évora', 'participant', 'pt'],
  ['carys', 'Carys ap Siôn', 'Swansea', 'facilitator', 'en'],
  ['megan', 'Megan Llŷr', 'Swansea', 'participant', 'en'],
  ['tibor', 'Szűcs Tibor', 'Pécs', 'participant', 'en'],
  ['erzsi', 'Kőrösi Erzsébet', 'Pécs', 'participant', 'en'],
  ['noa', 'נועה לוי', 'Modi’in', 'participant', 'en'],
  ['ioana', 'Ioana Țăranu', 'Iași', 'participant', 'en'],
  ['mircea', 'Mircea Ștefănescu', 'Iași', 'participant', 'en'],
];

type Row = [approach: string, column: string, color: NoteColor, author: string | null, text: string];

const NOTES: Row[] = [
  ['partnership', 'opportunities', 'leaf', 'carys', 'The university opens its library to neighbours on Saturdays'],
  ['partnership', 'opportunities', 'leaf', 'rui', 'A biblioteca e o mercado juntos: livros onde as pessoas já vão'],
  ['partnership', 'opportunities', 'sun', 'tibor', 'Közös programok az öregek és az iskolák között'],
  ['partnership', 'opportunities', 'sky', 'megan', 'Cyfle i ddysgu Cymraeg gyda’n gilydd'],
  ['partnership', 'opportunities', 'sun', 'ioana', 'Firmele din oraș oferă săli și mentori'],
  ['partnership', 'opportunities', 'peach', 'noa', 'שותפות עם בית הספר לאמנויות'],
  ['partnership', 'opportunities', 'leaf', 'lurdes', 'Voluntários!'],
  ['partnership', 'opportunities', 'stone', null, 'Shared evening classes between two towns'],
  ['partnership', 'challenges', 'sun', 'ana', 'Quem coordena quando cada parceiro tem o seu calendário?'],
  ['partnership', 'challenges', 'rose', 'erzsi', 'Nincs elég idő a változások megbeszélésére'],
  ['partnership', 'challenges', 'sun', 'megan', 'Nobody has asked the young people yet'],
  ['partnership', 'challenges', 'sky', 'mircea', 'Încrederea între instituții se construiește încet'],
  ['partnership', 'challenges', 'peach', 'rui', 'Dinheiro só até junho'],
  [
    'partnership',
    'challenges',
    'lilac',
    'carys',
    'We tried this in 2019 with the housing association. The first meetings were full, then the two people who had carried it changed jobs and nobody had written down what had been agreed. What we learned: name two people per partner, meet at the place of the smallest partner, and write one page after each meeting that everyone can read, in Welsh and in English. It costs an hour, and it saved the second attempt.',
  ],
  ['partnership', 'obstacles', 'rose', 'lurdes', 'O novo parceiro quer mudar o nome da iniciativa'],
  ['partnership', 'obstacles', 'sun', 'tibor', 'Félnek, hogy elveszik a munkájukat'],
  ['partnership', 'obstacles', 'stone', 'ioana', 'Legea nu permite folosirea școlii după ora 18'],
  ['partnership', 'obstacles', 'rose', 'carys', 'One large college could swallow the small groups'],
  ['global', 'opportunities', 'sky', 'ana', 'Rede das Cidades de Aprendizagem: aprender com quem já lá está'],
  ['global', 'opportunities', 'leaf', 'noa', 'ביקור בערים לומדות אחרות'],
  ['global', 'opportunities', 'sun', 'megan', 'A festival of learning, streamed between all five sites 🎉'],
  ['global', 'opportunities', 'sun', 'mircea', 'Orașul devine vizibil în Europa'],
  ['global', 'opportunities', 'lilac', 'erzsi', 'Egészséges városok és tanuló városok egy asztalnál'],
  ['global', 'opportunities', 'peach', 'rui', 'Intercâmbios de jovens'],
  ['global', 'opportunities', 'sky', 'carys', 'Healthy city + learning city: one plan instead of two'],
  ['global', 'challenges', 'sun', 'lurdes', 'O plano chega a Lisboa antes de chegar ao bairro'],
  ['global', 'challenges', 'rose', 'tibor', 'Kinek a nyelvén beszélünk?'],
  ['global', 'challenges', 'sky', 'megan', 'Reporting to the network takes the time we need at home'],
  ['global', 'challenges', 'stone', 'noa', 'Who tells the story of the city, and to whom?\n\nThe mayor’s office writes the reports; the groups read them afterwards.'],
  ['global', 'challenges', 'leaf', 'ioana', 'Cum măsurăm învățarea fără să o stricăm?'],
  ['global', 'obstacles', 'rose', 'ana', 'Fica bem na fotografia, e depois?'],
  ['global', 'obstacles', 'peach', 'erzsi', 'A kampány után elfogy a pénz'],
  ['global', 'obstacles', 'sun', 'mircea', 'Prea multe rețele, prea puțini oameni'],
  ['global', 'obstacles', 'stone', 'carys', 'An award nobody here applied for'],
  ['global', 'obstacles', 'rose', null, 'The hard work at home is put off again'],
];

/** What was voted on, with each site by the number of the first person who came from there. */
const ROUND: Round = {
  id: 'round1',
  terms: { question: 'What do we begin with?', on: 'notes', columns: [], votes: 3, most: 2, secret: true, sites: [], facilitators: false },
  state: 'ended',
  openedAt: SAVED_AT - 600_000,
  closedAt: SAVED_AT - 300_000,
  tally: {
    items: [
      { item: 'note12', label: 'Dinheiro só até junho', votes: 4, bySite: { site1: 2, site4: 1, site6: 1 } },
      { item: 'note1', label: 'A biblioteca e o mercado juntos: livros onde as pessoas já vão', votes: 3, bySite: { site4: 2, site9: 1 } },
      { item: 'note26', label: 'Kinek a nyelvén beszélünk?', votes: 1, bySite: { site6: 1 } },
    ],
    voters: { site1: 1, site4: 1, site6: 2, site9: 1 },
  },
};

/** The documents of the sample board, as the server would load them. */
export function sampleDocuments(): { board: Y.Doc; stage: Y.Doc } {
  const board = new Y.Doc();
  const stage = new Y.Doc();
  seedBoard(board);
  seedStage(stage, {
    title: 'Learning communities across Europe',
    workshop: 'Évora, Swansea, Pécs, Iași and Modi’in ask how to take their learning communities further',
    template: 'both',
    language: 'en',
    createdAt: Date.UTC(2026, 2, 12, 8, 30),
  });
  let made = 0;
  for (const [id, name, site, role, language] of PEOPLE) {
    const { id: siteId } = ensureSite(stage, site, {}, { id: `site${(made += 1)}`, at: made });
    putParticipant(stage, { id, name, site: siteId, role, language, joinedAt: SAVED_AT });
  }
  NOTES.forEach(([approach, column, color, author, text], index) => {
    createNote(board, {
      id: `note${index}`,
      text,
      color,
      author,
      createdAt: SAVED_AT - 3_600_000 + index * 1000,
      language: author === 'rui' || author === 'ana' || author === 'lurdes' ? 'pt' : 'en',
      placement: placeInColumn(board, approach, column),
    });
  });
  const free = { author: 'megan', createdAt: SAVED_AT, language: 'en' } as const;
  createNote(board, { ...free, id: 'free1', color: 'sun', text: 'Parking lot: who pays for the interpreters?', placement: { x: 3260, y: 60 } });
  createNote(board, { ...free, id: 'free2', color: 'sky', text: 'Meet again in Pécs, in May', placement: { x: 3300, y: 620 } });
  createNote(board, { ...free, id: 'aside1', color: 'lilac', text: 'From a column that was taken away', placement: { approach: 'partnership', column: 'wishes', order: 'a0' } });
  putDrawings(board, DRAWINGS);
  putRound(stage, ROUND);
  endPoll(stage, askPoll(stage, { kind: 'fist', question: 'Shall we go on together?' }, SAVED_AT), new Map([['rui', 5], ['tibor', 3]]));
  return { board, stage };
}

/** The sample board as it is stored. */
export function sampleContent() {
  const { board, stage } = sampleDocuments();
  return freezeBoard(board, stage, { id: 'snap1', title: 'After the discussion', savedAt: SAVED_AT, savedBy: 'Ana Conceição' });
}

const shape = (id: string, type: string, x: number, y: number, props: Record<string, unknown>, index = 'a1'): Drawing => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type,
  x,
  y,
  rotation: 0,
  index,
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: {},
  props,
});

const bind = (id: string, arrow: string, note: string, terminal: 'start' | 'end'): Drawing => ({
  id: `binding:${id}`,
  typeName: 'binding',
  type: 'arrow',
  fromId: `shape:${arrow}`,
  toId: `shape:${note}`,
  meta: {},
  props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
});

const richText = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

const circle = Array.from({ length: 41 }, (_, step) => ({ x: 240 * Math.cos(step / 6.4), y: 100 * Math.sin(step / 6.4), z: 0.5 }));

export const DRAWINGS: Drawing[] = [
  shape('circle', 'draw', 290, 950, { color: 'red', size: 'm', dash: 'draw', fill: 'none', scale: 1, isClosed: false, isComplete: true, isPen: false, segments: [{ type: 'free', points: circle }] }),
  shape('marker', 'highlight', 250, 202, { color: 'yellow', size: 'm', scale: 1, isComplete: true, isPen: false, segments: [{ type: 'straight', points: [{ x: 0, y: 0, z: 0.5 }, { x: 330, y: 0, z: 0.5 }] }] }, 'a2'),
  shape('curve', 'arrow', 0, 0, { color: 'blue', labelColor: 'blue', size: 'm', dash: 'draw', fill: 'none', kind: 'arc', scale: 1, arrowheadStart: 'none', arrowheadEnd: 'arrow', start: { x: 0, y: 0 }, end: { x: 10, y: 10 }, bend: 120, text: 'same people?', labelPosition: 0.5, font: 'sans' }, 'a3'),
  bind('curve-start', 'curve', 'free1', 'start'),
  bind('curve-end', 'curve', 'note24', 'end'),
  shape('words', 'text', 3260, 300, { color: 'violet', size: 'm', scale: 1, autoSize: false, w: 220, textAlign: 'start', font: 'sans', richText: richText('What do both approaches need from us?') }, 'a4'),
  shape('box', 'geo', 3300, 860, { geo: 'ellipse', w: 150, h: 90, growY: 0, color: 'green', labelColor: 'green', fill: 'semi', dash: 'dashed', size: 's', scale: 1, font: 'sans', align: 'middle', verticalAlign: 'middle', url: '', richText: richText('time') }, 'a5'),
  shape('rule', 'line', 3260, 560, { color: 'grey', dash: 'dotted', size: 's', spline: 'line', scale: 1, points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 160, y: 12 } } }, 'a6'),
];
