import './sites.css';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStage } from '../session/hooks.ts';
import { useCountBySite, useOnlySite } from './only-site.ts';
import { SiteMark } from './SiteMark.tsx';
import { useSiteFacts } from './useSiteFacts.ts';

/** A site over its people: what is known of it, how many are here, and its notes alone at a press. */
export function SiteHead({ site: id, here }: { site: string; here: number }) {
  const { t } = useTranslation(['sites', 'board']);
  const { sites, meta } = useStage();
  const site = sites.get(id);
  const facts = useSiteFacts();
  const count = useCountBySite().get(id) ?? 0;
  const [only, show] = useOnlySite();
  if (!site) return <h3>{t('board:people.noSite')}</h3>;
  return (
    <div className="sites-head">
      <SiteMark site={site} size={20} />
      <h3>
        {site.name}
        <small>{[facts(site), t('here', { here })].filter(Boolean).join('\u00a0· ')}</small>
      </h3>
      {!meta?.anonymous && (
        <button
          type="button"
          className="sites-show"
          aria-pressed={only === id}
          title={t('only.label', { name: site.name })}
          onClick={() => show(only === id ? null : id)}
        >
          <ListFilter aria-hidden size={14} />
          {t('only.show', { count })}
          <span className="visually-hidden">{t('only.label', { name: site.name })}</span>
        </button>
      )}
    </div>
  );
}
