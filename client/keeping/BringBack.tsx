import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grace } from '../../shared/protocol/history.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { findSession, savedBoards } from '../session/device.ts';
import { secretInAddress } from '../session/links.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { endOf } from './end.ts';

/**
 * What can become of a deleted board: for everybody who was on it or has its link, until when it can be
 * brought back; for who facilitates it, how.
 */
export default function BringBack({ board }: { board: string }) {
  const { t } = useTranslation('keeping');
  const [language] = useLanguage();
  const request = useRequest();
  const [now] = useState(() => Date.now());
  const [credential] = useState(() => credentialFor(board));
  const grace = useGrace(board, credential);
  if (!grace) return null;
  const { until, mayBringBack } = grace;
  const bringBack = () =>
    request.run(async () => {
      await api.bringBack(board, credential);
      location.reload();
    });
  return (
    <>
      {until !== null && <p>{t(mayBringBack ? 'grace.yours' : 'grace.theirs', { date: endOf(until, now, language) })}</p>}
      {mayBringBack && (
        <Button variant="primary" icon={<Undo2 aria-hidden size={18} />} aria-disabled={request.busy} onClick={bringBack}>
          {t('bringBack')}
        </Button>
      )}
      <FailureLine failure={request.failure} />
    </>
  );
}

/** The best this device can show the server: what it facilitates by, else whatever it came by; empty where there is nothing. */
function credentialFor(board: string): string {
  return findSession(board, 'facilitator')?.token ?? secretInAddress() ?? savedBoards()[board]?.links.facilitator ?? findSession(board)?.token ?? '';
}

/** `null` until it is known, and for who may not know. */
function useGrace(board: string, credential: string): Grace | null {
  const [grace, setGrace] = useState<Grace | null>(null);
  useEffect(() => {
    if (credential === '') return;
    let current = true;
    api.grace(board, credential).then(
      (answer) => current && setGrace(answer),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [board, credential]);
  return grace;
}
