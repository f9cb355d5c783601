import { History as HistoryIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate, type Role } from '../../shared/protocol/roles.ts';
import { historyPath } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { SaveSnapshot } from './SaveSnapshot.tsx';
import { SnapshotItem } from './SnapshotItem.tsx';
import { useSnapshots } from './useSnapshots.ts';
import './facilitate.css';

interface SnapshotsProps {
  board: string;
  /** The reader's session. */
  token: string;
  role: Role;
  boardTitle: string;
}

interface SnapshotsDialogProps extends SnapshotsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The saved states of a board and their reports, for everyone; the facilitator saves new ones here. */
export function SnapshotsDialog({ open, onOpenChange, ...rest }: SnapshotsDialogProps) {
  const { t } = useTranslation('report');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('snapshots.title')} description={t('snapshots.description')}>
      <Snapshots {...rest} />
    </Dialog>
  );
}

/** Mounted as the dialog opens, so that the list is fetched anew each time. */
function Snapshots({ board, token, role, boardTitle }: SnapshotsProps) {
  const { t } = useTranslation(['report', 'common']);
  const { snapshots: all, failure, retry, add } = useSnapshots(board, token);
  const snapshots = all?.filter(({ cause }) => cause === 'saved');
  const facilitates = mayFacilitate(role);
  return (
    <>
      {facilitates && (
        <SaveSnapshot
          board={board}
          token={token}
          boardTitle={boardTitle}
          onSaved={(snapshot) => {
            add(snapshot);
            announce(t('snapshots.saved', { title: snapshot.title }));
          }}
        />
      )}
      <a className="button button-quiet snapshots-history" href={historyPath(board)}>
        <HistoryIcon aria-hidden size={18} />
        {t('snapshots.history')}
      </a>
      <FailureLine failure={failure} />
      {failure && <Button onClick={retry}>{t('common:retry')}</Button>}
      {!failure && !snapshots && <p className="snapshots-empty">{t('common:loading')}</p>}
      {snapshots?.length === 0 && (
        <p className="snapshots-empty">
          {t('snapshots.empty')} {facilitates && t('snapshots.emptyFacilitator')}
        </p>
      )}
      {snapshots && snapshots.length > 0 && (
        <ul className="snapshots-list" aria-label={t('snapshots.list')}>
          {snapshots.map((snapshot) => (
            <SnapshotItem key={snapshot.id} board={board} token={token} facilitates={facilitates} snapshot={snapshot} />
          ))}
        </ul>
      )}
    </>
  );
}
