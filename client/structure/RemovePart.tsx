import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotes, useSession } from '../session/hooks.ts';
import { keepFirst } from '../session/keep-first.ts';
import { Button } from '../ui/Button.tsx';
import { focusNow } from '../ui/focus.ts';
import type { Removal } from './context.ts';
import { useStructureActs } from './useStructureActs.ts';

interface RemovePartProps {
  approach: string;
  /** `null` for the whole approach. */
  column: string | null;
  onDone: () => void;
  onRemoved: (removal: Removal) => void;
}

/** Asks before an approach or a column is removed, and says what becomes of its notes. */
export function RemovePart({ approach, column, onDone, onRemoved }: RemovePartProps) {
  const { t } = useTranslation(['structure', 'common']);
  const session = useSession();
  useNotes();
  const acts = useStructureActs();
  const [busy, setBusy] = useState(false);
  const notes = acts.notesIn(approach, column ?? undefined);
  const [name] = useState(() => (column === null ? acts.approachTitle(approach) : acts.columnTitle(approach, column)));
  const remove = async () => {
    if (busy) return;
    setBusy(true);
    if (notes > 0) await keepFirst(session, 'removal', name);
    if (column === null) acts.removeApproach(approach);
    else acts.removeColumn(approach, column);
    onRemoved({ approach, column, name, notes });
    onDone();
  };
  return (
    <div className="structure-form">
      <p ref={focusNow} tabIndex={-1} className="structure-ask">
        {notes > 0 ? `${t('remove.notes', { count: notes })} ${t('remove.kept')}` : t('remove.empty')} {t('remove.later')}
      </p>
      <div className="dialog-actions">
        <Button onClick={onDone}>{t('cancel', { ns: 'common' })}</Button>
        <Button variant="danger" aria-disabled={busy} onClick={remove}>
          {t('remove.yes', { name })}
        </Button>
      </div>
    </div>
  );
}
