import { createTestBoard, joinAs } from '../../support/workshop.ts';
import { SYNC_PATH } from '../../../shared/protocol/rooms.ts';
import type { RelayKind, Seat } from './relay.ts';

/** Our server as `npm start` runs it, with its SQLite file. */
export const plenary: RelayKind = {
  name: 'plenary',
  title: 'Plenary',
  package: '.',
  keeps: true,
  program: ({ folder, port }) => ({
    args: ['dist/server/main.js'],
    // All of the bench comes from one address, which may not make and join hundreds of boards otherwise.
    env: { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, BOARDS_PER_MINUTE: '0', LINKS_PER_MINUTE: '0' },
  }),
  async openRoom(server, people) {
    const board = await createTestBoard(server);
    const seats = [];
    for (let person = 0; person < people; person += 1) {
      const { token } = await joinAs(server, board, 'participant', `Ana ${person}`);
      if (!token) throw new Error('The server let nobody join.');
      seats.push(seatAt(server, board.board, token));
    }
    return seats;
  },
};

/** How somebody with a session gets into a board's document. */
export function seatAt({ port }: { port: number }, board: string, token: string): Seat {
  return { port, path: `${SYNC_PATH}/${board}/board?token=${encodeURIComponent(token)}`, prefix: new Uint8Array(), opening: [] };
}
