import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import { isTemplateColumn } from '../../shared/stage/columns.ts';
import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';
import { ColumnMenu } from '../structure/StructureMenus.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useColumns } from './context.ts';
import { headId } from './jump.ts';
import type { Lists } from './lists.ts';
import { NoteList } from './NoteList.tsx';
import { Prompts } from './Prompts.tsx';
import { SelectAll } from './SelectAll.tsx';
import { WriteNote } from './WriteNote.tsx';

interface ColumnProps {
  approach: StageApproach;
  column: StageColumn;
  /** Its notes and groups, see `lists.ts`. */
  ids: readonly string[];
  groups: Lists['groups'];
}

/** One column of an approach: its prompts, its notes, and the way to add one. */
export const Column = memo(function Column({ approach, column, ids, groups }: ColumnProps) {
  const { t } = useTranslation('columns');
  const columnName = useColumnName();
  const { mayEdit } = useColumns();
  const key = columnKey(approach.id, column.id);
  const head = headId(key);
  const notes = ids.flatMap((id) => groups.get(id) ?? id);
  const name = columnName(column);
  return (
    <section className={`columns-column columns-${column.kind}`} aria-labelledby={`${head} ${headId(approach.id)}`} data-list={key}>
      <div className="columns-column-top">
        <h3 className="columns-column-head" id={head} tabIndex={-1} data-head>
          <ColumnIcon kind={column.kind} size={22} />
          <span>{name}</span>
          <span className="columns-count" aria-hidden>
            {notes.length}
          </span>
          <span className="visually-hidden"> {t('notes', { count: notes.length })}</span>
        </h3>
        <ColumnMenu approach={approach.id} id={column.id} />
      </div>
      <SelectAll ids={notes} list={name} />
      <Prompts approach={approach} column={column.id} />
      {ids.length === 0 && <p className="columns-empty">{mayEdit ? t(`empty.${asksOf(column)}`) : t('empty.viewer')}</p>}
      <NoteList name={key} ids={ids} groups={groups} labelledBy={head} />
      {mayEdit && <WriteNote spot={{ approach: approach.id, column: column.id }} />}
    </section>
  );
});

/** What an empty column asks; a column that was given a name of its own is not asked about its kind. */
function asksOf({ kind, name }: StageColumn) {
  return name === undefined && isTemplateColumn(kind) ? kind : 'own';
}
