import './sites.css';
import { MapPinned } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setLateComersRead } from '../../shared/stage/readers.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choice.tsx';

/** For facilitators, below the people: the places, and what holds for those who join late. */
export function SitesFoot({ onSites }: { onSites: () => void }) {
  const { t } = useTranslation('sites');
  const { stageDoc } = useSession();
  const { lateComersRead } = useStage();
  return (
    <div className="sites-foot">
      <Checkbox label={t('people.late')} hint={t('people.lateHint')} checked={lateComersRead} onChange={(read) => setLateComersRead(stageDoc, read)} />
      <div>
        <Button size="small" icon={<MapPinned aria-hidden size={17} />} onClick={onSites}>
          {t('people.sites')}
        </Button>
      </div>
    </div>
  );
}
