import './write.css';
import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import { Button } from '../ui/Button.tsx';
import { countsOf, SplitOffer } from '../writing/SplitOffer.tsx';
import { useAutoHeight } from './useAutoHeight.ts';
import { spotKey, type Spot } from './spot.ts';
import { isSendKey, useCompose } from './useCompose.ts';
import { useSpotName } from './useNames.ts';

interface ComposerProps {
  spot: Spot;
  /** Whether it takes the focus as it opens. */
  focused: boolean;
  onClose: () => void;
}

/** The list whose slip was taken out of the page while somebody wrote on it, and where the caret was; see `Stranded`. */
let interrupted: { key: string; caret: number } | null = null;

/** A blank slip at the end of a list. It stays for the next note until it is closed. */
export function Composer({ spot, focused, onClose }: ComposerProps) {
  const { t } = useTranslation('columns');
  const spotName = useSpotName();
  const { area: bound, send, several, sendSeveral } = useCompose(spot);
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const hint = useId();
  useAutoHeight(area);
  useLayoutEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);
  const key = spotKey(spot);
  useLayoutEffect(() => {
    const element = area.current;
    if (interrupted?.key === key) {
      element?.focus();
      element?.setSelectionRange(interrupted.caret, interrupted.caret);
    }
    interrupted = null;
    return () => {
      if (element !== null && element === document.activeElement) interrupted = { key, caret: element.selectionEnd };
    };
  }, [key]);

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
        aria-label={t('add.label', { place: spotName(spot) })}
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
