/** The opcodes of RFC 6455 section 5.2 that a server uses. */
export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

const MASKED = 0x80;

/**
 * A frame as a client sends it. The mask is zero, which leaves the payload as it is: masking is
 * for browsers, and is no part of what is measured.
 */
export function writeFrame(opcode: number, parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  header[0] = 0x80 | opcode;
  if (length < 126) header[1] = MASKED | length;
  else if (length < 65_536) {
    header[1] = MASKED | 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = MASKED | 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, ...parts], header.length + length);
}

/**
 * Reads a server's frames from the chunks they arrive in.
 * @param wants whether a message is to be read; others are passed over without a copy
 * @param hear called with each frame; the payload is valid for the call only, and empty if unwanted
 */
export function createFrameReader(
  wants: () => boolean,
  hear: (opcode: number, payload: Buffer) => void,
): (chunk: Buffer) => void {
  let head: Buffer = EMPTY;
  let opcode = 0;
  /** Payload bytes still to come of the frame that is being read. */
  let left = 0;
  /** The payload as far as it has come; `null` for one that is passed over. */
  let body: Buffer | null = null;

  const begin = (frame: number, length: number) => {
    opcode = frame;
    left = length;
    body = frame >= OPCODE.close || wants() ? Buffer.allocUnsafe(length) : null;
  };
  const take = (chunk: Buffer, at: number): number => {
    const taken = Math.min(left, chunk.length - at);
    if (body) chunk.copy(body, body.length - left, at, at + taken);
    left -= taken;
    if (left === 0) hear(opcode, body ?? EMPTY);
    return at + taken;
  };

  return (arrived) => {
    const chunk = head.length > 0 ? Buffer.concat([head, arrived]) : arrived;
    head = EMPTY;
    let at = left > 0 ? take(chunk, 0) : 0;
    while (at < chunk.length) {
      const header = readHeader(chunk, at);
      if (!header) {
        head = Buffer.from(chunk.subarray(at));
        return;
      }
      begin(chunk[at]! & 15, header.length);
      at = take(chunk, at + header.size);
    }
  };
}

const EMPTY = Buffer.alloc(0);

/** The size of a header and the length it announces; `null` while part of it is missing. */
function readHeader(chunk: Buffer, at: number): { size: number; length: number } | null {
  const there = chunk.length - at;
  if (there < 2) return null;
  const short = chunk[at + 1]! & 127;
  if (short < 126) return { size: 2, length: short };
  if (short === 126) return there < 4 ? null : { size: 4, length: chunk.readUInt16BE(at + 2) };
  return there < 10 ? null : { size: 10, length: Number(chunk.readBigUInt64BE(at + 2)) };
}
