import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { addNote, type Target } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { useDraft } from './useDraft.ts';
import { usePlaceName } from './useNames.ts';

/**
 * What every place to write a new note does: keep the draft, put it on the board, say so.
 * @param name under which the draft is kept
 */
export function useCompose(name: string, target: Target) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const session = useSession();
  const placeName = usePlaceName();
  const [text, setText] = useDraft(name);

  /** Puts what is typed on the board; returns the note's id, or `null` where nothing is typed. */
  const send = (): string | null => {
    if (text.trim() === '') return null;
    const id = addNote(session, target, text.trim(), language);
    setText('');
    announce(t('said.added', { place: placeName(target.approach, target.column) }));
    return id;
  };
  return { text, setText, send };
}

/** Whether a key press means 'done': Ctrl or Cmd with Enter. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
}
