import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { approachTexts } from '../../shared/stage/texts.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { readPeers } from '../session/people.ts';
import { createPages } from '../session/pages.ts';
import { preferences, type Loudness } from '../settings/preferences.ts';
import { announce } from '../ui/announce.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { changesAround, type Around, type PartNames } from './around.ts';
import { createGatherer, type NewsItem } from './gather.ts';
import { tell, tellAround } from './tell.ts';

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
  const { t: tc } = useTranslation('columns');
  const session = useSession();
  const placeName = usePlaceName();
  const columnName = useColumnName();
  const [language] = useLanguage();

  const say = useEffectEvent((items: readonly NewsItem[], loudness: Loudness) => {
    const { participants } = session.stage.current();
    const name = (participant: string | null) => (participant === null ? null : (participants.get(participant)?.name ?? null));
    const sentence = tell(items, loudness, { t, placeName, name });
    if (sentence) announce(sentence);
    return sentence !== '';
  });

  const sayAround = useEffectEvent((before: Around, after: Around, loudness: Loudness) => {
    const names: PartNames = {
      approach: (approach) => approachTexts(approach, language).title,
      column: (approach, column) =>
        after.approaches.length > 1 ? tc('place', { column: columnName(column), approach: approachTexts(approach, language).title }) : columnName(column),
    };
    const sentence = tellAround(changesAround(before, after, names), loudness, { t });
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
    const aroundNow = (): Around => ({
      groups: new Map(live.groups().map(({ id, title }) => [id, title])),
      approaches: session.stage.current().approaches,
    });
    let around = aroundNow();
    let aroundChanged = false;

    const isOpen = (note: string) => readPeers(awareness).some((peer) => peer.editing === note && peer.participant !== me);
    const tellNow = () => {
      timer = undefined;
      const { loudness } = preferences.get();
      const items = news.hand(isOpen);
      const now = aroundNow();
      const said = [aroundChanged && sayAround(around, now, loudness), loudness !== 'off' && say(items, loudness)];
      if (loudness !== 'off' && said.includes(true)) quietUntil = Date.now() + PACE[loudness].between;
      around = now;
      aroundChanged = false;
      tellSoon();
    };
    const tellSoon = () => {
      const { loudness } = preferences.get();
      if (timer !== undefined || !(news.waits() || aroundChanged)) return;
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
      live.onGroups((changed, byMe) => {
        if (byMe || !connected) around = { ...around, groups: withNow(around.groups, aroundNow().groups, changed) };
        else aroundChanged = true;
        tellSoon();
      }),
      onStageChange(session.stageDoc, (byMe) => {
        const { approaches } = session.stage.current();
        if (approaches === around.approaches) return;
        // What has just arrived for the first time is no news either.
        if (byMe || !connected || around.approaches.length === 0) around = { ...around, approaches };
        else aroundChanged = true;
        tellSoon();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [session]);
}

/** Titles of groups with those of some as they are now. */
function withNow(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>, ids: ReadonlySet<string>): Map<string, string> {
  const next = new Map(before);
  for (const id of ids) {
    const title = now.get(id);
    if (title === undefined) next.delete(id);
    else next.set(id, title);
  }
  return next;
}

function onStageChange(doc: Y.Doc, listener: (byMe: boolean) => void): () => void {
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => listener(transaction.local);
  doc.on('update', onUpdate);
  return () => doc.off('update', onUpdate);
}
