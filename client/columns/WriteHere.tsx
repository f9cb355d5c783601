import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useColumns } from './context.ts';
import { spotKey, type Spot } from './spot.ts';
import { useSpotName } from './useNames.ts';

/** On phones, at the end of a list: points the box at the bottom of the screen at it. */
export function WriteHere({ spot }: { spot: Spot }) {
  const { t } = useTranslation('columns');
  const spotName = useSpotName();
  const { writingTo } = useColumns();
  const write = () => {
    writingTo.set(spotKey(spot));
    // At once, or the phone's keyboard stays away.
    document.querySelector<HTMLElement>('.columns-write-area')?.focus();
  };
  return (
    <button type="button" className="columns-add" data-add aria-label={t('add.named', { place: spotName(spot) })} onClick={write}>
      <Plus aria-hidden size={20} />
      {t('add.short')}
    </button>
  );
}
