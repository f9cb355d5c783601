import { ArrowLeftRight, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { NOW } from '../../shared/protocol/history.ts';
import { useLanguage } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { focusNow } from '../ui/focus.ts';
import { Differences } from './Differences.tsx';
import { boardAt } from './moment.ts';
import { momentName, whenOf } from './moment-words.ts';
import { useMoment, type FetchedMoment } from './useMoment.ts';

interface ComparingProps {
  board: string;
  token: string;
  moments: readonly SnapshotInfo[];
  /** The moment to begin with: it is compared with the board now. */
  from: string;
  onClose: () => void;
}

/** What changed between two moments, each chosen from a list. */
export function Comparing({ board, token, moments, from: first, onClose }: ComparingProps) {
  const { t } = useTranslation('history');
  const [[from, to], setTwo] = useState<readonly [string, string]>([first, NOW]);
  return (
    <>
      <div className="history-compare-head">
        <h2 ref={focusNow} tabIndex={-1}>
          {t('compare.title')}
        </h2>
        <div className="history-compare-two">
          <MomentSelect label={t('compare.from')} moments={moments} value={from} onChange={(next) => setTwo([next, to])} />
          <MomentSelect label={t('compare.to')} moments={moments} value={to} onChange={(next) => setTwo([from, next])} />
          <Button icon={<ArrowLeftRight aria-hidden size={17} />} onClick={() => setTwo([to, from])}>
            {t('compare.swap')}
          </Button>
          <Button icon={<X aria-hidden size={17} />} onClick={onClose}>
            {t('compare.close')}
          </Button>
        </div>
      </div>
      {from === to ? <p className="history-empty">{t('compare.same')}</p> : <Between board={board} token={token} from={from} to={to} />}
    </>
  );
}

function MomentSelect({ label, moments, value, onChange }: { label: string; moments: readonly SnapshotInfo[]; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value={NOW}>{t('now')}</option>
        {moments.map((moment) => (
          <option key={moment.id} value={moment.id}>
            {`${whenOf(moment.savedAt, language)}: ${momentName(moment, t)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Between({ board, token, from, to }: { board: string; token: string; from: string; to: string }) {
  const { t } = useTranslation(['history', 'errors']);
  const [before, after] = [useRead(useMoment(board, from, token)), useRead(useMoment(board, to, token))];
  const failure = [before, after].map((one) => (one && 'failure' in one ? one.failure : null)).find((one) => one !== null);
  if (failure) {
    return (
      <p className="notice" role="alert">
        {t(`errors:${failure}`)}
      </p>
    );
  }
  if (!before || !after || 'failure' in before || 'failure' in after) {
    return (
      <p className="board-waiting" role="status">
        {t('fetching')}
      </p>
    );
  }
  return <Differences key={`${from}/${to}`} before={before} after={after} />;
}

/** A moment as it is compared, read once. */
function useRead(moment: FetchedMoment) {
  return useMemo(() => (moment && 'documents' in moment ? boardAt(moment.documents) : moment), [moment]);
}
