import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface SiteFilterProps {
  /** By name; '' stands for people without one. */
  sites: readonly string[];
  /** `null` for all. */
  value: string | null;
  onChange: (site: string | null) => void;
}

/** Stands for all sites: no site is called so, since names have no line breaks. */
const ALL = '\n';

/** Lets a reader see what one site wrote and how it voted. Nothing where there is no choice. */
export function SiteFilter({ sites, value, onChange }: SiteFilterProps) {
  const { t } = useTranslation('report');
  if (sites.length < 2) return null;
  return (
    <label className="report-site-filter">
      <MapPin aria-hidden size={18} />
      <span className="visually-hidden">{t('site.label')}</span>
      <select className="input" value={value ?? ALL} onChange={(event) => onChange(event.target.value === ALL ? null : event.target.value)}>
        <option value={ALL}>{t('site.all')}</option>
        {sites.map((site) => (
          <option key={site} value={site}>
            {site || t('site.none')}
          </option>
        ))}
      </select>
    </label>
  );
}
