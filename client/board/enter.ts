import type { Language } from '../../shared/languages.ts';
import type { JoinedSession, OpenedLink } from '../../shared/protocol/api.ts';
import { Refusal, type RefusalCode, type REFUSALS } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { api, Unreachable } from '../session/api.ts';
import { dropSession, findSession, saveSession, saveTitle, type SavedSession } from '../session/device.ts';
import { forgetCopies } from '../session/forget.ts';
import type { SessionKey } from '../session/session.ts';

/** Refusals after which this device's session is worth nothing any more. */
export const SIGNED_OUT: ReadonlySet<RefusalCode> = new Set([
  'wrong-session',
  'revoked-link',
  'expired-link',
  'removed',
  'unknown-board',
]);

/** A link as somebody shows it. */
export interface ShownLink {
  secret: string;
  /** Where it asks for one and it was right. */
  passphrase?: string;
}

/** Where someone stands who opens a board's address. */
export type Entry =
  | { state: 'asking' }
  | { state: 'refused'; error: keyof typeof REFUSALS | 'unreachable' }
  | { state: 'passphrase'; secret: string; role: Role }
  | { state: 'join'; link: ShownLink; opened: OpenedLink }
  | { state: 'in'; key: SessionKey };

/**
 * Finds out how somebody may enter a board: as the person this device was here before; as a viewer,
 * who is asked nothing but a passphrase where there is one; or by giving a name first.
 * @throws Refusal when the link or the session is not good, Unreachable when nobody knows
 */
export async function enterBoard(board: string, secret: string | null, language: Language): Promise<Entry> {
  if (secret === null) return resume(board);
  const opened = await openOrNull(board, secret);
  if (opened === null) return resume(board);
  const known = findSession(board, opened.role);
  const session = known && (await asOfNow(board, known));
  if (session) return enter(board, session, opened.needsPassphrase ? null : opened);
  if (opened.needsPassphrase) return { state: 'passphrase', secret, role: opened.role };
  return goOn(board, { secret }, opened, language);
}

/** What a link opens; `null` when nobody can be asked, but somebody of this device has been on the board before. */
async function openOrNull(board: string, secret: string): Promise<Awaited<ReturnType<typeof api.openLink>> | null> {
  try {
    return await api.openLink(board, secret);
  } catch (error) {
    if (error instanceof Unreachable && findSession(board)) return null;
    throw error;
  }
}

/**
 * Goes on with the passphrase of a link that asks for one.
 * @throws Refusal 'wrong-passphrase' and like `enterBoard`
 */
export async function enterWithPassphrase(board: string, link: Required<ShownLink>, language: Language): Promise<Entry> {
  const opened = await api.openLink(board, link.secret, link.passphrase);
  if (opened.needsPassphrase) throw new Refusal('needs-passphrase');
  return goOn(board, link, opened, language);
}

async function goOn(board: string, link: ShownLink, opened: OpenedLink, language: Language): Promise<Entry> {
  if (opened.role !== 'viewer') return { state: 'join', link, opened };
  return enter(board, await api.join(board, { ...link, language }), opened);
}

/** Enters with a session, which this device remembers from now on. */
export function enter(board: string, session: JoinedSession, opened: OpenedLink | null): Entry {
  const { token, role, participant } = session;
  if (opened) saveTitle(board, opened.title, opened.workshop);
  saveSession(board, { token, role, participant });
  clearSecret();
  return { state: 'in', key: { board, token, role, participant } };
}

/** Enters without a link, by the session this device used last; offline too, with what the browser kept. */
async function resume(board: string): Promise<Entry> {
  const session = findSession(board);
  if (!session) throw new Refusal('no-credential');
  const { token, participant } = session;
  try {
    const { role } = await api.me(board, token);
    if (role !== session.role) saveSession(board, { token, role, participant });
    return { state: 'in', key: { board, token, role, participant } };
  } catch (error) {
    if (error instanceof Unreachable) return { state: 'in', key: { board, token, role: session.role, participant } };
    if (isSignedOut(error)) await signOut(board, session, error.code);
    throw error;
  }
}

/** A session with the role it has now, or `null` when it is good no longer. */
async function asOfNow(board: string, session: SavedSession): Promise<SavedSession | null> {
  try {
    const { role } = await api.me(board, session.token);
    return { ...session, role };
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    await signOut(board, session, error.code);
    return null;
  }
}

/**
 * Forgets a session that is worth nothing any more; of a board somebody was removed from, this
 * browser's copy, too. Whoever may come back by another link finds what they had not sent yet.
 */
export async function signOut(board: string, { token, participant }: Pick<SavedSession, 'token' | 'participant'>, why: RefusalCode): Promise<void> {
  dropSession(board, token);
  if (why === 'removed') await forgetCopies(board, participant);
}

function isSignedOut(error: unknown): error is Refusal {
  return error instanceof Refusal && SIGNED_OUT.has(error.code);
}

/** Takes the secret out of the address bar, so that a shared screen or a copied address gives nothing away. */
function clearSecret(): void {
  history.replaceState(null, '', location.pathname);
}
