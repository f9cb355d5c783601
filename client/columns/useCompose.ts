import { useRef, useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { addNote, addNotes } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { pastedTexts, readPasted, type Pasted } from '../writing/pasted.ts';
import { forOne, forSeveral, spotKey, type Spot } from './spot.ts';
import { useDraft } from './useDraft.ts';
import { useSpotName } from './useNames.ts';

/**
 * What every place to write a new note does: keep the draft, put it on the board, say so; and of a
 * pasted list offer to make a note of each line.
 * @param name under which the draft is kept, unless that of the spot
 */
export function useCompose(spot: Spot, name = spotKey(spot)) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const session = useSession();
  const spotName = useSpotName();
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
    const texts = pastedTexts(several);
    const ids = addNotes(session, forSeveral(session, spot, texts.length), texts, language);
    setText('');
    setSeveral(null);
    announce(`${tw('pasted.made', { count: ids.length })} ${t('said.added', { place: spotName(spot) })}`);
    return ids.length;
  };

  /** Puts what is typed on the board; returns the note's id, or `null` where nothing is typed. */
  const send = (): string | null => {
    if (text.trim() === '') return null;
    const id = addNote(session, forOne(session, spot), text.trim(), language);
    setText('');
    setSeveral(null);
    announce(t('said.added', { place: spotName(spot) }));
    return id;
  };
  return { text, area: { value: text, onChange, onPaste }, send, several, sendSeveral };
}

/** Whether a key press means 'done': Ctrl or Cmd with Enter. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
}
