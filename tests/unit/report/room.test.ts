import { expect, test } from 'vitest';
import { createNote, placeInColumn } from '../../../shared/board/index.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { sampleDocuments } from './sample.ts';
import { renderText } from './told.ts';

const ABOUT = { id: 's', title: 'Saved', savedAt: 1, savedBy: 'Ana' };

test('what a scribe wrote down is told as said in the room, with the scribe and the place, and nothing else is', async () => {
  const { board, stage } = sampleDocuments();
  const placement = placeInColumn(board, 'partnership', 'obstacles');
  createNote(board, { id: 'spoken', text: 'No bus after six', color: 'sun', author: 'ana', createdAt: 1, language: 'en', placement, saidInRoom: true });
  const content = snapshotContent.parse(JSON.parse(JSON.stringify(freezeBoard(board, stage, ABOUT))));
  expect(content.notes.filter(({ saidInRoom }) => saidInRoom).map(({ id }) => id)).toEqual(['spoken']);
  for (const [language, words] of [['en', 'said in the room'], ['pt', 'dito na sala']] as const) {
    // In the web page also on the note in the picture.
    for (const [format, times] of [['html', 2], ['md', 1]] as const) {
      const text = (await renderText(content, format, language)).body;
      expect(text.split(words)).toHaveLength(times + 1);
    }
  }
  // A snapshot of before knows nothing of rooms.
  const [first] = content.notes;
  expect(snapshotContent.parse({ ...content, notes: [{ ...first, saidInRoom: undefined }] }).notes[0]!.saidInRoom).toBe(false);
});
