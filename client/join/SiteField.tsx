import { useTranslation } from 'react-i18next';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { TextField } from '../ui/TextField.tsx';

/** Up to so many places are offered as buttons; more would push the form off a phone's screen. */
const BUTTONS = 6;

interface SiteFieldProps {
  value: string;
  /** Places others have joined from. */
  sites: readonly string[];
  error: string | undefined;
  onChange: (site: string) => void;
}

/** Where a person takes part: one tap for a place that is known already, or a new one typed. */
export function SiteField({ value, sites, error, onChange }: SiteFieldProps) {
  const { t } = useTranslation('join');
  const few = sites.length <= BUTTONS;
  return (
    <div className="join-site">
      <TextField
        label={t('site')}
        hint={t('siteHint')}
        error={error}
        suggestions={few ? [] : sites}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={TEXT_LIMITS.site}
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="go"
        required
      />
      {few && sites.length > 0 && (
        <fieldset className="join-sites">
          <legend className="visually-hidden">{t('sites')}</legend>
          {sites.map((site) => (
            <button key={site} type="button" className="join-site-button" aria-pressed={site === value.trim()} onClick={() => onChange(site)}>
              {site}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
