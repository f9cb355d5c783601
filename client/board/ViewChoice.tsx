import { Columns3, PencilRuler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { VIEWS, type View } from './view.ts';

const ICONS = { canvas: PencilRuler, columns: Columns3 };

/** In which view a board is shown. */
export function ViewChoice({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('board');
  return (
    <fieldset className="board-views">
      <legend className="visually-hidden">{t('view.label')}</legend>
      {VIEWS.map((value) => {
        const Icon = ICONS[value];
        return (
          <label key={value} className="board-view">
            <input type="radio" className="visually-hidden" name="view" value={value} checked={view === value} onChange={() => onView(value)} />
            <Icon aria-hidden size={18} />
            <span>{t(`view.${value}`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
