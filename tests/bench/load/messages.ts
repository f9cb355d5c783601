import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What clients say and hear, without what a server may put before it. */

/** Asks for all that the server has. */
export const STEP1 = Uint8Array.of(0, 0, 1, 0);

export function isStep2(message: Uint8Array): boolean {
  return message[0] === 0 && message[1] === 1;
}

/** Whether a message brings changes of the document. */
export function bringsChanges(message: Uint8Array): boolean {
  return message[0] === 0 && message[1] !== 0;
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** One client's awareness state. */
export function writeAwareness(client: number, clock: number, state: string): Uint8Array {
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, content);
  });
}

/** Calls back with each client and clock of an awareness message; the states are passed over. */
export function readClocks(message: Uint8Array, found: (client: number, clock: number) => void): void {
  if (message[0] !== 1) return;
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const length = decoding.readVarUint(decoder);
    decoder.pos += length;
    found(client, clock);
  }
}
