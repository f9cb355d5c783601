import { createTestBoard, joinAs } from '../../support/workshop.ts';
import { SYNC_PATH } from '../../../shared/protocol/rooms.ts';
import type { RelayKind } from './relay.ts';

/** Our server as `npm start` runs it, with its SQLite file. */
export const plenary: RelayKind = {
  name: 'plenary',
  title: 'Plenary',
  package: '.',
  keeps: true,
  program: ({ folder, port }) => ({
    args: ['dist/server/main.js'],
    env: { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder },
  }),
  async openRoom(server, people) {
    const board = await createTestBoard(server);
    const seats = [];
    for (let person = 0; person < people; person += 1) {
      const { token } = await joinAs(server, board, 'participant', `Ana ${person}`);
      const path = `${SYNC_PATH}/${board.board}/board?token=${encodeURIComponent(token)}`;
      seats.push({ port: server.port, path, prefix: new Uint8Array(), opening: [] });
    }
    return seats;
  },
};
