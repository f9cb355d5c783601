import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import { isTemplateColumn } from '../../shared/stage/columns.ts';
import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { AddNote } from './AddNote.tsx';
import { useColumns } from './context.ts';
import { headId } from './jump.ts';
import { NoteList } from './NoteList.tsx';
import { Prompts } from './Prompts.tsx';
import { PHONE, useMediaQuery } from './useMediaQuery.ts';
import { WriteHere } from './WriteHere.tsx';

interface ColumnProps {
  approach: StageApproach;
  column: StageColumn;
  ids: readonly string[];
}

/** One column of an approach: its prompts, its notes, and the way to add one. */
export const Column = memo(function Column({ approach, column, ids }: ColumnProps) {
  const { t } = useTranslation('columns');
  const columnName = useColumnName();
  const { mayEdit } = useColumns();
  const phone = useMediaQuery(PHONE);
  const key = columnKey(approach.id, column.id);
  const head = headId(key);
  return (
    <section className={`columns-column columns-${column.kind}`} aria-labelledby={`${head} ${headId(approach.id)}`} data-list={key}>
      <h3 className="columns-column-head" id={head} tabIndex={-1} data-head>
        <ColumnIcon kind={column.kind} size={22} />
        <span>{columnName(column)}</span>
        <span className="columns-count" aria-hidden>
          {ids.length}
        </span>
        <span className="visually-hidden"> {t('notes', { count: ids.length })}</span>
      </h3>
      <Prompts approach={approach} column={column.id} />
      {ids.length === 0 && <p className="columns-empty">{mayEdit ? t(`empty.${asksOf(column)}`) : t('empty.viewer')}</p>}
      <NoteList name={key} ids={ids} labelledBy={head} />
      {mayEdit && (phone ? <WriteHere approach={approach.id} column={column.id} /> : <AddNote approach={approach.id} column={column.id} />)}
    </section>
  );
});

/** What an empty column asks; a column that was given a name of its own is not asked about its kind. */
function asksOf({ kind, name }: StageColumn) {
  return name === undefined && isTemplateColumn(kind) ? kind : 'own';
}
