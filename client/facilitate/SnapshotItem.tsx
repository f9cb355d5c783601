import { ExternalLink } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { formatMoment } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import { reportPath } from '../session/links.ts';
import { localZone } from '../ui/zone.ts';
import { ReportLinks } from './ReportLinks.tsx';

interface SnapshotItemProps {
  board: string;
  /** The reader's session. */
  token: string;
  /** Whether the reader may hand out links to the report. */
  facilitates: boolean;
  snapshot: SnapshotInfo;
}

/** One snapshot: what it is called, when and by whom it was saved, and its report. */
export function SnapshotItem({ board, token, facilitates, snapshot }: SnapshotItemProps) {
  const { t } = useTranslation('report');
  const [language] = useLanguage();
  const id = useId();
  const date = formatMoment(snapshot.savedAt, language, localZone());
  return (
    <li className="snapshot">
      <h3 id={id}>{snapshot.title}</h3>
      <p className="snapshot-facts">
        <span>{t('snapshots.by', { date, name: snapshot.savedBy })}</span>
        <span>{t('snapshots.notes', { count: snapshot.notes })}</span>
      </p>
      {snapshot.remark !== '' && (
        <p className="snapshot-remark" dir="auto">
          {snapshot.remark}
        </p>
      )}
      <div className="snapshot-ways">
        <a
          className="button button-quiet button-small"
          href={reportPath(board, snapshot.id)}
          target="_blank"
          rel="noreferrer"
          aria-describedby={id}
        >
          <ExternalLink aria-hidden size={16} />
          {t('snapshots.open')}{' '}
          <span className="visually-hidden">{t('snapshots.newTab')}</span>
        </a>
        {facilitates && <ReportLinks board={board} token={token} snapshot={snapshot} />}
      </div>
    </li>
  );
}
