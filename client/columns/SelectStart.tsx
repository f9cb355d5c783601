import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keys/useShortcut.ts';
import { Button } from '../ui/Button.tsx';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';

/** Begins and ends selecting several notes. */
export function SelectStart() {
  const { t } = useTranslation('groups');
  const { selection } = useColumns();
  const selecting = useCell(selection, (selected) => selected !== null);
  const toggle = () => selection.set(selecting ? null : new Set());
  useShortcut('select-notes', toggle);
  return (
    <div className="columns-tools">
      <Button size="small" icon={<ListChecks aria-hidden size={18} />} aria-pressed={selecting} onClick={toggle} data-select-start>
        {t('select.start')}
      </Button>
    </div>
  );
}
