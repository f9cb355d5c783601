import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { inColumn, noteText, placeInColumn, placeNote, readNotes } from '../../../shared/board/index.ts';
import type { CreatedBoard } from '../../../shared/protocol/api.ts';
import { SYNC_PATH } from '../../../shared/protocol/rooms.ts';
import { readStage, type StageApproach } from '../../../shared/stage/document.ts';
import { until } from '../../support/until.ts';
import { createTestBoard, joinAs } from '../../support/workshop.ts';
import { crowd, writeCrowd } from './crowd.ts';

/** A page that shows the crowd, of whatever program. */
export interface Opened {
  page: Page;
  /** From when all code and the whole document were there until all of it was painted, in milliseconds. */
  stands: number;
  showAll(): Promise<void>;
  /** Shows the middle of the board at 100 %. */
  showNear(): Promise<void>;
  /** A point of the screen on the note nearest to its middle. */
  noteAtCentre(): Promise<{ x: number; y: number }>;
}

export interface CrowdedBoard {
  board: CreatedBoard;
  approaches: readonly StageApproach[];
  /** Changes one note somewhere, as somebody else: its words or, in a column, its place. */
  change(index: number): void;
  close(): void;
}

async function openDocument(server: { url: string }, room: string, token: string): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(server.url.replace('http', 'ws') + SYNC_PATH, room, new Y.Doc(), {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  await until(`${room} is synced`, () => provider.synced);
  return provider;
}

/** A board with a crowd of notes on it, and somebody who goes on changing it. */
export async function crowdedBoard(server: { url: string }, count: number): Promise<CrowdedBoard> {
  const board = await createTestBoard(server);
  const { token, participant } = await joinAs(server, board, 'participant', 'Ana', 'Évora');
  const stage = await openDocument(server, `${board.board}/stage`, token);
  const { approaches } = readStage(stage.doc);
  stage.destroy();
  const writer = await openDocument(server, `${board.board}/board`, token);
  writeCrowd(writer.doc, crowd(count, approaches), participant);
  const reader = await openDocument(server, `${board.board}/board`, token);
  await until('the crowd is on the server', () => readNotes(reader.doc).notes.length === count);
  reader.destroy();
  const notes = readNotes(writer.doc).notes;
  const ordered = notes.flatMap(({ id, placement }) => (inColumn(placement) ? [{ id, ...placement }] : []));
  return {
    board,
    approaches,
    change(index) {
      if (index % 2 === 0) {
        noteText(writer.doc, notes[(index * 37) % notes.length]!.id)?.insert(0, 'x');
        return;
      }
      const { id, approach, column } = ordered[(index * 37) % ordered.length]!;
      placeNote(writer.doc, id, placeInColumn(writer.doc, approach, column, (index * 7) % 90, id));
    },
    close: () => writer.destroy(),
  };
}

/** Notes in the page when the last bytes of the document came, and when the board stood. */
const WATCH = `{
  const marks = (globalThis.marks = { document: 0, stands: 0 });
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if ((data.byteLength ?? data.size) > 100_000) marks.document = performance.now();
      });
    }
  };
  const look = () => {
    if (document.querySelector('.canvas-far')?.dataset.notes > 100) requestAnimationFrame((time) => (marks.stands = time));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

/** Joins a board by one of its links as people do. */
export async function joinInPage(page: Page, server: { url: string }, { board, links }: CreatedBoard, role: 'facilitator' | 'participant'): Promise<void> {
  await page.goto(`${server.url}/board/${board}#${links[role]}`);
  await page.getByLabel('Your name').fill('Béla');
  await page.getByLabel('Where you are').fill('Pécs');
  await page.getByRole('button', { name: 'Join the board' }).click();
}

/** Joins as somebody new, whose browser knows nothing of the board, and looks at its canvas. */
export async function openPlenary(browser: Browser, server: { url: string }, { board }: CrowdedBoard): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await joinInPage(page, server, board, 'participant');
  await page.waitForFunction(() => (globalThis as unknown as { marks: { stands: number } }).marks.stands > 0);
  const stands = await page.evaluate<number>(`marks.stands - Math.max(
    marks.document,
    ...performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime < marks.stands && /\\.(js|css)$/.test(name)).map(({ responseEnd }) => Math.min(responseEnd, marks.stands)),
  )`);
  return {
    page,
    stands,
    showAll: () => page.getByRole('button', { name: 'Show the whole board' }).click(),
    showNear: () => page.keyboard.press('Shift+Digit0'),
    noteAtCentre: () => noteAtCentre(page),
  };
}

/** The crowd's free notes lie in a grid beside the approaches; the middle of the board is among them. */
function noteAtCentre(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(`(() => {
    const approaches = [...document.querySelectorAll('.canvas-approach')];
    const box = approaches[0].getBoundingClientRect();
    const zoom = box.width / approaches[0].offsetWidth;
    const left = Math.max(...approaches.map((one) => one.offsetLeft + one.offsetWidth)) + 160;
    const across = Math.floor(((innerWidth / 2 - box.x) / zoom - left) / 216);
    const down = Math.floor((innerHeight / 2 - box.y) / zoom / 156);
    return { x: box.x + (left + across * 216 + 100) * zoom, y: box.y + (down * 156 + 70) * zoom };
  })()`);
}
