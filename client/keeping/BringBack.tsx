import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../session/api.ts';
import { findSession, savedBoards } from '../session/device.ts';
import { secretInAddress } from '../session/links.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';

/** Brings a deleted board back, for whoever facilitates it or opens it by the facilitators' link. */
export default function BringBack({ board }: { board: string }) {
  const { t } = useTranslation('keeping');
  const request = useRequest();
  const credential = findSession(board, 'facilitator')?.token ?? secretInAddress() ?? savedBoards()[board]?.links.facilitator;
  if (!credential) return null;
  const bringBack = () =>
    request.run(async () => {
      await api.bringBack(board, credential);
      location.reload();
    });
  return (
    <>
      <Button variant="primary" icon={<Undo2 aria-hidden size={18} />} aria-disabled={request.busy} onClick={bringBack}>
        {t('bringBack')}
      </Button>
      <FailureLine failure={request.failure} />
    </>
  );
}
