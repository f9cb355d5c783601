import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { boardTypes } from '../../../shared/board/document.ts';
import { createNote, deleteNotes, editNote, putDrawings, readNotes, seedBoard, type Drawing } from '../../../shared/board/index.ts';
import { LANGUAGES } from '../../../shared/languages.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { putParticipant } from '../../../shared/stage/document.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { readCsv } from './read/csv.ts';
import { sampleContent, sampleDocuments } from './sample.ts';

const ABOUT = { id: 's', title: 'Saved', savedAt: 1, savedBy: 'Ana' };

describe('freezing a board', () => {
  it('holds every readable note exactly once, in reading order', () => {
    const { board, stage } = sampleDocuments();
    const { notes } = freezeBoard(board, stage, ABOUT);
    const ids = notes.map((note) => note.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(readNotes(board).notes.map((note) => note.id).sort());
    expect(ids.slice(0, 3)).toEqual(['note0', 'note1', 'note2']);
    expect(notes.slice(-3).map((note) => note.where)).toEqual(['free', 'free', 'aside']);
  });

  it('is plain JSON that the schema accepts', () => {
    const content = sampleContent();
    const stored = JSON.parse(JSON.stringify(content)) as unknown;
    expect(stored).toEqual(content);
    expect(snapshotContent.parse(stored)).toEqual(content);
  });

  it('is not reached by later changes of the documents', () => {
    const { board, stage } = sampleDocuments();
    const content = freezeBoard(board, stage, ABOUT);
    const before = JSON.stringify(content);
    editNote(board, 'note0', 'changed');
    deleteNotes(board, ['note1']);
    putDrawings(board, [], ['shape:circle']);
    putParticipant(stage, { id: 'ana', name: 'Somebody else', site: 'site1', role: 'participant', language: 'en', joinedAt: 0 });
    expect(JSON.stringify(content)).toBe(before);
  });

  it('tells the texts of the templates in every language', () => {
    for (const approach of sampleContent().approaches) {
      expect(Object.keys(approach.texts)).toEqual([...LANGUAGES]);
      for (const texts of Object.values(approach.texts)) expect(Object.values(texts).every((text) => text !== '')).toBe(true);
      for (const prompt of approach.prompts) expect(Object.keys(prompt.texts)).toEqual([...LANGUAGES]);
    }
  });

  it('names authors and their sites as they were, and nobody where the author is not known', () => {
    const { board, stage } = sampleDocuments();
    createNote(board, { id: 'stranger', text: '?', color: 'sun', author: 'nobody', createdAt: 0, language: 'en', placement: { x: 0, y: 0 } });
    const byId = new Map(freezeBoard(board, stage, ABOUT).notes.map((note) => [note.id, note]));
    expect(byId.get('note0')).toMatchObject({ author: 'carys', authorName: 'Carys ap Siôn', siteName: 'Swansea' });
    expect(byId.get('note7')).toMatchObject({ author: null, authorName: null, siteName: null });
    expect(byId.get('stranger')).toMatchObject({ author: 'nobody', authorName: null, siteName: null });
  });

  it('counts what cannot be read and is not stopped by it', () => {
    const { board, stage } = sampleDocuments();
    const whole = freezeBoard(board, stage, ABOUT);
    const { notes, drawings } = boardTypes(board);
    const placements = board.getArray('placements');
    notes.set('broken', 'not a record');
    placements.push([{ key: 'broken', val: { x: 0, y: 0 } }, null, 7]);
    (notes.get('note3') as Y.Map<unknown>).set('color', 'no such paper');
    drawings.set('shape:huge', { id: 'shape:huge', typeName: 'shape', type: 'draw', props: { big: 10n } });
    const content = freezeBoard(board, stage, ABOUT);
    expect(content.unreadable).toBe(3);
    expect(content.notes).toHaveLength(whole.notes.length - 1);
    expect(content.drawings).toEqual(whole.drawings);
  });

  it('keeps drawings as they were, except what JSON cannot hold', () => {
    const { board, stage } = sampleDocuments();
    const odd: Drawing = { id: 'shape:odd', typeName: 'shape', type: 'draw', x: Number.NaN, props: { gone: undefined, kept: 1 } };
    putDrawings(board, [odd]);
    const content = freezeBoard(board, stage, ABOUT);
    expect(content.drawings.at(-1)).toEqual({ id: 'shape:odd', typeName: 'shape', type: 'draw', x: null, props: { kept: 1 } });
  });

  it('freezes documents that hold nothing', () => {
    const board = new Y.Doc();
    seedBoard(board);
    createNote(board, { id: 'only', text: 'x', color: 'sun', author: null, createdAt: 0, language: 'en', placement: { approach: 'own', column: 'challenges', order: 'a0' } });
    const content = freezeBoard(board, new Y.Doc(), ABOUT);
    expect(content).toMatchObject({ board: null, approaches: [], notes: [{ id: 'only', where: 'aside' }] });
    expect(snapshotContent.safeParse(content).success).toBe(true);
    expect(freezeBoard(new Y.Doc(), new Y.Doc(), ABOUT).notes).toEqual([]);
  });
});

it('tells when a note was changed last, and nothing where it was not since it was made', () => {
  const board = seededBoard();
  const [changed] = [addNote(board, 'changed'), addNote(board, 'as it was')];
  editNote(board, changed, 'changed since', Date.UTC(2026, 2, 12, 9, 30, 59));
  const content = freezeBoard(board, seededStage(), { id: 's', title: '', savedAt: 3, savedBy: '' });
  const [head, ...rows] = readCsv(reportAsCsv(buildReport(content, 'en')).slice(1));
  expect(rows.map((row) => [row[head!.indexOf('Text')], row[head!.indexOf('Changed (UTC)')]])).toEqual([
    ['changed since', '2026-03-12T09:30:00.000Z'],
    ['as it was', ''],
  ]);
});
