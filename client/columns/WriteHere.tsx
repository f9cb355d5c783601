import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import { useColumns } from './context.ts';
import { usePlaceName } from './useNames.ts';

/** On phones, at the end of a column: points the box at the bottom of the screen at this column. */
export function WriteHere({ approach, column }: { approach: string; column: string }) {
  const { t } = useTranslation('columns');
  const placeName = usePlaceName();
  const { writingTo } = useColumns();
  const write = () => {
    writingTo.set(columnKey(approach, column));
    // At once, or the phone's keyboard stays away.
    document.querySelector<HTMLElement>('.columns-write-area')?.focus();
  };
  return (
    <button type="button" className="columns-add" data-add aria-label={t('add.named', { place: placeName(approach, column) })} onClick={write}>
      <Plus aria-hidden size={20} />
      {t('add.short')}
    </button>
  );
}
