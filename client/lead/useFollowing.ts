import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCell } from '../columns/cell.ts';
import { useFinding } from '../finding/finding.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { onPeers, readPeers, setPresence } from '../session/people.ts';
import { announce } from '../ui/announce.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { publicSight } from './public-sight.ts';

/** Milliseconds between two tellings of what a leader sees. */
const PACE = 200;
/** What one does on the board oneself ends following. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** How this page stands with who leads. */
export interface Following {
  /** Whether it goes where the leader goes. */
  follows: boolean;
  follow(): void;
  leave(): void;
}

/** Goes where facilitators lead: follows, is brought, is shown a note; and shows others the way, where one leads oneself. */
export function useFollowing(): Following {
  useCalls();
  useSpotlight();
  useLeading();
  const { awareness, participant } = useSession();
  const { lead } = useStage();
  const { guide } = useFinding();
  const shown = useCell(guide, (current) => current);
  const { leader } = lead;
  const led = leader !== null && leader !== participant;
  const [left, setLeft] = useState<string | null>(null);
  const follows = led && left !== leader;

  useEffect(() => {
    // Whoever leads anew is followed anew.
    if (leader === null) setLeft(null);
  }, [leader]);
  useEffect(() => {
    if (!follows || !shown) return;
    let last = '';
    const go = () => {
      const seen = readPeers(awareness).find((peer) => peer.participant === leader && peer.sight)?.sight;
      const now = JSON.stringify(seen);
      if (!seen || now === last) return;
      last = now;
      shown.look(seen);
    };
    go();
    return onPeers(awareness, go);
  }, [follows, leader, awareness, shown]);
  useEffect(() => {
    if (!follows) return;
    const onMove = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('#content')) setLeft(leader);
    };
    for (const type of OWN_MOVES) document.addEventListener(type, onMove, { capture: true, passive: true });
    return () => {
      for (const type of OWN_MOVES) document.removeEventListener(type, onMove, { capture: true });
    };
  }, [follows, leader]);

  return { follows, follow: () => setLeft(null), leave: () => setLeft(leader) };
}

/** Tells others what this page shows, while they follow. */
function useLeading(): void {
  const session = useSession();
  const { awareness, participant } = session;
  const { lead } = useStage();
  const { guide } = useFinding();
  const shown = useCell(guide, (current) => current);
  const leads = participant !== null && lead.leader === participant;
  useEffect(() => {
    if (!leads || !shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const sight = publicSight(session, shown.sight());
      if (sight) setPresence(awareness, { sight });
    };
    const soon = () => {
      timer ??= setTimeout(tell, PACE);
    };
    tell();
    const stop = shown.onMove(soon);
    return () => {
      stop();
      clearTimeout(timer);
      setPresence(awareness, { sight: undefined });
    };
  }, [leads, shown, awareness, session]);
}

/** Calls back with what is new, once the stage has arrived; what was there when the page was opened is not. */
function useFresh(id: string | null, onNew: () => void): void {
  const { meta } = useStage();
  const arrived = meta !== null;
  const known = useRef<string | null | undefined>(undefined);
  const tell = useEffectEvent(onNew);
  useEffect(() => {
    if (!arrived) return;
    const before = known.current;
    known.current = id;
    if (before !== undefined && id !== null && id !== before) tell();
  }, [arrived, id]);
}

function useCalls(): void {
  const { t } = useTranslation('lead');
  const { participant } = useSession();
  const { lead, participants } = useStage();
  const { guide } = useFinding();
  const { call } = lead;
  useFresh(call?.id ?? null, () => {
    if (!call || call.by === participant) return;
    guide.get()?.look(call.sight);
    announce(t('call.brought', { name: participants.get(call.by)?.name ?? '' }));
  });
}

function useSpotlight(): void {
  const { t } = useTranslation('lead');
  const { live } = useSession();
  const { lead, participants } = useStage();
  const finding = useFinding();
  const { spotlight } = lead;
  useFresh(spotlight?.id ?? null, () => {
    if (!spotlight) return;
    finding.goTo(spotlight.note, false);
    announce(t('point.news', { name: participants.get(spotlight.by)?.name ?? '', text: excerpt(live.note(spotlight.note)?.text ?? '') }));
  });
  const note = spotlight?.note ?? null;
  useEffect(() => {
    if (note === null) return;
    // What is no longer shown to everybody does not stay marked.
    return () => {
      if (finding.here.get() === note) finding.here.set(null);
    };
  }, [note, finding]);
}
