import { createServer } from 'node:http';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer } from 'ws';

/*
 * The least that a relay can be: it knows no documents, checks nothing and saves nothing. Updates
 * are passed on as they are; awareness is gathered and passed on as one message.
 */

const TICK = 33;
const EMPTY_STEP_2 = Uint8Array.of(0, 1, 2, 0, 0);
const EMPTY_STEP_1 = Uint8Array.of(0, 0, 1, 0);

/** @typedef {{ people: Set<import('ws').WebSocket>, entries: Map<unknown, Uint8Array>, timer: NodeJS.Timeout | null }} Room */

/** @type {Map<string, Room>} */
const rooms = new Map();

/** @param {string} path */
function roomAt(path) {
  /** @type {Room} */
  const room = rooms.get(path) ?? { people: new Set(), entries: new Map(), timer: null };
  rooms.set(path, room);
  return room;
}

/** @param {Room} room */
function passOn(room) {
  room.timer = null;
  const content = encoding.createEncoder();
  encoding.writeVarUint(content, room.entries.size);
  for (const entry of room.entries.values()) encoding.writeUint8Array(content, entry);
  room.entries.clear();
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, 1);
  encoding.writeVarUint8Array(message, encoding.toUint8Array(content));
  const bytes = encoding.toUint8Array(message);
  for (const person of room.people) person.send(bytes);
}

/**
 * @param {Room} room
 * @param {import('ws').WebSocket} from
 * @param {Buffer} data
 */
function sendToOthers(room, from, data) {
  for (const person of room.people) if (person !== from) person.send(data);
}

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (person, request) => {
  const room = roomAt(String(request.url));
  room.people.add(person);
  person.on('error', () => {});
  person.on('close', () => room.people.delete(person));
  person.on('message', (/** @type {Buffer} */ data) => {
    if (data[0] === 0 && data[1] === 0) person.send(EMPTY_STEP_2);
    else if (data[0] === 0) sendToOthers(room, person, data);
    else if (data[0] === 1) {
      const decoder = decoding.createDecoder(data);
      decoding.readVarUint(decoder);
      const content = decoding.readVarUint8Array(decoder);
      // Clients of the bench tell of themselves alone: one entry.
      room.entries.set(person, content.subarray(1));
      room.timer ??= setTimeout(passOn, TICK, room);
    }
  });
  person.send(EMPTY_STEP_1);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
