import { useTranslation } from 'react-i18next';
import { api } from '../session/api.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';

/** Asks a facilitator once more before the board becomes anonymous for good. */
export function MakeAnonymous({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation(['desk', 'common']);
  const { board, token } = useSession();
  const request = useRequest();
  const act = () =>
    request.run(async () => {
      await api.turnAnonymous(board, token);
      announce(t('anonymous.done'));
      onOpenChange(false);
    });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('anonymous.ask')} description={t('anonymous.askText')}>
      <FailureLine failure={request.failure} />
      <div className="dialog-actions">
        <Button data-first onClick={() => onOpenChange(false)}>
          {t('common:cancel')}
        </Button>
        <Button variant="danger" aria-disabled={request.busy} onClick={() => void act()}>
          {t('anonymous.yes')}
        </Button>
      </div>
    </Dialog>
  );
}
