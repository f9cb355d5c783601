import { CircleDot } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { NOW } from '../../shared/protocol/history.ts';
import { useLanguage } from '../i18n/index.ts';
import { Checkbox } from '../ui/Choice.tsx';
import { CAUSE_ICONS, dayOf, momentName, timeOf } from './moment-words.ts';

interface MomentListProps {
  moments: readonly SnapshotInfo[];
  /** The id of the moment that is shown, or `NOW`. */
  shown: string;
  onShow: (id: string) => void;
}

/** All moments of a board by day, the latest first. */
export function MomentList({ moments, shown, onShow }: MomentListProps) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const [onlySaved, setOnlySaved] = useState(false);
  const hasOthers = moments.some(({ cause }) => cause !== 'saved');
  const days = useMemo(() => {
    const byDay = new Map<string, SnapshotInfo[]>();
    for (const moment of moments) {
      if (onlySaved && moment.cause !== 'saved') continue;
      const day = dayOf(moment.savedAt, language);
      byDay.set(day, [...(byDay.get(day) ?? []), moment]);
    }
    return [...byDay];
  }, [moments, onlySaved, language]);
  return (
    <nav className="history-list" aria-label={t('list')}>
      {hasOthers && <Checkbox label={t('onlySaved')} checked={onlySaved} onChange={setOnlySaved} />}
      <button type="button" className="history-moment" aria-current={shown === NOW || undefined} onClick={() => onShow(NOW)}>
        <CircleDot aria-hidden size={18} />
        <span className="history-moment-words">
          <strong>{t('now')}</strong>
          <span>{t('nowHint')}</span>
        </span>
      </button>
      {days.map(([day, ofDay]) => (
        <section key={day} className="history-day" aria-label={day}>
          <h2>{day}</h2>
          <ul>
            {ofDay.map((moment) => (
              <li key={moment.id}>
                <MomentButton moment={moment} current={shown === moment.id} onShow={onShow} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function MomentButton({ moment, current, onShow }: { moment: SnapshotInfo; current: boolean; onShow: (id: string) => void }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const Icon = CAUSE_ICONS[moment.cause];
  return (
    <button type="button" className={`history-moment history-moment-${moment.cause}`} aria-current={current || undefined} onClick={() => onShow(moment.id)}>
      <Icon aria-hidden size={18} />
      <span className="history-moment-words">
        <strong dir="auto">{momentName(moment, t)}</strong>
        <span>
          {timeOf(moment.savedAt, language)} · {t('notes', { count: moment.notes })}
          {moment.savedBy !== '' && ` · ${t('by', { name: moment.savedBy })}`}
        </span>
        {moment.remark !== '' && (
          <span className="history-remark" dir="auto">
            {moment.remark}
          </span>
        )}
      </span>
    </button>
  );
}
