import './writing.css';
import { useEffect, useRef, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import { useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { personColor } from '../ui/person-color.ts';
import { RemoteCarets } from './RemoteCarets.tsx';
import { useOwnCaret, useRemoteCarets } from './useCarets.ts';
import type { useNoteText } from './useNoteText.ts';

interface NoteAreaProps extends Omit<ComponentProps<'textarea'>, 'ref' | 'value' | 'onChange' | 'onSelect'> {
  note: string;
  text: ReturnType<typeof useNoteText>;
}

/** Where a note's text is written, in both views: with the carets of those who write in it at the same time. */
export function NoteArea({ note, text, className = '', style, ...rest }: NoteAreaProps) {
  const { t } = useTranslation('writing');
  const { participants } = useStage();
  const { ref, value, onChange, ...composition } = text;
  const caretMoved = useOwnCaret(note, ref);
  const carets = useRemoteCarets(note, value).map(({ client, participant, anchor, head }) => ({
    client,
    name: participants.get(participant)?.name ?? t('someone'),
    color: personColor(participants, participant),
    anchor,
    head,
  }));
  useCompanyNews(carets.map(({ name }) => name));

  return (
    <div className="note-writing">
      <textarea
        {...rest}
        {...composition}
        ref={ref}
        className={className}
        style={style}
        value={value}
        maxLength={NOTE_TEXT_LIMIT}
        onChange={(event) => {
          onChange(event);
          caretMoved();
        }}
        onSelect={caretMoved}
      />
      <RemoteCarets area={ref} text={value} carets={carets} className={className} {...(style && { style })} />
    </div>
  );
}

/** Tells a screen reader, once for each, who else writes in this note. */
function useCompanyNews(names: readonly string[]): void {
  const { t } = useTranslation('writing');
  const told = useRef(new Set<string>());
  const fresh = names.filter((name) => !told.current.has(name)).join(', ');
  useEffect(() => {
    if (fresh === '') return;
    for (const name of fresh.split(', ')) told.current.add(name);
    announce(t('here', { names: fresh }));
  }, [fresh, t]);
}
