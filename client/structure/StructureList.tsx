import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { STRUCTURE_LIMITS } from '../../shared/protocol/limits.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { useNotes, useStage } from '../session/hooks.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import type { StructurePage } from './context.ts';
import { RemovedParts } from './RemovedParts.tsx';
import { useStructureActs } from './useStructureActs.ts';

/** All approaches and columns of the board, to be put in order, changed, added and removed, and what was removed. */
export function StructureList({ onPage }: { onPage: (page: StructurePage) => void }) {
  const { t } = useTranslation('structure');
  const { approaches } = useStage();
  useNotes();
  const full = approaches.length >= STRUCTURE_LIMITS.approaches;
  return (
    <>
      <ol className="structure-approaches">
        {approaches.map((approach, index) => (
          <ApproachRow key={approach.id} approach={approach} index={index} count={approaches.length} onPage={onPage} />
        ))}
      </ol>
      <div>
        <Button size="small" icon={<Plus aria-hidden size={17} />} disabled={full} onClick={() => onPage({ show: 'new-approach', index: approaches.length })}>
          {t('menu.addApproach')}
        </Button>
        {full && <p className="field-hint">{t('full')}</p>}
      </div>
      <RemovedParts titled />
    </>
  );
}

interface ApproachRowProps {
  approach: StageApproach;
  index: number;
  count: number;
  onPage: (page: StructurePage) => void;
}

function ApproachRow({ approach, index, count, onPage }: ApproachRowProps) {
  const { t } = useTranslation('structure');
  const acts = useStructureActs();
  const { id, columns } = approach;
  const title = acts.approachTitle(id);
  const full = columns.length >= STRUCTURE_LIMITS.columns;
  return (
    <li className="structure-approach">
      <div className="structure-row">
        <h3>{title}</h3>
        <RowButtons
          name={title}
          first={index === 0}
          last={index === count - 1}
          onMove={(by) => acts.moveApproach(id, by)}
          onEdit={() => onPage({ show: 'approach', approach: id })}
          onRemove={() => onPage({ show: 'remove-approach', approach: id })}
        />
      </div>
      <ol className="structure-columns">
        {columns.map((column, at) => (
          <li key={column.id} className="structure-row">
            <span className="structure-column" style={{ color: `var(--column-${column.kind})` }}>
              <ColumnIcon kind={column.kind} size={18} />
              <span>{acts.columnTitle(id, column.id)}</span>
            </span>
            <span className="structure-count">{t('notes', { count: acts.notesIn(id, column.id) })}</span>
            <RowButtons
              name={`${acts.columnTitle(id, column.id)}, ${title}`}
              first={at === 0}
              last={at === columns.length - 1}
              onMove={(by) => acts.moveColumn(id, column.id, by)}
              onEdit={() => onPage({ show: 'column', approach: id, column: column.id })}
              onRemove={() => onPage({ show: 'remove-column', approach: id, column: column.id })}
            />
          </li>
        ))}
      </ol>
      <Button size="small" variant="plain" icon={<Plus aria-hidden size={17} />} disabled={full} onClick={() => onPage({ show: 'new-column', approach: id, index: columns.length })}>
        {t('menu.addColumn')}
        <span className="visually-hidden">{title}</span>
      </Button>
      {full && <p className="field-hint">{t('fullColumns')}</p>}
    </li>
  );
}

interface RowButtonsProps {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function RowButtons({ name, first, last, onMove, onEdit, onRemove }: RowButtonsProps) {
  const { t } = useTranslation('structure');
  // A row that changes its place is taken out of the page for a moment, and the focus with it.
  const move = (by: -1 | 1, button: HTMLElement) => {
    onMove(by);
    requestAnimationFrame(() => button.focus());
  };
  return (
    <span className="structure-acts">
      <IconButton label={t('row.earlier', { name })} aria-disabled={first} onClick={(event) => move(-1, event.currentTarget)}>
        <ArrowUp aria-hidden size={18} />
      </IconButton>
      <IconButton label={t('row.later', { name })} aria-disabled={last} onClick={(event) => move(1, event.currentTarget)}>
        <ArrowDown aria-hidden size={18} />
      </IconButton>
      <IconButton label={t('row.edit', { name })} onClick={onEdit}>
        <Pencil aria-hidden size={17} />
      </IconButton>
      <IconButton label={t('row.remove', { name })} onClick={onRemove}>
        <Trash2 aria-hidden size={17} />
      </IconButton>
    </span>
  );
}
