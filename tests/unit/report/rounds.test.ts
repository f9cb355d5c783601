import { expect, test } from 'vitest';
import { placeInColumn } from '../../../shared/board/index.ts';
import { columnKey } from '../../../shared/board/layout.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import type { SnapshotRound } from '../../../shared/report/rounds.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { reportTables } from '../../../shared/report/tables.ts';
import { addParkingLot, PARKING } from '../../../shared/stage/edit-structure.ts';
import { askPoll, endPoll, readPolls } from '../../../shared/stage/polls.ts';
import { ensureSite } from '../../../shared/stage/sites.ts';
import { putRound, type Round } from '../../../shared/stage/rounds.ts';
import { readCsv } from './read/csv.ts';
import { findAll, readXml } from './read/xml.ts';
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

test('the picture has on each note and group how many votes it was given, and nothing where there was none', () => {
  const { content } = voted();
  const group = { id: 'g', title: 'On the way', placement: { approach: 'partnership', column: 'opportunities', order: 'a0' } };
  const [round] = content.rounds;
  const grouped = { ...content, groups: [group], rounds: [{ ...round!, on: 'both' as const, items: [...round!.items, { ...round!.items[0]!, item: 'group:g', votes: 5 }] }] };
  const lines = (told: typeof content) => findAll(readXml(boardPicture(told, 'en')), ({ name }) => name === 'tspan').map(({ text }) => text);
  const drawn = lines(grouped).filter((line) => /^[135]$/.test(line));
  expect(drawn.sort()).toEqual(['1', '3', '5']);
  expect(lines({ ...grouped, rounds: [] }).filter((line) => /^[135]$/.test(line))).toEqual([]);
});

test('in Markdown it is a table, in which what people wrote stays text', () => {
  const markdown = reportAsMarkdown(buildReport(voted().content, 'en'));
  expect(markdown).toContain('### What \\*first\\*?');
  expect(markdown).toContain('| 1 | Libraries · Opportunities · Partnership approach | 3 | 2 | 2 | 1 |');
  expect(markdown).toContain('| 2 | Buses \\| after nine · Opportunities · Partnership approach | 1 | 1 | 0 | 1 |');
  expect(markdown).toContain('|  | People who voted | 3 | 2 | 1 | 2 |');
});

test('the JSON of a snapshot from before there were votes is still read, and one with votes comes back as it was', () => {
  const { content } = voted();
  const { rounds, ...before } = content;
  expect(snapshotContent.parse(before).rounds).toEqual([]);
  expect(snapshotContent.parse(JSON.parse(JSON.stringify(content))).rounds).toEqual(rounds);
  expect(notesOf(buildReport(snapshotContent.parse(before), 'pt')).map(({ note }) => note.votes)).toEqual([null, null]);
});

test('the facts of a round are in words: how it was voted, on what, with how many votes, by how many', () => {
  const { content } = voted();
  const facts = (language: 'en' | 'pt', change: Partial<SnapshotRound> = {}) => buildReport({ ...content, rounds: [{ ...content.rounds[0]!, ...change }] }, language).rounds[0]!.facts;
  expect(facts('en')).toEqual([expect.stringMatching(/^Ended on 1 January 1970/), 'Secret vote on notes', '3 votes each, at most 2 for one', '3 people voted']);
  expect(facts('pt', { secret: false, on: 'both', most: 3 })).toEqual([expect.stringContaining('1970'), 'Votação aberta em notas e grupos', '3 votos por pessoa', '3 pessoas votaram']);
  const columns = [columnKey('partnership', 'opportunities'), columnKey('gone', 'gone')];
  expect(facts('en', { columns, sites: ['Pécs'] })).toEqual(expect.arrayContaining(['in Opportunities · Partnership approach', 'only Pécs voted']));
});

