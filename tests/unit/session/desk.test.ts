import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDesk, keepUnrevealed } from '../../../client/session/desk.ts';
import { joinLive } from '../../../client/session/both-live.ts';
import { createLiveBoard, createNote, deleteNotes, editNote, placeInColumn } from '../../../shared/board/index.ts';
import { revealNotes } from '../../../shared/desk/reveal.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ana's page with one private note, and the server's copy of her desk. */
function offlinePage() {
  const board = seededBoard();
  const page = { board: peerOf(board), desk: createDesk() };
  const id = createNote(page.desk.doc, { text: 'mine', color: 'sun', author: 'ana', createdAt: 1, language: 'en', placement: placeInColumn(page.desk.doc, 'partnership', 'opportunities'), wave: 0, saidInRoom: true });
  const server = { board, desk: peerOf(page.desk.doc) };
  const boardLive = createLiveBoard(page.board);
  const kept: number[] = [];
  keepUnrevealed(page.desk, boardLive, () => true, (count) => kept.push(count));
  const reveal = () => revealNotes(server.board, [{ owner: 'ana', site: 'e', doc: server.desk }], { seed: 'b', reveals: 0, at: 9, anonymous: false });
  const online = () => {
    exchange(server.desk, page.desk.doc);
    exchange(server.board, page.board);
    vi.advanceTimersByTime(10_000);
  };
  return { id, page, server, boardLive, kept, reveal, online };
}

const texts = (desk: { live: { notes(): readonly { text: string }[] } }) => desk.live.notes().map(({ text }) => text);

test('words that were typed offline into a note that was revealed meanwhile lie on the desk again', () => {
  const { id, page, kept, reveal, online, boardLive } = offlinePage();
  editNote(page.desk.doc, id, 'mine, and more');
  reveal();
  online();
  expect(boardLive.notes().map(({ text }) => text)).toEqual(['mine']);
  expect([texts(page.desk), kept]).toEqual([['mine, and more'], [1]]);
  expect(page.desk.live.notes()[0]).toMatchObject({ wave: 0, saidInRoom: true });
});

test('a note that was revealed as it was leaves nothing on the desk', () => {
  const { page, kept, reveal, online } = offlinePage();
  reveal();
  online();
  expect([texts(page.desk), kept]).toEqual([[], []]);
});

test('what one deletes on another device stays deleted', () => {
  const { id, page, server, kept, online } = offlinePage();
  deleteNotes(server.desk, [id]);
  online();
  expect([texts(page.desk), kept]).toEqual([[], []]);
});

test('a person sees their private notes among those of everybody, and each once while it moves to the board', () => {
  const { id, page, boardLive, reveal, server } = offlinePage();
  addNote(page.board, 'of all');
  const live = joinLive(boardLive, page.desk.live);
  const seen: string[][] = [];
  live.onNotes((changed) => seen.push([...changed]));
  expect(live.notes().map(({ text }) => text).sort()).toEqual(['mine', 'of all']);
  const before = live.places();
  reveal();
  exchange(server.board, page.board);
  expect(live.notes().filter((note) => note.id === id).map(({ text }) => text)).toEqual(['mine']);
  exchange(server.desk, page.desk.doc);
  expect(live.notes().map(({ text }) => text).sort()).toEqual(['mine', 'of all']);
  expect(seen.flat()).toContain(id);
  expect(live.places()).not.toBe(before);
  expect(live.notes()).toBe(live.notes());
});
