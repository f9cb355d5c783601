/** Addresses of boards and reports. The secret stands in the fragment, which browsers never send. */

export function boardPath(board: string): string {
  return `/board/${board}`;
}

export function historyPath(board: string): string {
  return `/history/${board}`;
}

export function boardLink(board: string, secret: string): string {
  return `${location.origin}${boardPath(board)}#${secret}`;
}

/**
 * The big screen of a board, for a computer that has never been there: it looks on by the first
 * secret and shows the second as the way in.
 */
export function screenLink(board: string, viewer: string, participant: string): string {
  return `${location.origin}/screen/${board}#${viewer}.${participant}`;
}

export function reportPath(board: string, snapshot: string): string {
  return `/report/${board}/${snapshot}`;
}

export function reportLink(board: string, snapshot: string, secret: string): string {
  return `${location.origin}${reportPath(board, snapshot)}#${secret}`;
}

/** The secret in this page's address, or `null`. */
export function secretInAddress(): string | null {
  return location.hash.slice(1).split('.')[0] || null;
}

/** The secret this page's address brings to show to others, or `null`. */
export function shownSecretInAddress(): string | null {
  return location.hash.slice(1).split('.')[1] || null;
}
