import { roomName, type RelayKind } from './relay.ts';

/** The least that a relay can be, to tell what the sending alone costs. */
export const bare: RelayKind = {
  name: 'bare',
  title: 'a bare relay',
  package: 'ws',
  keeps: false,
  program: ({ port }) => ({ args: ['tests/bench/relays/bare-server.mjs'], env: { PORT: String(port) } }),
  openRoom({ port }, people) {
    const seat = { port, path: `/${roomName()}`, prefix: new Uint8Array(), opening: [] };
    return Promise.resolve(Array.from({ length: people }, () => seat));
  },
};
