/** The id of the heading of an approach or, given a `columnKey`, of a column. */
export function headId(key: string): string {
  return `head-${key}`;
}

/**
 * Brings a heading into view and puts the focus on it. The address is left alone: its fragment is
 * where the secret of a link stands, so links within the page must not use it.
 */
export function jumpTo(key: string): void {
  const head = document.getElementById(headId(key));
  head?.focus({ preventScroll: true });
  head?.scrollIntoView({ block: 'start' });
}
