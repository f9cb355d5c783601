import { useCallback, useSyncExternalStore } from 'react';
import type { Note } from '../../shared/board/index.ts';
import { useSession, useStage } from './hooks.ts';
import type { Session } from './session.ts';
import { keep, onDevice, recall } from './storage.ts';

/* A scribe's notes are what the room says, unless they say that one is their own. Kept on the device, for one board. */

const keyOf = (board: string) => `plenary.voice/${board}`;
const OWN_VOICE = 'own';
const listeners = new Set<() => void>();

/** What a new note of this person says of whose words it holds. */
export function voiceOf({ board, participant, stage }: Pick<Session, 'board' | 'participant' | 'stage'>): Pick<Note, 'saidInRoom'> {
  return participant !== null && stage.current().scribes.has(participant) && speaksForRoom(board) ? { saidInRoom: true } : {};
}

function speaksForRoom(board: string): boolean {
  return recall(onDevice, keyOf(board)) !== OWN_VOICE;
}

/** For a scribe: whether they write for the room now, and how to change it; `null` for everybody else. */
export function useRoomVoice(): { forRoom: boolean; set: (forRoom: boolean) => void } | null {
  const { board, participant } = useSession();
  const { scribes } = useStage();
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  const forRoom = useSyncExternalStore(subscribe, () => speaksForRoom(board));
  if (participant === null || !scribes.has(participant)) return null;
  return {
    forRoom,
    set(next) {
      keep(onDevice, keyOf(board), next ? '' : OWN_VOICE);
      for (const listener of listeners) listener();
    },
  };
}
