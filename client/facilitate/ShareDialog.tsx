import { Presentation } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/protocol/roles.ts';
import { dropSession, savedBoards, saveRenewedLink, type LinkTerms } from '../session/device.ts';
import { boardLink, screenLink } from '../session/links.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LinkCard } from './LinkCard.tsx';
import { LinkTermsLine } from './LinkTermsLine.tsx';
import { RenewLink } from './RenewLink.tsx';
import { SHARED_ORDER } from './shared-order.ts';

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
  const { t } = useTranslation('screen');
  const [known, setKnown] = useState(() => savedBoards()[board]);

  const renewed = (role: Role, secret: string, terms: LinkTerms) => {
    saveRenewedLink(board, role, secret, terms);
    setKnown(savedBoards()[board]);
    if (role === 'facilitator') comeBack(board, secret, token);
  };

  return (
    <>
      <ul className="share-links">
        {SHARED_ORDER.map((role) => {
          const secret = known?.links[role];
          return (
            <li key={role}>
              <LinkCard role={role} link={secret ? boardLink(board, secret) : null}>
                {secret && <LinkTermsLine terms={known?.terms[role]} />}
                <RenewLink board={board} role={role} token={token} onRenewed={(next, terms) => renewed(role, next, terms)} />
              </LinkCard>
            </li>
          );
        })}
      </ul>
      {known?.links.viewer && known.links.participant && (
        <section className="link-card" aria-labelledby="share-screen">
          <header className="link-card-head">
            <Presentation aria-hidden size={20} />
            <h3 id="share-screen">{t('link.title')}</h3>
          </header>
          <p className="link-card-who">{t('link.who')}</p>
          <CopyField label={t('link.field')} value={screenLink(board, known.links.viewer, known.links.participant)} />
        </section>
      )}
    </>
  );
}

/** The new facilitator link puts its maker out too, whose session came by the old one: the page opens by the new one. */
function comeBack(board: string, secret: string, token: string): void {
  dropSession(board, token);
  history.replaceState(null, '', boardLink(board, secret));
  location.reload();
}
