import './jump.css';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { jumpTo } from './jump.ts';
import { listOf, type Lists } from './lists.ts';
import { PHONE, useMediaQuery } from './useMediaQuery.ts';

/** A row that stays in sight and leads to each approach; on phones, where columns are stacked, to each column too. */
export function JumpNav({ approaches, lists }: { approaches: readonly StageApproach[]; lists: Lists }) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const columnName = useColumnName();
  const phone = useMediaQuery(PHONE);
  const several = approaches.length > 1;
  if (!several && !phone) return null;
  return (
    <nav className={`columns-jump ${several ? '' : 'columns-jump-single'}`} aria-label={t('jump')}>
      <ul className="columns-jump-row">
        {approaches.map((approach) => (
          <li key={approach.id} className="columns-jump-approach">
            {several && (
              <button type="button" className="columns-jump-button" onClick={() => jumpTo(approach.id)}>
                {approachTexts(approach, language).title}
              </button>
            )}
            {phone && (
              <ul className="columns-jump-row">
                {approach.columns.map((column) => {
                  const key = columnKey(approach.id, column.id);
                  return (
                    <li key={column.id}>
                      <button type="button" className={`columns-jump-button columns-jump-column columns-${column.kind}`} onClick={() => jumpTo(key)}>
                        <ColumnIcon kind={column.kind} size={18} />
                        <span className="columns-jump-name">{columnName(column)}</span>
                        <span className="columns-jump-count" aria-hidden>
                          {listOf(lists, key).length}
                        </span>
                        <span className="visually-hidden"> {t('notes', { count: listOf(lists, key).length })}</span>
                      </button>
                    </li>
                  );
                })}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
