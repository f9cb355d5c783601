import { useRef, useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { addNote, addNotes, type Target } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { pastedTexts, readPasted, type Pasted } from '../writing/pasted.ts';
import { useDraft } from './useDraft.ts';
import { usePlaceName } from './useNames.ts';

/**
 * What every place to write a new note does: keep the draft, put it on the board, say so; and of a
 * pasted list offer to make a note of each line.
 * @param name under which the draft is kept
 */
export function useCompose(name: string, target: Target) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const session = useSession();
  const placeName = usePlaceName();
  const { t: tw } = useTranslation('writing');
  const [text, setText] = useDraft(name);
  const [several, setSeveral] = useState<Pasted | null>(null);
  const pasted = useRef<string | null>(null);

  /** Offers a note for each line of a paste, or of what one has made of it since. */
  const offer = (found: Pasted) => {
    const count = pastedTexts(found).length;
    setSeveral(count > 1 ? found : null);
    if (count > 1 && !several) announce(`${tw('pasted.lines', { count: count + found.left })} ${tw('pasted.addAll', { count })}?`);
  };
  const onPaste = (event: ClipboardEvent) => {
    pasted.current = event.clipboardData.getData('text/plain');
  };
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const next = event.target.value;
    // A long list is more than one note may hold; where nothing else was there, all of it counts.
    if (pasted.current !== null) offer(readPasted(text.trim() === '' ? pasted.current : next));
    else if (several) offer(readPasted(next));
    pasted.current = null;
    setText(next);
  };
  /** Puts each line of what was pasted on the board as a note of its own; returns how many. */
  const sendSeveral = (): number => {
    if (!several) return 0;
    const ids = addNotes(session, target, pastedTexts(several), language);
    setText('');
    setSeveral(null);
    announce(`${tw('pasted.made', { count: ids.length })} ${t('said.added', { place: placeName(target.approach, target.column) })}`);
    return ids.length;
  };

  /** Puts what is typed on the board; returns the note's id, or `null` where nothing is typed. */
  const send = (): string | null => {
    if (text.trim() === '') return null;
    const id = addNote(session, target, text.trim(), language);
    setText('');
    setSeveral(null);
    announce(t('said.added', { place: placeName(target.approach, target.column) }));
    return id;
  };
  return { text, area: { value: text, onChange, onPaste }, send, several, sendSeveral };
}

/** Whether a key press means 'done': Ctrl or Cmd with Enter. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
}
