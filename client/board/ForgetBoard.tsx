import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../shared/protocol/roles.ts';
import { savedBoards } from '../session/device.ts';
import { forgetBoard, unsentOf } from '../session/forget.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

interface ForgetBoardProps {
  board: string;
  /** How many changes made here have not reached the server; left out, what this device remembers. */
  unsent?: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called before anything is deleted, to let go of it. */
  onForget?: () => void;
  onForgotten: () => void;
}

/** Asks before a board is taken off this device, and says what would be lost with it. */
export function ForgetBoard({ board, unsent = unsentOf(board), open, onOpenChange, onForget, onForgotten }: ForgetBoardProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const saved = savedBoards()[board];
  const links = ROLES.filter((role) => saved?.links[role]);
  const forget = async () => {
    setBusy(true);
    onForget?.();
    await forgetBoard(board);
    onForgotten();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('forget.title')} description={t('forget.what')}>
      <div className="forget">
        {unsent > 0 && <p className="forget-lost">{t('forget.unsent', { count: unsent })}</p>}
        {unsent === 0 && <p>{t('forget.allSent')}</p>}
        {links.length > 0 && (
          <p className="forget-lost">{t('forget.links', { count: links.length, links: links.map((role) => t(`links.${role}.title`)).join(', ') })}</p>
        )}
        <div className="forget-acts">
          <Button variant="danger" disabled={busy} onClick={forget}>
            {t('forget.yes')}
          </Button>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
