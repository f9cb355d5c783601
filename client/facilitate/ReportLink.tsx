import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { api } from '../session/api.ts';
import { reportLink } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';

interface ReportLinkProps {
  board: string;
  /** The facilitator's session. */
  token: string;
  snapshot: SnapshotInfo;
}

/** Makes a link that leads to one report and nothing else, to hand on. */
export function ReportLink({ board, token, snapshot }: ReportLinkProps) {
  const { t } = useTranslation('report');
  const [link, setLink] = useState<string | null>(null);
  const request = useRequest();

  const make = async () => {
    const { secret } = await api.makeReportLink(board, snapshot.id, {}, token);
    setLink(reportLink(board, snapshot.id, secret));
    announce(t('snapshots.shared'));
  };

  return (
    <>
      {!link && (
        <Button
          size="small"
          icon={<Link2 aria-hidden size={16} />}
          onClick={() => request.run(make)}
          aria-disabled={request.busy}
        >
          {t('snapshots.share')}
        </Button>
      )}
      {link && (
        <div className="snapshot-link" ref={focusField}>
          <p className="snapshot-facts">{t('snapshots.shareHint')}</p>
          <CopyField label={t('snapshots.shareField', { title: snapshot.title })} value={link} />
        </div>
      )}
      <FailureLine failure={request.failure} />
    </>
  );
}

/** The button has gone: the focus goes on to the link, which is thereby selected. */
function focusField(shown: HTMLElement | null): void {
  shown?.querySelector('input')?.focus();
}
