/**
 * Tells the person who runs the server, on stderr, of an error nobody foresaw.
 * @param doing what was being done, as in 'answering GET /api/health'
 */
export function reportUnexpected(doing: string, error: unknown): void {
  console.error(`Unexpected error while ${doing}:`, error);
}
