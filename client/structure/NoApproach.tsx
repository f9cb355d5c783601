import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useStructure } from './context.ts';
import { RemovedParts } from './RemovedParts.tsx';

/** What stands on a board all of whose approaches have been removed. */
export function NoApproach() {
  const { t } = useTranslation('structure');
  const structure = useStructure();
  return (
    <div className="structure-none">
      <p>{t(structure ? 'none.facilitator' : 'none.reader')}</p>
      {structure && (
        <>
          <Button variant="primary" icon={<Plus aria-hidden size={18} />} onClick={() => structure.open({ show: 'new-approach', index: 0 })}>
            {t('menu.addApproach')}
          </Button>
          <RemovedParts titled />
        </>
      )}
    </div>
  );
}
