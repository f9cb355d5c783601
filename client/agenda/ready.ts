import { useEffect, useMemo, useState } from 'react';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { usePeople, usePresence, useSession, type Person } from '../session/hooks.ts';
import { readPeers, setPresence } from '../session/people.ts';
import { keep, onDevice, recall } from '../session/storage.ts';

/* Who is ready lives in presence, so that it goes with the people; one's own is kept on the device and told again after a reload. */

const keyOf = (board: string) => `plenary.ready/${board}`;

/** Whether one is ready with a step, and how to say so or take it back. */
export function useOwnReady(step: string): [boolean, (ready: boolean) => void] {
  const { awareness, board } = useSession();
  const [ready, setReady] = useState(() => recall(onDevice, keyOf(board)) === step);
  useEffect(() => {
    const still = recall(onDevice, keyOf(board)) === step;
    setReady(still);
    setPresence(awareness, { ready: still ? step : null });
    return () => setPresence(awareness, { ready: null });
  }, [awareness, board, step]);
  return [
    ready,
    (next) => {
      keep(onDevice, keyOf(board), next ? step : '');
      setReady(next);
      setPresence(awareness, { ready: next ? step : null });
    },
  ];
}

/** Who is ready with a step, by participant id; nobody without a step. */
export function useReadyIds(step: string | null): ReadonlySet<string> {
  const { awareness, participant, board } = useSession();
  const who = usePresence(() => {
    if (step === null) return '';
    const own = participant !== null && recall(onDevice, keyOf(board)) === step ? [participant] : [];
    const others = readPeers(awareness).flatMap((peer) => (peer.ready === step && peer.participant !== null ? [peer.participant] : []));
    return [...new Set([...own, ...others])].sort().join(' ');
  });
  return useMemo(() => new Set(who.split(' ').filter(Boolean)), [who]);
}

/** The participants who are here, and which of them are ready with a step. */
export function useReadiness(step: string): { here: readonly Person[]; ready: ReadonlySet<string> } {
  const people = usePeople();
  const who = useReadyIds(step);
  const here = people.filter(({ participant, role }) => participant !== null && !mayFacilitate(role));
  return { here, ready: new Set([...who].filter((id) => here.some(({ participant }) => participant === id))) };
}
