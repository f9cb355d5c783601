import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { Composer } from './Composer.tsx';
import { hasDraft } from './useDraft.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { spotKey, type Spot } from './spot.ts';
import { useSpotName } from './useNames.ts';

/** At the end of a list: a button, and behind it the place to write notes one after another. */
export function AddNote({ spot }: { spot: Spot }) {
  const { t } = useTranslation('columns');
  const { board } = useSession();
  const spotName = useSpotName();
  // After a reload, what was being written is there again; it does not take the focus.
  const [state, setState] = useState<'shut' | 'restored' | 'opened' | 'closed'>(() =>
    hasDraft(board, spotKey(spot)) ? 'restored' : 'shut',
  );
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (state === 'closed') button.current?.focus();
  }, [state]);

  const place = useRef<HTMLDivElement>(null);
  useFocusHeir(place, (part) => part.closest('[data-list]')?.querySelector<HTMLElement>('[data-head]'));

  const open = state === 'opened' || state === 'restored';
  return (
    <div className="columns-writing" ref={place}>
      {open ? (
        <Composer spot={spot} focused={state === 'opened'} onClose={() => setState('closed')} />
      ) : (
        <button
          type="button"
          className="columns-add"
          data-add
          ref={button}
          aria-label={t('add.named', { place: spotName(spot) })}
          onClick={() => setState('opened')}
        >
          <Plus aria-hidden size={20} />
          {t('add.short')}
        </button>
      )}
    </div>
  );
}
