import { useTranslation } from 'react-i18next';
import { REPORT_FORMATS } from '../../shared/protocol/api.ts';
import { reportPath } from '../session/links.ts';
import { RefusalPage } from '../ui/Failure.tsx';

/** As much of an address as may be read back to somebody, in characters. */
const READ_BACK = 20;

interface NoSuchFormatProps {
  board: string;
  snapshot: string;
  /** What stands in the address after that of the report. */
  asked: string;
}

/** Says to whoever wrote a format into the address of a report where its formats are. */
export function NoSuchFormat({ board, snapshot, asked }: NoSuchFormatProps) {
  const { t } = useTranslation('report');
  const known = REPORT_FORMATS.find((format) => format === asked.toLowerCase());
  return (
    <RefusalPage sentence={known ? t('format.onPage', { format: t(`formats.${known}`) }) : t('format.lacking', { format: asked.slice(0, READ_BACK) })}>
      <a className="button button-primary" href={`${reportPath(board, snapshot)}${location.hash}`}>
        {t('snapshots.open')}
      </a>
    </RefusalPage>
  );
}
