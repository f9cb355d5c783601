/**
 * The one message of ours beside the y-websocket protocol: how many of a connection's sync messages
 * that may carry changes (sync step 2 and update) are on disk. It is sent only to clients that ask
 * for it by the query parameter `saved=1`, so that a stock client never meets it.
 *
 * On the wire: the message type, then the count since the connection was opened, both as varUint.
 */
export const SAVED_MESSAGE = 100;

/** The query parameter with which a client asks to be told. */
export const SAVED_PARAMETER = 'saved';

/**
 * Whether a message is one of those that are counted: message type sync (0), then sync step 2 (1)
 * or update (2), each a varUint of one byte.
 */
export function isCounted(message: Uint8Array): boolean {
  return message[0] === 0 && (message[1] === 1 || message[1] === 2);
}
