import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { CreatedBoard } from '../../../shared/protocol/api.ts';
import { SYNC_PATH } from '../../../shared/protocol/rooms.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { until } from '../../support/until.ts';
import { createTestBoard, joinAs } from '../../support/workshop.ts';
import { crowd, writeCrowd } from './crowd.ts';

/** A document of a board, kept in step with the server from Node. */
export async function openDocument(server: { url: string }, room: string, token: string): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(server.url.replace('http', 'ws') + SYNC_PATH, room, new Y.Doc(), {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  await until(`${room} is synced`, () => provider.synced);
  return provider;
}

/** A board with a crowd of notes on it, and the line of somebody who goes on changing it. */
export async function crowdedBoard(server: { url: string }, count: number): Promise<{ board: CreatedBoard; writer: WebsocketProvider }> {
  const board = await createTestBoard(server);
  const { token, participant } = await joinAs(server, board, 'participant', 'Ana', 'Évora');
  const stage = await openDocument(server, `${board.board}/stage`, token);
  const { approaches } = readStage(stage.doc);
  stage.destroy();
  const writer = await openDocument(server, `${board.board}/board`, token);
  writeCrowd(writer.doc, crowd(count, approaches), participant);
  const reader = await openDocument(server, `${board.board}/board`, token);
  await until('the crowd is on the server', () => reader.doc.getMap('notes').size === count);
  reader.destroy();
  return { board, writer };
}

/** Opens a page of somebody who has joined the board, on the canvas. */
export async function openCanvas(browser: Browser, server: { url: string }, board: CreatedBoard): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${server.url}/board/${board.board}#${board.links.participant}`);
  await page.getByLabel('Your name').fill('Béla');
  await page.getByLabel('Where you are').fill('Pécs');
  await page.getByRole('button', { name: 'Join the board' }).click();
  await page.locator('[data-column]').first().waitFor({ state: 'attached' });
  return page;
}
