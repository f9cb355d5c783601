import { expect, test } from 'vitest';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { ensureSite } from '../../../shared/stage/sites.ts';
import { putRound, type Round } from '../../../shared/stage/rounds.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';

function voted() {
  const board = seededBoard();
  const stage = seededStage();
  const [buses, libraries] = [addNote(board, 'Buses | after nine'), addNote(board, 'Libraries')];
  const site = (name: string) => ensureSite(stage, name).id;
  const [evora, pecs] = [site('Évora'), site('Pécs')];
  const round: Round = {
    id: 'r1',
    terms: { question: 'What *first*?', on: 'notes', columns: [], votes: 3, most: 2, secret: true, sites: [], facilitators: false },
    state: 'ended',
    openedAt: 1,
    closedAt: 2,
    tally: {
      items: [
        { item: libraries, label: 'Libraries', votes: 3, bySite: { [evora]: 2, [pecs]: 1 } },
        { item: buses, label: 'Buses | after nine', votes: 1, bySite: { [pecs]: 1 } },
      ],
      voters: { [evora]: 1, [pecs]: 2 },
    },
  };
  putRound(stage, round);
  putRound(stage, { ...round, id: 'r2', state: 'cancelled', openedAt: 5 });
  return { content: freezeBoard(board, stage, { id: 's', title: 'Done', savedAt: 3, savedBy: 'Fay' }), buses, libraries };
}

test('a report tells the rounds that were counted: strength, breadth, and every site', () => {
  const report = buildReport(voted().content, 'en');
  expect(report.rounds.map(({ question, people, sites }) => [question, people, sites])).toEqual([['What *first*?', 3, ['Évora', 'Pécs']]]);
  expect(report.rounds[0]!.items.map(({ text, votes, breadth, bySite }) => [text, votes, breadth, bySite])).toEqual([
    ['Libraries', 3, 2, [2, 1]],
    ['Buses | after nine', 1, 1, [0, 1]],
  ]);
  const votes = new Map(notesOf(report).map(({ note }) => [note.text, note.votes]));
  expect([votes.get('Libraries'), votes.get('Buses | after nine')]).toEqual([3, 1]);
});

test('in Markdown it is a table, in which what people wrote stays text', () => {
  const markdown = reportAsMarkdown(buildReport(voted().content, 'en'));
  expect(markdown).toContain('### What \\*first\\*?');
  expect(markdown).toContain('| Libraries | 3 | 2 | 2 | 1 |');
  expect(markdown).toContain('| Buses \\| after nine | 1 | 1 | 0 | 1 |');
});

test('the JSON of a snapshot from before there were votes is still read, and one with votes comes back as it was', () => {
  const { content } = voted();
  const { rounds, ...before } = content;
  expect(snapshotContent.parse(before).rounds).toEqual([]);
  expect(snapshotContent.parse(JSON.parse(JSON.stringify(content))).rounds).toEqual(rounds);
  expect(notesOf(buildReport(snapshotContent.parse(before), 'pt')).map(({ note }) => note.votes)).toEqual([null, null]);
});
