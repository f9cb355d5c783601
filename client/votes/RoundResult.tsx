import { ArrowDownWideNarrow } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { breadth } from '../../shared/desk/count.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { formatMoment } from '../../shared/report/formats.ts';
import type { Round, Tally, TallyItem } from '../../shared/stage/rounds.ts';
import { useLanguage } from '../i18n/index.ts';
import { sortAll } from '../session/acts.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { useOnlySite } from '../sites/only-site.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { localZone } from '../ui/zone.ts';
import { byVotes, tallyOfSite } from './items.ts';
import { useItemWords } from './useItemWords.ts';

/** One round as it was counted: its ranking as bars, and the same as a table with every site. */
export function RoundResult({ round, shown }: { round: Round; shown: boolean }) {
  const { t } = useTranslation('votes');
  const [language] = useLanguage();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const head = useId();
  const { sites } = useStage();
  const [only, setOnly] = useState<string | null>(useOnlySite()[0]);
  const voted = Object.keys(round.tally.voters).filter((id) => sites.has(id));
  const tally = only === null ? round.tally : tallyOfSite(round.tally, only);
  const { items, voters } = tally;
  const people = Object.values(voters).reduce((sum, count) => sum + count, 0);
  return (
    <details className="round" open={shown}>
      <summary>
        <span id={head} className="round-title" dir="auto">
          {round.terms.question}
        </span>
        <span className="round-when">{formatMoment(round.closedAt ?? round.openedAt, language, localZone())}</span>
      </summary>
      {voted.length > 1 && <SiteChoice sites={voted} value={only} onChange={setOnly} />}
      <p className="round-people">{t('people', { count: people, sites: t('sites', { count: Object.keys(voters).length }) })}</p>
      {items.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <fieldset className="round-as">
            <legend className="visually-hidden">{t('as.label')}</legend>
            {(['chart', 'table'] as const).map((value) => (
              <label key={value} className="round-as-choice">
                <input type="radio" name={head} value={value} checked={as === value} onChange={() => setAs(value)} />
                {t(`as.${value}`)}
              </label>
            ))}
          </fieldset>
          {as === 'chart' ? <Chart items={items} labelledBy={head} /> : <Table tally={tally} labelledBy={head} />}
          <PutInOrder round={round} />
        </>
      )}
    </details>
  );
}

/** Whose votes are shown: everybody's, or one site's. */
function SiteChoice({ sites, value, onChange }: { sites: readonly string[]; value: string | null; onChange: (site: string | null) => void }) {
  const { t } = useTranslation('votes');
  const stage = useStage();
  const id = useId();
  const named = sites.map((site) => ({ site, name: stage.sites.get(site)?.name ?? '' })).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <p className="votes-sort">
      <label htmlFor={id}>{t('site.label')}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('site.all')}</option>
        {named.map(({ site, name }) => (
          <option key={site} value={site}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** For facilitators: moves the notes of every column into the order of this vote, for everybody. */
function PutInOrder({ round }: { round: Round }) {
  const { t } = useTranslation('votes');
  const session = useSession();
  const [said, setSaid] = useState('');
  if (!mayFacilitate(useRole()) || !session.mayEditBoard()) return null;
  const act = () => {
    const moved = sortAll(session, (entries, groups) => byVotes(round, entries, groups));
    const sentence = t(moved === 0 ? 'put.same' : 'put.done', { count: moved });
    announce(sentence);
    setSaid(sentence);
  };
  return (
    <p className="round-put">
      <Button size="small" icon={<ArrowDownWideNarrow aria-hidden size={17} />} onClick={act}>
        {t('put.do')}
      </Button>
      <span className="field-hint">{said || t('put.hint')}</span>
    </p>
  );
}

function Chart({ items, labelledBy }: { items: readonly TallyItem[]; labelledBy: string }) {
  const { t } = useTranslation('votes');
  const most = Math.max(...items.map(({ votes }) => votes));
  const words = useItemWords();
  return (
    <ol className="round-bars" aria-labelledby={labelledBy}>
      {items.map((item) => (
        <li key={item.item}>
          <span className="round-bar-text" dir="auto" {...words(item)} />
          <span className="round-bar-line">
            <span className="round-bar-fill" style={{ inlineSize: `${(item.votes / most) * 100}%` }} />
          </span>
          <span className="round-bar-number">
            {t('count', { count: item.votes })} · {t('sites', { count: breadth(item) })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Table({ tally, labelledBy }: { tally: Tally; labelledBy: string }) {
  const { t } = useTranslation('votes');
  const { sites } = useStage();
  const words = useItemWords();
  const { items, voters } = tally;
  const columns = [...new Set([...Object.keys(voters), ...items.flatMap(({ bySite }) => Object.keys(bySite))])]
    .map((id) => ({ id, name: sites.get(id)?.name ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    // Reached by keyboard, so that it can be scrolled without a pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
    <div className="round-table" tabIndex={0} role="region" aria-labelledby={labelledBy}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.item')}</th>
            <th scope="col">{t('table.strength')}</th>
            <th scope="col">{t('table.breadth')}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.item}>
              <th scope="row" dir="auto" {...words(item)} />
              <td>{item.votes}</td>
              <td>{breadth(item)}</td>
              {columns.map(({ id }) => (
                <td key={id}>{item.bySite[id] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
