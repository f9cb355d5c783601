import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Note } from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { isMember, type Stage, type StageParticipant } from '../../shared/stage/document.ts';
import { readPeers } from './people.ts';
import type { Connection, Session } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session of the board that is open. Throws outside a board. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is only for components of an open board');
  return session;
}

export function useConnection(): Connection {
  const session = useSession();
  return useSyncExternalStore(session.onConnection, session.connection);
}

/** One's own role; re-renders when a facilitator changes it. */
export function useRole(): Role {
  const session = useSession();
  return useSyncExternalStore(session.onRole, () => session.role);
}

/** Approaches, people and sites; re-renders when any of them changes. */
export function useStage(): Stage {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, stage.current);
}

/** All notes; re-renders when any of them changes. */
export function useNotes(): readonly Note[] {
  const { live } = useSession();
  return useSyncExternalStore(live.onNotes, live.notes);
}

/** One note; re-renders only when that note changes. */
export function useNote(id: string): Note | undefined {
  const { live } = useSession();
  const subscribe = useCallback((listener: () => void) => live.onNote(id, listener), [live, id]);
  return useSyncExternalStore(subscribe, () => live.note(id));
}

/** Whether there is something of one's own to undo and to redo. */
export function useUndoState(): { canUndo: boolean; canRedo: boolean } {
  const { history, stage, onRole } = useSession();
  // What may be written, and so undone, depends on the step, the lock and the role.
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [history.subscribe(listener), stage.onChange(listener), onRole(listener)];
      return () => stops.forEach((stop) => stop());
    },
    [history, stage, onRole],
  );
  const canUndo = useSyncExternalStore(subscribe, history.canUndo);
  const canRedo = useSyncExternalStore(subscribe, history.canRedo);
  return { canUndo, canRedo };
}

/** Somebody who is here now. */
export interface Person {
  /** `null` for a viewer. */
  participant: string | null;
  name: string;
  site: string;
  /** The id of that site; empty where there is none. */
  siteId: string;
  /** What they read; `null` for viewers. */
  language: Language | null;
  role: Role;
  self: boolean;
}

/** Those on the board who are not here now, by name; viewers are not among them. */
export function useAbsent(here: readonly Person[]): Person[] {
  const { participants, sites } = useStage();
  const present = new Set(here.map(({ participant }) => participant));
  return [...participants.values()]
    .filter((person) => isMember(person) && !present.has(person.id))
    .map((person) => ({ ...named(person, sites), role: person.role, self: false }))
    .sort(byName);
}

const byName = (a: Person, b: Person) => a.name.localeCompare(b.name);
const bySelfSiteName = (a: Person, b: Person) =>
  Number(b.self) - Number(a.self) || a.site.localeCompare(b.site) || byName(a, b);

/** The orders people are listed in: those who are here, and those who are not. */
export const PEOPLE_ORDER = { here: bySelfSiteName, away: byName };

const NOBODY = { name: '', site: '', siteId: '', language: null };

function named({ id, name, site, language }: StageParticipant, sites: Stage['sites']): Omit<Person, 'role' | 'self'> {
  const known = sites.get(site);
  return { participant: id, name, site: known?.name ?? '', siteId: known?.id ?? '', language };
}

/**
 * Something that the presence of all who are here says; re-renders when it changes.
 * @param read gives it as a plain value, so that cursors that move re-render nothing
 */
export function usePresence<T extends string | number | boolean | null>(read: () => T): T {
  const { awareness } = useSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Who is here, each once however many pages they have open; oneself first, then by site and name. */
export function usePeople(): Person[] {
  const { awareness, participant, role } = useSession();
  const stage = useStage();
  const present = usePresence(() => JSON.stringify(readPeers(awareness).map((peer) => [peer.participant ?? peer.client, peer.participant, peer.role])));
  return useMemo(() => {
    const people = new Map<unknown, Person>();
    const add = (key: unknown, id: string | null, itsRole: Role, self: boolean) => {
      const known = id === null ? undefined : stage.participants.get(id);
      if (people.has(key) || known?.removed) return;
      people.set(key, { ...(known ? named(known, stage.sites) : NOBODY), participant: id, role: itsRole, self });
    };
    add(participant ?? 'self', participant, role, true);
    for (const [key, id, itsRole] of JSON.parse(present) as [unknown, string | null, Role][]) add(key, id, itsRole, false);
    return [...people.values()].sort(bySelfSiteName);
  }, [present, stage, participant, role]);
}
