import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { roomName, type RelayKind } from './relay.ts';

/** Hocuspocus with its database extension on SQLite. */
export const hocuspocus: RelayKind = {
  name: 'hocuspocus',
  title: 'hocuspocus, SQLite',
  package: '@hocuspocus/server',
  keeps: true,
  program: ({ folder, port }) => ({
    args: [join(import.meta.dirname, 'hocuspocus-server.mjs')],
    env: { PORT: String(port), DATA_DIR: folder },
  }),
  openRoom({ port }, people) {
    const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, roomName()));
    const seat = { port, path: '/', prefix, opening: [authentication] };
    return Promise.resolve(Array.from({ length: people }, () => seat));
  },
};

/** Message type Auth, token: nothing else is heard before it. */
const authentication = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, 'token');
});
