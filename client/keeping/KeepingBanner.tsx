import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useLanguage } from '../i18n/index.ts';
import { useConnection, useRole, useSession } from '../session/hooks.ts';
import { Bar } from '../ui/Bar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { KeepingDialog } from './KeepingDialog.tsx';
import { endOf } from './end.ts';
import { askAgain, useKeeping } from './useKeeping.ts';

/** From how many milliseconds before its end on everybody is told. */
const SOON = 14 * 24 * 3_600_000;

/** How soon after a change it is asked what has become of the end, and how often at most while changes go on, in milliseconds. */
const FIRST_ASKED = 2_000;
const ASKED_EVERY = 60_000;

/** Tells everybody on a board that its time is nearly over, and facilitators what they can do about it. */
export function KeepingBanner() {
  const { t } = useTranslation(['keeping', 'common']);
  const [language] = useLanguage();
  const { board, token } = useSession();
  const role = useRole();
  const [now] = useState(() => Date.now());
  const [closed, setClosed] = useState(false);
  const [open, setOpen] = useState(false);
  const keptUntil = useKeeping(board, token)?.keptUntil ?? null;
  const shown = keptUntil !== null && keptUntil - now <= SOON && !closed;
  useAskWhenChanged(shown);
  return (
    <>
      {shown && (
        <Bar className="board-banner board-news keeping-banner">
          <p role="status">{t('soon', { date: endOf(keptUntil, now, language) })}</p>
          {mayFacilitate(role) && (
            <Button size="small" onClick={() => setOpen(true)}>
              {t('ways')}
            </Button>
          )}
          <IconButton label={t('common:close')} onClick={() => setClosed(true)}>
            <X aria-hidden size={18} />
          </IconButton>
        </Bar>
      )}
      <KeepingDialog open={open} onOpenChange={setOpen} />
    </>
  );
}

/** Any change makes the board stay longer: whoever is told of its end is told so when it is put off. */
function useAskWhenChanged(shown: boolean): void {
  const { boardDoc, stageDoc } = useSession();
  // Until then it is what was there already that comes in.
  const isConnected = useConnection().state === 'connected';
  useEffect(() => {
    if (!shown || !isConnected) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let earliest = 0;
    const onChange = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        earliest = Date.now() + ASKED_EVERY;
        askAgain();
      }, Math.max(FIRST_ASKED, earliest - Date.now()));
    };
    for (const doc of [boardDoc, stageDoc]) doc.on('update', onChange);
    return () => {
      clearTimeout(timer);
      for (const doc of [boardDoc, stageDoc]) doc.off('update', onChange);
    };
  }, [shown, isConnected, boardDoc, stageDoc]);
}
