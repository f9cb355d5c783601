import './write.css';
import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import { columnKey } from '../../shared/board/layout.ts';
import { Button } from '../ui/Button.tsx';
import { countsOf, SplitOffer } from '../writing/SplitOffer.tsx';
import { useAutoHeight } from './useAutoHeight.ts';
import { isSendKey, useCompose } from './useCompose.ts';
import { usePlaceName } from './useNames.ts';

interface ComposerProps {
  approach: string;
  column: string;
  /** Whether it takes the focus as it opens. */
  focused: boolean;
  onClose: () => void;
}

/** A blank slip at the end of a column. It stays for the next note until it is closed. */
export function Composer({ approach, column, focused, onClose }: ComposerProps) {
  const { t } = useTranslation('columns');
  const placeName = usePlaceName();
  const { area: bound, send, several, sendSeveral } = useCompose(columnKey(approach, column), { approach, column });
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const hint = useId();
  useAutoHeight(area);
  useLayoutEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);

  const add = (act: () => unknown = send) => {
    act();
    area.current?.focus();
    // The new note has pushed the slip down.
    requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'nearest' }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isSendKey(event)) {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <form
      className="columns-composer"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <textarea
        ref={area}
        className="columns-composer-area"
        data-add
        aria-label={t('add.label', { place: placeName(approach, column) })}
        aria-describedby={hint}
        placeholder={t('add.placeholder')}
        dir="auto"
        rows={3}
        maxLength={NOTE_TEXT_LIMIT}
        {...bound}
        onKeyDown={onKeyDown}
      />
      <p className="columns-composer-hint" id={hint}>
        {t('add.hint', { key: commandKey() })}
      </p>
      {several && <SplitOffer {...countsOf(several)} onSplit={() => add(sendSeveral)} />}
      <div className="columns-composer-acts">
        {!several && (
          <Button type="submit" variant="primary" size="small">
            {t('add.send')}
          </Button>
        )}
        <Button size="small" variant="plain" onClick={onClose}>
          {t('add.close')}
        </Button>
      </div>
    </form>
  );
}

function commandKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
}
