import { UserRound } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useStage } from '../session/hooks.ts';
import type { Choices, Query } from './search.ts';

interface FindFiltersProps {
  query: Query;
  choices: Choices;
  onChange: (change: Partial<Query>) => void;
}

/** Narrows a search down to one's own notes, to an author or to a site. */
export function FindFilters({ query, choices, onChange }: FindFiltersProps) {
  const { t } = useTranslation('finding');
  const { participant } = useSession();
  const { meta } = useStage();
  const mine = participant !== null && query.author === participant;
  return (
    <div className="find-filters" role="group" aria-label={t('filters')}>
      {participant !== null && !meta?.anonymous && (
        <button type="button" className="find-mine" aria-pressed={mine} onClick={() => onChange({ author: mine ? null : participant })}>
          <UserRound aria-hidden size={16} />
          {t('mine')}
        </button>
      )}
      <FilterSelect label={t('author')} any={t('anyAuthor')} value={query.author} options={choices.authors} onChange={(author) => onChange({ author })} />
      <FilterSelect label={t('site')} any={t('anySite')} value={query.site} options={choices.sites} onChange={(site) => onChange({ site })} />
    </div>
  );
}

interface FilterSelectProps {
  label: string;
  any: string;
  value: string | null;
  options: readonly { id: string; name: string }[];
  onChange: (value: string | null) => void;
}

function FilterSelect({ label, any, value, options, onChange }: FilterSelectProps) {
  const id = useId();
  // Who has no note any more stays chosen until something else is.
  const known = value === null || options.some((option) => option.id === value);
  if (options.length === 0 && value === null) return null;
  return (
    <div className="find-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={known ? (value ?? '') : ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{any}</option>
        {options.map(({ id: option, name }) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
