import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';

/** While notes are being selected: ticks all of a list at once. */
export function SelectAll({ ids: listed, list }: { ids: readonly string[]; list: string }) {
  const { t } = useTranslation('groups');
  const { selection, mayEditBoard } = useColumns();
  const selected = useCell(selection, (all) => all);
  // What lies on one's own desk cannot be ticked alone either.
  const { desk } = useSession();
  const ids = listed.filter((id) => !desk?.has(id));
  const box = useRef<HTMLInputElement>(null);
  const count = selected ? ids.filter((id) => selected.has(id)).length : 0;
  const all = count > 0 && count === ids.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !all;
  });
  if (!selected || !mayEditBoard || ids.length === 0) return null;
  return (
    <label className="columns-select-all">
      <input
        ref={box}
        type="checkbox"
        checked={all}
        aria-label={t('select.all', { list })}
        onChange={() => {
          const next = new Set(selected);
          for (const id of ids) {
            if (all) next.delete(id);
            else next.add(id);
          }
          selection.set(next);
        }}
      />
      {t('select.everything')}
    </label>
  );
}
