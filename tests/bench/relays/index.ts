import { bare } from './bare.ts';
import { hocuspocus } from './hocuspocus.ts';
import { plenary } from './plenary.ts';
import type { RelayKind } from './relay.ts';
import { yWebsocket, yWebsocketLeveldb } from './y-websocket.ts';

/** All that is measured, in the order of the tables' columns. */
export const RELAYS: readonly RelayKind[] = [plenary, yWebsocket, yWebsocketLeveldb, hocuspocus, bare];
