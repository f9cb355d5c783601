/**
 * Every way in which the server says no. A refusal has a code, which clients translate
 * (`errors.CODE`), an English sentence for those who read the wire, an HTTP status, and the
 * close code of a WebSocket. By the convention of y-websocket 3, a close code of 4400 to 4499 is
 * final, one of 4500 to 4599 invites to try again.
 */
export const REFUSALS = {
  'bad-request': { status: 400, close: 4400, sentence: 'The request could not be understood.' },
  'bad-json': { status: 400, close: 4400, sentence: 'The request body is not JSON.' },
  'bad-message': { status: 400, close: 4400, sentence: 'The message is not one of the sync protocol.' },
  'bad-room': { status: 400, close: 4400, sentence: 'There is no such kind of room.' },
  'no-credential': { status: 401, close: 4401, sentence: 'Open the board with its link first.' },
  'wrong-link': { status: 403, close: 4403, sentence: 'This link is not right. Ask the facilitator for a new one.' },
  'revoked-link': {
    status: 403,
    close: 4403,
    sentence: 'This link is no longer valid. Ask the facilitator for a new one.',
  },
  'expired-link': { status: 403, close: 4403, sentence: 'This link has expired. Ask the facilitator for a new one.' },
  'needs-passphrase': { status: 401, close: 4401, sentence: 'This link asks for a passphrase as well.' },
  'wrong-passphrase': { status: 403, close: 4403, sentence: 'This passphrase is not right.' },
  removed: { status: 403, close: 4403, sentence: 'The facilitator has removed you from this board.' },
  'role-changed': { status: 409, close: 4509, sentence: 'Your role on this board has changed. Come again with it.' },
  'wrong-session': { status: 401, close: 4401, sentence: 'You are no longer signed in to this board. Open its link again.' },
  'not-allowed': { status: 403, close: 4403, sentence: 'Your link does not allow this.' },
  'read-only': { status: 403, close: 4403, sentence: 'Your link lets you read this document, not change it.' },
  'not-yours': { status: 403, close: 4403, sentence: 'Some of these changes were made under the name of somebody else.' },
  locked: { status: 403, close: 4403, sentence: 'The facilitator has locked the board; it can be read, not changed.' },
  'not-now': { status: 403, close: 4403, sentence: 'Notes on the board cannot be changed in this step of the agenda.' },
  'collecting-over': { status: 403, close: 4403, sentence: 'The time to collect notes is over; the board can be read.' },
  'wrong-origin': { status: 403, close: 4403, sentence: 'Another site may not open connections to this server.' },
  'unknown-board': { status: 404, close: 4404, sentence: 'There is no board at this address.' },
  'deleted-board': { status: 410, close: 4410, sentence: 'This board has been deleted. A facilitator can still bring it back.' },
  'wrong-title': { status: 409, close: 4409, sentence: 'This is not the title of the board; nothing was deleted.' },
  'unknown-participant': { status: 404, close: 4404, sentence: 'There is no such person on this board any more.' },
  'last-facilitator': { status: 409, close: 4409, sentence: 'A board keeps at least one facilitator.' },
  'unknown-round': { status: 404, close: 4404, sentence: 'There is no such round of voting on this board, or it is over.' },
  'round-open': { status: 409, close: 4409, sentence: 'Another round of voting is open. End it first.' },
  'private-now': { status: 409, close: 4409, sentence: 'People are writing privately now. Notes are revealed afterwards.' },
  'unknown-snapshot': { status: 404, close: 4404, sentence: 'There is no snapshot at this address.' },
  'unknown-address': { status: 404, close: 4404, sentence: 'There is nothing at this address.' },
  'too-many': { status: 429, close: 4529, sentence: 'That was asked too often from your network. Try again in a minute.' },
  'too-large': { status: 413, close: 4413, sentence: 'That is larger than the server accepts.' },
  'document-full': { status: 413, close: 4413, sentence: 'The board has reached the size the server accepts.' },
  'no-room-for-all': { status: 413, close: 4413, sentence: 'The board has no room for all of these notes. None was revealed; they stay where they are.' },
  'too-many-connections': { status: 429, close: 4529, sentence: 'Too many connections are open. Trying again soon.' },
  'too-fast': { status: 429, close: 4529, sentence: 'Too much was sent at once. Trying again soon.' },
  'too-slow': { status: 503, close: 4508, sentence: 'The connection cannot keep up. It is being opened again.' },
  'damaged-snapshot': { status: 500, close: 4500, sentence: 'This snapshot was damaged on disk and cannot be shown.' },
  'not-an-export': { status: 400, close: 4400, sentence: 'This file is no board exported from Plenary.' },
  'damaged-export': { status: 400, close: 4400, sentence: 'This file is damaged or incomplete. Export the board once more.' },
  'newer-export': { status: 400, close: 4400, sentence: 'This file comes from a newer version of Plenary than this server runs.' },
  'report-failed': { status: 500, close: 4500, sentence: 'This report could not be made in this format.' },
  'reports-busy': { status: 503, close: 4503, sentence: 'Many reports are being made at the moment. Try again in a minute.' },
  'not-saved': { status: 503, close: 4503, sentence: 'The server cannot save at the moment. Nothing you wrote is lost; it is tried again.' },
  'server-error': { status: 500, close: 4500, sentence: 'Something went wrong on the server.' },
} as const satisfies Record<string, { status: number; close: number; sentence: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** The body of every HTTP answer that refuses. `details` names the fields that were wrong. */
export interface RefusalBody {
  error: { code: RefusalCode; message: string; details?: { field: string; message: string }[] };
}

/** Thrown where a request or message is refused; handled once, at the edge of the HTTP layer and of the relay. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: { field: string; message: string }[] | undefined;

  constructor(code: RefusalCode, details?: { field: string; message: string }[]) {
    super(REFUSALS[code].sentence);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }

  get status() {
    return REFUSALS[this.code].status;
  }

  /** The close code for a WebSocket that is refused with this. */
  get close() {
    return REFUSALS[this.code].close;
  }

  toBody(): RefusalBody {
    return { error: { code: this.code, message: this.message, ...(this.details && { details: this.details }) } };
  }
}

/**
 * The reason of a close frame, `CODE: sentence`. RFC 6455 section 5.5 leaves it 123 bytes.
 */
export function closeReason(code: RefusalCode): string {
  return `${code}: ${REFUSALS[code].sentence}`.slice(0, 123);
}

/** The refusal a close reason tells of, or `null` when it is not one of ours. */
export function readCloseReason(reason: string): RefusalCode | null {
  const code = reason.split(':')[0] ?? '';
  return code in REFUSALS ? (code as RefusalCode) : null;
}
