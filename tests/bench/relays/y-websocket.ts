import { join } from 'node:path';
import { roomName, type RelayKind } from './relay.ts';

const PACKAGE = '@y/websocket-server';

/** The stock server of y-websocket, with documents in memory alone, as it comes. */
export const yWebsocket: RelayKind = {
  name: 'y-websocket',
  title: '@y/websocket-server, memory',
  package: PACKAGE,
  keeps: false,
  program: ({ port }) => stock(port),
  openRoom,
};

/** The same with the LevelDB it brings. */
export const yWebsocketLeveldb: RelayKind = {
  name: 'y-leveldb',
  title: '@y/websocket-server, LevelDB',
  package: PACKAGE,
  keeps: true,
  program: ({ port, folder }) => stock(port, { YPERSISTENCE: join(folder, 'leveldb') }),
  openRoom,
};

function stock(port: number, env: Record<string, string> = {}) {
  return {
    args: [`node_modules/${PACKAGE}/src/server.js`],
    env: { HOST: '127.0.0.1', PORT: String(port), ...env },
  };
}

function openRoom({ port }: { port: number }, people: number) {
  const seat = { port, path: `/${roomName()}`, prefix: new Uint8Array(), opening: [] };
  return Promise.resolve(Array.from({ length: people }, () => seat));
}
