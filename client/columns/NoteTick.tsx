import { useTranslation } from 'react-i18next';
import { excerpt } from '../ui/excerpt.ts';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';

/** Ticks a note among those selected; the whole slip can be pressed. */
export function NoteTick({ id, text }: { id: string; text: string }) {
  const { t } = useTranslation(['groups', 'columns']);
  const { selection } = useColumns();
  const ticked = useCell(selection, (selected) => selected?.has(id) ?? false);
  return (
    <label className="note-tick" data-ticked={ticked || undefined}>
      <input
        type="checkbox"
        data-part="tick"
        checked={ticked}
        aria-label={t('select.note', { text: excerpt(text) || t('columns:note.empty') })}
        onChange={(event) => {
          const next = new Set(selection.get());
          if (event.currentTarget.checked) next.add(id);
          else next.delete(id);
          selection.set(next);
        }}
      />
    </label>
  );
}
