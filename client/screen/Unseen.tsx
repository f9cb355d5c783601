import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStage } from '../session/hooks.ts';
import { SiteCounts } from './SiteCounts.tsx';

/** While people write privately: how many notes each site has written, and nothing else of them. */
export function Unseen() {
  const { t } = useTranslation('screen');
  const { waiting } = useStage().desks;
  const count = Object.values(waiting).reduce((sum, some) => sum + some, 0);
  return (
    <section className="screen-unseen">
      <h2>
        <LockKeyhole aria-hidden size={40} />
        {t('private.count', { count })}
      </h2>
      <p className="screen-none">{t('private.none')}</p>
      {count > 0 && <SiteCounts counts={waiting} label={t('private.count', { count })} />}
    </section>
  );
}
