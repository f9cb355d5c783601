import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';
import { preferences } from '../settings/preferences.ts';
import { announce } from '../ui/announce.tsx';
import { usePersonNames } from './names.ts';

/** Reads out what others say in the thread that is open, word for word, unless this person wants to hear nothing. */
export function useHearing({ id, comments }: Note): void {
  const { t } = useTranslation('note');
  const { participant } = useSession();
  const { nameOf } = usePersonNames();
  const heard = useRef<{ note: string; comments: Set<string> } | null>(null);

  const hear = useEffectEvent(() => {
    const before = heard.current?.note === id ? heard.current.comments : null;
    heard.current = { note: id, comments: new Set([...(before ?? []), ...comments.map((comment) => comment.id)]) };
    if (!before || preferences.get().loudness === 'off') return;
    for (const comment of comments) {
      const own = comment.author !== null && comment.author === participant;
      if (!own && !before.has(comment.id)) announce(t('comments.said', { name: nameOf(comment.author), text: comment.text }));
    }
  });
  useEffect(() => hear(), [id, comments]);
}
