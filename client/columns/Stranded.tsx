import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnKey } from '../../shared/board/layout.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { Composer } from './Composer.tsx';
import { useColumns } from './context.ts';
import { hasDraft } from './useDraft.ts';

/** What this person was writing for columns that were removed meanwhile: it can be finished, and is then set aside with their notes. */
export function Stranded() {
  const { t } = useTranslation('columns');
  const { board } = useSession();
  const { removed } = useStage();
  const { mayEdit } = useColumns();
  const [shut, setShut] = useState<readonly string[]>([]);
  if (!mayEdit) return null;
  const gone = [
    ...removed.approaches.flatMap(({ id, columns }) => columns.map((column) => ({ approach: id, column: column.id }))),
    ...removed.columns.map(({ approach, column }) => ({ approach, column: column.id })),
  ].filter(({ approach, column }) => hasDraft(board, columnKey(approach, column)) && !shut.includes(columnKey(approach, column)));
  return gone.map(({ approach, column }) => (
    <div key={columnKey(approach, column)} className="columns-stranded">
      <p className="columns-loose-hint">{t('stranded')}</p>
      <Composer spot={{ approach, column }} focused={false} onClose={() => setShut([...shut, columnKey(approach, column)])} />
    </div>
  ));
}
