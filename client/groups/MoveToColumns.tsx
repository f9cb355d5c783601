import { SquareDashed } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useStage } from '../session/hooks.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { MenuItem } from '../ui/Menu.tsx';
import { useColumnName } from '../ui/useColumnName.ts';

interface MoveToColumnsProps {
  /** Where it is already, which is not offered. */
  own: { approach: string; column: string } | null;
  onMove: (approach: string, column: string) => void;
  /** To lie free, outside the columns; left out where that is not offered. */
  onMoveOut?: (() => void) | undefined;
}

/** In a menu, all columns of the board to move something to. */
export function MoveToColumns({ own, onMove, onMoveOut }: MoveToColumnsProps) {
  const { t } = useTranslation('groups');
  const columnName = useColumnName();
  const [language] = useLanguage();
  const { approaches } = useStage();
  const columns = approaches.map((approach) => {
    const label = approaches.length > 1 ? t('menu.moveWithin', { approach: approachTexts(approach, language).title }) : t('menu.move');
    return (
      <DropdownMenu.Group key={approach.id} aria-label={label}>
        <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
        {approach.columns
          .filter((column) => own?.approach !== approach.id || own.column !== column.id)
          .map((column) => (
            <MenuItem
              key={column.id}
              icon={
                <span style={{ color: `var(--column-${column.kind})` }}>
                  <ColumnIcon kind={column.kind} size={18} />
                </span>
              }
              onSelect={() => onMove(approach.id, column.id)}
            >
              {columnName(column)}
            </MenuItem>
          ))}
      </DropdownMenu.Group>
    );
  });  return (
    <>
      {columns}
      {onMoveOut && (
        <MenuItem icon={<SquareDashed aria-hidden size={18} />} onSelect={onMoveOut}>
          {t('menu.moveOut')}
        </MenuItem>
      )}
    </>
  );
}
