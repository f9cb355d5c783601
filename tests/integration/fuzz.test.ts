import { once } from 'node:events';
import { connect } from 'node:net';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteTexts, writeNote } from '../support/notes.ts';
import { dice } from '../support/random.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 5: ten thousand messages that are none, the same in every run. */

const { below, bytes } = dice(20_261_121);
const PARALLEL = 60;

function validMessages(): Uint8Array[] {
  const doc = new Y.Doc();
  writeNote(doc, 'valid until it is cut, in Évora and Łódź 🌍');
  return [
    say.step1(Y.encodeStateVector(doc)),
    say.update(Y.encodeStateAsUpdate(doc)),
    say.step2(Y.encodeStateAsUpdate(doc)),
    say.awareness(1, 1, { cursor: { x: 1, y: 1 }, drag: [{ id: 'a', x: 1, y: 2 }] }),
  ];
}

/** Whether Yjs itself can make anything of an update. What it can apply is no malformed message, but a change. */
function isUpdate(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

const LAYERS: Record<string, () => Uint8Array | null> = {
  'message type'() {
    const message = bytes(1 + below(40));
    // Types 0 to 3 are the protocol's; the next layers are about those.
    message[0] = 4 + below(252);
    return message;
  },
  varint() {
    const overlong = new Uint8Array(9 + below(8)).fill(0xff);
    return new Uint8Array([below(2), ...(below(2) ? [below(3)] : []), ...overlong]);
  },
  length() {
    // A content that claims to be longer than the message, up to the limits of the number format.
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, below(2));
      if (below(2)) encoding.writeVarUint(encoder, below(3));
      encoding.writeVarUint(encoder, 2 ** (8 + below(44)));
      encoding.writeUint8Array(encoder, bytes(below(20)));
    });
  },
  update() {
    const doc = new Y.Doc();
    writeNote(doc, 'to be broken');
    const update = Y.encodeStateAsUpdate(doc);
    for (let hits = 1 + below(12); hits > 0; hits -= 1) update[below(update.length)] = below(256);
    return isUpdate(update) ? null : below(2) ? say.update(update) : say.step2(update);
  },
  noise() {
    const noise = bytes(2 + below(120));
    noise.set([0, 1 + below(2)]);
    return isUpdate(noise.slice(3)) ? null : noise;
  },
  'awareness JSON'() {
    const broken = ['{', '{"cursor":', 'nul', '[1,2]', '7', '"text"', '{"a":1}}', '\u0000', '{"a":NaN}'][below(9)]!;
    return encoding.encode((encoder) => {
      const content = encoding.encode((inner) => {
        for (const number of [1, below(1_000), below(1_000)]) encoding.writeVarUint(inner, number);
        encoding.writeVarString(inner, broken);
      });
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, content);
    });
  },
  'awareness entries'() {
    const content = bytes(1 + below(30));
    content[0] = 128 + below(128);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, content);
    });
  },
};

function malformedMessages(count: number): Uint8Array[] {
  const messages: Uint8Array[] = validMessages().flatMap((message) => Array.from(message, (_, length) => message.slice(0, length)));
  const layers = Object.values(LAYERS);
  for (let i = 0; messages.length < count; i += 1) {
    const message = layers[i % layers.length]!();
    if (message) messages.push(message);
  }
  return messages;
}

/** A board with one note, and somebody who must not notice anything. */
async function witnessed() {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  await witness.synced();
  writeNote(witness.doc, 'still here');
  await until('it is stored', async () => noteTexts((await readStored(server.database, room)).doc).length === 1);
  const before = await readStored(server.database, room);
  let told = 0;
  witness.doc.on('update', () => (told += 1));
  const nobodyNoticed = async () => {
    const after = await readStored(server.database, room);
    expect(told).toBe(0);
    expect(witness.closes).toEqual([]);
    expect(after.rows).toBe(before.rows);
    expect(Y.encodeStateAsUpdate(after.doc)).toEqual(Y.encodeStateAsUpdate(before.doc));
    expect((await call(server, '/health')).status).toBe(200);
  };
  return { server, path: `/sync/${room}?token=${token}`, nobodyNoticed };
}

test('promise 5: 10,000 malformed messages each close their own connection, in words, and nothing else', { timeout: 240_000 }, async () => {
  const { server, path, nobodyNoticed } = await witnessed();
  const messages = malformedMessages(10_000);
  const answers = new Map<string, number>();
  const attack = async (message: Uint8Array) => {
    const client = await openRaw(server, path);
    client.ws.send(message);
    const answer = (await client.closed).reason.split(':')[0]!;
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  };
  for (let start = 0; start < messages.length; start += PARALLEL) {
    await Promise.all(messages.slice(start, start + PARALLEL).map(attack));
  }
  expect([...answers]).toEqual([['bad-message', 10_000]]);
  await nobodyNoticed();
});

/** Opens a WebSocket by hand and sends bytes that are no frame of it. Resolves when the server has hung up. */
async function sendFrame(server: TestServer, path: string, frame: Uint8Array): Promise<void> {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  const ended = once(socket, 'close');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await once(socket, 'data');
  socket.resume();
  socket.end(frame);
  await ended;
}

test('promise 5: bytes that are no frame end their own connection and nothing else', { timeout: 120_000 }, async () => {
  const { server, path, nobodyNoticed } = await witnessed();
  const masked = 0x80;
  const frames = Array.from({ length: 600 }, (_, index): Uint8Array => {
    const rest = bytes(below(60));
    // Reserved bits, unknown opcodes, no mask, lengths beyond everything, fragments without a beginning.
    if (index % 5 === 0) return new Uint8Array([0xf2, masked | rest.length, ...bytes(4), ...rest]);
    if (index % 5 === 1) return new Uint8Array([0x83 + below(5), masked | rest.length, ...bytes(4), ...rest]);
    if (index % 5 === 2) return new Uint8Array([0x82, rest.length, ...rest]);
    if (index % 5 === 3) return new Uint8Array([0x82, masked | 127, ...new Uint8Array(8).fill(0xff), ...rest]);
    return new Uint8Array([0x80, masked | rest.length, ...bytes(4), ...rest]);
  });
  for (let start = 0; start < frames.length; start += PARALLEL) {
    await Promise.all(frames.slice(start, start + PARALLEL).map((frame) => sendFrame(server, path, frame)));
  }
  expect(frames).toHaveLength(600);
  await nobodyNoticed();
});

test('promise 5: a text message is refused like any other that is none', async () => {
  const { server, path, nobodyNoticed } = await witnessed();
  const client = await openRaw(server, path);
  client.ws.send('not binary');
  expect(await client.closed).toMatchObject({ code: 4400, reason: expect.stringMatching(/^bad-message: /) });
  await nobodyNoticed();
});
