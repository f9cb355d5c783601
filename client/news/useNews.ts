import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceName } from '../columns/useNames.ts';
import { useSession } from '../session/hooks.ts';
import { readPeers } from '../session/people.ts';
import { createPages } from '../session/pages.ts';
import { preferences, type Loudness } from '../settings/preferences.ts';
import { announce } from '../ui/announce.tsx';
import { createGatherer, type NewsItem } from './gather.ts';
import { tell } from './tell.ts';

/**
 * In milliseconds: how long the first news waits for more to come with it, and how long it is quiet
 * after some were told, so that a room of forty who write does not talk all the time.
 */
const PACE: Record<Exclude<Loudness, 'off'>, { first: number; between: number }> = {
  all: { first: 1_500, between: 5_000 },
  batches: { first: 3_000, between: 15_000 },
  mine: { first: 1_500, between: 8_000 },
};

/** Tells a screen reader what others do on the board, in batches and as loudly as this person chose. */
export function useNews(): void {
  const { t } = useTranslation('news');
  const session = useSession();
  const placeName = usePlaceName();

  const say = useEffectEvent((items: readonly NewsItem[], loudness: Loudness) => {
    const { participants } = session.stage.current();
    const name = (participant: string | null) => (participant === null ? null : (participants.get(participant)?.name ?? null));
    const sentence = tell(items, loudness, { t, placeName, name });
    if (sentence) announce(sentence);
    return sentence !== '';
  });

  useEffect(() => {
    const { boardLive: live, awareness, participant: me } = session;
    const pages = createPages(awareness);
    const news = createGatherer(me, live.notes(), live.note);
    // What was there before this page was first connected is not news.
    let connected = session.connection().state === 'connected';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let quietUntil = 0;

    const isOpen = (note: string) => readPeers(awareness).some((peer) => peer.editing === note && peer.participant !== me);
    const tellNow = () => {
      timer = undefined;
      const { loudness } = preferences.get();
      const items = news.hand(isOpen);
      if (loudness !== 'off' && say(items, loudness)) quietUntil = Date.now() + PACE[loudness].between;
      tellSoon();
    };
    const tellSoon = () => {
      const { loudness } = preferences.get();
      if (timer !== undefined || !news.waits()) return;
      const { first } = PACE[loudness === 'off' ? 'batches' : loudness];
      timer = setTimeout(tellNow, Math.max(first, quietUntil - Date.now()));
    };

    const stops = [
      pages.stop,
      session.onConnection(() => {
        connected ||= session.connection().state === 'connected';
      }),
      live.onNotes((changed, byMe, from) => {
        news.take(changed, byMe ? me : pages.ownerOf(from), connected && !byMe);
        tellSoon();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [session]);
}
