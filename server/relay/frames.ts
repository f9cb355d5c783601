/** The last frame of a message, and the opcode of a binary one. */
const FINAL_BINARY = 0x82;

/** A message as it goes over the wire: one binary frame, unmasked as a server sends it (RFC 6455 section 5.2). */
export function frameOf(message: Uint8Array): Buffer {
  const { length } = message;
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL_BINARY;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, start);
  return frame;
}
