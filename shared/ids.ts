const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A random id of URL-safe characters, 6 bits each. Works without a secure context, where
 * `crypto.randomUUID` is missing (a board opened over plain HTTP in a venue's network).
 * @param length characters; 12 is ample within one board, 43 is a secret of 256 bits
 */
export function createId(length = 12): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 63];
  return id;
}