test('a note tells the votes of the last round that was on it, a spreadsheet those of every round', () => {
  const { content, buses, libraries } = voted();
  const [first] = content.rounds;
  const group = { ...first!, id: 'r3', question: 'Groups?', on: 'groups' as const, closedAt: 9, items: [] };
  const elsewhere = { ...first!, id: 'r4', question: 'Global?', columns: [columnKey('global', 'obstacles')], closedAt: 10, items: [] };
  const late = { ...content.notes[0]!, id: 'late', text: 'Late', createdAt: 5 };
  const report = buildReport({ ...content, notes: [...content.notes, late], rounds: [first!, group, elsewhere] }, 'en');
  const votes = new Map(notesOf(report).map(({ note }) => [note.id, [note.votes, note.votesByRound]]));
  expect([votes.get(libraries), votes.get(buses), votes.get('late')]).toEqual([
    [3, [3, null, null]],
    [1, [1, null, null]],
    [null, [null, null, null]],
  ]);
  const [head, ...rows] = readCsv(reportAsCsv(report).slice(1));
  const at = head!.indexOf('Votes: What *first*?');
  expect(rows.map((row) => [row[4], row[at], row[at + 1]])).toEqual([
    ['Buses | after nine', '1', ''],
    ['Libraries', '3', ''],
    ['Late', '', ''],
  ]);
  const tables = new Map(reportTables(report).map(({ name, rows: told }) => [name, told]));
  expect(tables.get('Votes')).toEqual([
    ['What *first*?', 1, 'Libraries', 'Opportunities · Partnership approach', 3, 2, 2, 1, libraries],
    ['What *first*?', 2, 'Buses | after nine', 'Opportunities · Partnership approach', 1, 1, 0, 1, buses],
  ]);
  expect(tables.get('People who voted')![0]).toEqual(['What *first*?', { moment: 2 }, 'secret', 3, 2, 3, 2, 1, 2]);
});

test('quick questions are told with every answer, a fist to five with its average', () => {
  const stage = seededStage();
  const ask = (asked: Parameters<typeof askPoll>[1], answers: number[]) => endPoll(stage, askPoll(stage, asked, readPolls(stage).length), new Map(answers.map((answer, index) => [`p${index}`, answer])));
  ask({ kind: 'fist', question: 'Sure?' }, [5, 4, 0]);
  ask({ kind: 'yes-no', question: 'Go on | *now*?' }, [0, 0, 1]);
  ask({ kind: 'choice', question: 'Where?', choices: ['Pécs', '=1+1'] }, [1]);
  askPoll(stage, { kind: 'yes-no', question: 'Nobody has ended this one' });
  const content = snapshotContent.parse(JSON.parse(JSON.stringify(freezeBoard(seededBoard(), stage, { id: 's', title: '', savedAt: 3, savedBy: '' }))));
  const report = buildReport(content, 'pt');
  expect(report.polls.map(({ question, facts, answers }) => [question, facts, answers.map(({ answer, count }) => `${answer} ${count}`)])).toEqual([
    ['Sure?', ['Do punho aos cinco dedos', '3 respostas', 'em média 3,0'], ['0 1', '1 0', '2 0', '3 0', '4 1', '5 1']],
    ['Go on | *now*?', ['Sim ou não', '3 respostas'], ['Sim 2', 'Não 1']],
    ['Where?', ['Uma de poucas', '1 resposta'], ['Pécs 0', '=1+1 1']],
  ]);
  expect(reportAsMarkdown(report)).toContain('### Go on \\| \\*now\\*?');
  expect(reportTables(report).find(({ name }) => name === 'Perguntas rápidas')!.rows).toContainEqual(['Where?', '=1+1', 1]);
  const { polls: _, ...before } = content;
  expect(snapshotContent.parse(before).polls).toEqual([]);
});

test('the parking lot is told behind the approaches and counted as none of them', () => {
  const [board, stage] = [seededBoard(), seededStage()];
  addParkingLot(stage);
  addNote(board, 'Who pays?', placeInColumn(board, PARKING, PARKING));
  const report = buildReport(freezeBoard(board, stage, { id: 's', title: '', savedAt: 3, savedBy: '' }), 'en');
  expect([report.approaches.map(({ id }) => id), report.parking?.title, report.parking?.notes]).toEqual([['partnership', 'global'], 'Parking lot', 1]);
  expect(notesOf(report).map(({ note, approach }) => [note.text, approach?.id])).toEqual([['Who pays?', PARKING]]);
  expect(reportAsMarkdown(report)).toMatch(/## Global approach[^]*## Parking lot[^]*Who pays\?/);
  expect(reportAsMarkdown(report)).toContain('| Parking lot |  | 1 |');
});
