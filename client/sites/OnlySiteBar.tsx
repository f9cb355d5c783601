import './sites.css';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { useCountBySite, useOnlySite } from './only-site.ts';
import { SiteMark } from './SiteMark.tsx';

/** Says that only one site's notes are shown, and leads back to all. */
export function OnlySiteBar() {
  const [only, show] = useOnlySite();
  if (only === null) return null;
  return <Bar only={only} onAll={() => show(null)} />;
}

function Bar({ only, onAll }: { only: string; onAll: () => void }) {
  const { t } = useTranslation('sites');
  const { sites } = useStage();
  const counts = useCountBySite();
  const site = sites.get(only);
  return (
    <section className="board-banner board-news sites-only" aria-label={t('only.label', { name: site?.name ?? '' })}>
      <ListFilter aria-hidden size={18} />
      {site && <SiteMark site={site} />}
      <p>{t('only.shown', { name: site?.name ?? '', count: counts.get(only) ?? 0 })}</p>
      <Button
        size="small"
        onClick={() => {
          onAll();
          announce(t('only.allShown'));
          document.querySelector<HTMLElement>('#content')?.focus();
        }}
      >
        {t('only.all')}
      </Button>
    </section>
  );
}
