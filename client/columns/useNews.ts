import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { sumUp } from './news.ts';
import { usePlaceName } from './useNames.ts';

/** Long enough that a busy board does not talk all the time. */
const EVERY = 4_000;

/** Tells a screen reader, every few seconds, how many notes others have added and where. */
export function useNews(): void {
  const { t } = useTranslation('columns');
  const session = useSession();
  const placeName = usePlaceName();

  const say = useRef((_ids: readonly string[]) => {});
  useEffect(() => {
    say.current = (ids) => {
      const { columns, free } = sumUp(ids.flatMap((id) => session.live.note(id) ?? []));
      const parts = columns.map(({ approach, column, count }) => t('news.column', { count, place: placeName(approach, column) }));
      if (free > 0) parts.push(t('news.free', { count: free }));
      if (parts.length > 0) announce(parts.join('; '));
    };
  }, [session, t, placeName]);

  useEffect(() => {
    const { live } = session;
    const known = new Set(live.notes().map((note) => note.id));
    // What was there before this page was first connected is not news.
    let connected = session.connection().state === 'connected';
    let fresh: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      session.onConnection(() => {
        connected ||= session.connection().state === 'connected';
      }),
      live.onNotes((changed, byMe) => {
        for (const id of changed) {
          const note = live.note(id);
          if (!note || known.has(id)) continue;
          known.add(id);
          const own = byMe || (note.author !== null && note.author === session.participant);
          if (connected && !own) fresh.push(id);
        }
        if (fresh.length === 0 || timer !== undefined) return;
        timer = setTimeout(() => {
          say.current(fresh);
          fresh = [];
          timer = undefined;
        }, EVERY);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [session]);
}
