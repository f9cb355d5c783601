import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNotes, useStage } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { useStructureActs } from './useStructureActs.ts';

interface RemovedPartsProps {
  /** With a heading and everything that was removed; else only what notes are still in. */
  titled?: boolean;
}

/** What was removed from the board, by whomever, and how to put it back with its notes. */
export function RemovedParts({ titled = false }: RemovedPartsProps) {
  const { t } = useTranslation('structure');
  const { approaches, removed } = useStage();
  useNotes();
  const acts = useStructureActs();
  const parts = [
    ...removed.approaches.map(({ id }) => ({ key: id, name: acts.approachTitle(id), notes: acts.notesIn(id), putBack: () => acts.putApproachBack(id) })),
    ...removed.columns
      .filter(({ approach }) => approaches.some(({ id }) => id === approach))
      .map(({ approach, column: { id } }) => ({
        key: `${approach}/${id}`,
        name: `${acts.columnTitle(approach, id)}, ${acts.approachTitle(approach)}`,
        notes: acts.notesIn(approach, id),
        putBack: () => acts.putColumnBack(approach, id),
      })),
  ].filter(({ notes }) => titled || notes > 0);
  if (parts.length === 0) return null;
  return (
    <div className="structure-removed">
      {titled && <h3>{t('removed.title')}</h3>}
      <ul>
        {parts.map(({ key, name, notes, putBack }) => (
          <li key={key} className="structure-row">
            <span className="structure-column">{name}</span>
            <span className="structure-count">{t('notes', { count: notes })}</span>
            <Button size="small" icon={<Undo2 aria-hidden size={16} />} onClick={putBack}>
              {t('removed.putBack')}
              <span className="visually-hidden">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
