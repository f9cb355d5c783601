import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';
import { dropSession, saveLinks, savedBoards } from '../session/device.ts';
import { boardLink } from '../session/links.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { LinkCard } from './LinkCard.tsx';
import { RenewLink } from './RenewLink.tsx';

interface ShareDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  board: string;
  /** The facilitator's session. */
  token: string;
}

/** The three links of a board, as this device knows them, and how to make new ones. */
export function ShareDialog({ open, onOpenChange, board, token }: ShareDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('share.title')} description={t('share.description')}>
      <ShareLinks board={board} token={token} />
    </Dialog>
  );
}

/** Mounted as the dialog opens, so that it shows what the device knows then. */
function ShareLinks({ board, token }: { board: string; token: string }) {
  const [links, setLinks] = useState(() => savedBoards()[board]?.links ?? {});

  const renewed = (role: Role, secret: string) => {
    saveLinks(board, { [role]: secret });
    setLinks((known) => ({ ...known, [role]: secret }));
    if (role === 'facilitator') comeBack(board, secret);
  };

  return (
    <ul className="share-links">
      {ROLES.map((role) => {
        const secret = links[role];
        return (
          <li key={role}>
            <LinkCard role={role} link={secret ? boardLink(board, secret) : null}>
              <RenewLink board={board} role={role} token={token} onRenewed={(next) => renewed(role, next)} />
            </LinkCard>
          </li>
        );
      })}
    </ul>
  );
}

/** The new facilitator link puts its maker out too, whose session came by the old one: the page opens by the new one. */
function comeBack(board: string, secret: string): void {
  dropSession(board, 'facilitator');
  history.replaceState(null, '', boardLink(board, secret));
  location.reload();
}
