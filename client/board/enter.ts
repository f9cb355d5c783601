import type { Language } from '../../shared/languages.ts';
import type { JoinedSession, OpenedLink } from '../../shared/protocol/api.ts';
import { Refusal, type REFUSALS } from '../../shared/protocol/refusals.ts';
import { api, Unreachable } from '../session/api.ts';
import { dropSession, findSession, saveSession, saveTitle, type SavedSession } from '../session/device.ts';
import { boardPath } from '../session/links.ts';
import type { SessionKey } from '../session/session.ts';

/** Where someone stands who opens a board's address. */
export type Entry =
  | { state: 'asking' }
  | { state: 'refused'; error: keyof typeof REFUSALS | 'unreachable' }
  | { state: 'join'; secret: string; opened: OpenedLink }
  | { state: 'in'; key: SessionKey };

/**
 * Finds out how somebody may enter a board: as the person this device was here before; as a viewer,
 * who is asked nothing; or by giving a name first.
 * @throws Refusal when the link or the session is not good, Unreachable when nobody knows
 */
export async function enterBoard(board: string, secret: string | null, language: Language): Promise<Entry> {
  if (secret === null) return resume(board);
  const opened = await api.openLink(board, secret);
  const known = findSession(board, opened.role);
  if (known && (await isGood(board, known))) return enter(board, known, opened);
  if (opened.role !== 'viewer') return { state: 'join', secret, opened };
  return enter(board, await api.join(board, { secret, language }), opened);
}

/** Enters with a session, which this device remembers from now on. */
export function enter(board: string, session: JoinedSession, opened: OpenedLink): Entry {
  const { token, role, participant } = session;
  saveTitle(board, opened.title, opened.workshop);
  saveSession(board, { token, role, participant });
  clearSecret(board);
  return { state: 'in', key: { board, token, role, participant } };
}

/** Enters without a link, by the session this device used last; offline too, with what the browser kept. */
async function resume(board: string): Promise<Entry> {
  const session = findSession(board);
  if (!session) throw new Refusal('no-credential');
  const { token, role, participant } = session;
  const key = { board, token, role, participant };
  try {
    await api.me(board, token);
  } catch (error) {
    if (error instanceof Unreachable) return { state: 'in', key };
    dropSession(board, role);
    throw error;
  }
  return { state: 'in', key };
}

async function isGood(board: string, session: SavedSession): Promise<boolean> {
  try {
    await api.me(board, session.token);
    return true;
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    dropSession(board, session.role);
    return false;
  }
}

/** Takes the secret out of the address bar, so that a shared screen or a copied address gives nothing away. */
function clearSecret(board: string): void {
  history.replaceState(null, '', boardPath(board));
}
