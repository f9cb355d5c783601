import { Eye, KeyRound, LockKeyhole, UsersRound } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/protocol/roles.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { QrCode } from './QrCode.tsx';
import './facilitate.css';

const ICONS = { facilitator: KeyRound, participant: UsersRound, viewer: Eye } satisfies Record<Role, unknown>;

interface LinkCardProps {
  role: Role;
  /** The whole address; `null` where this device does not know it. */
  link: string | null;
  /** Whether the QR code is unfolded from the beginning. */
  qrOpen?: boolean;
  /** The level below the heading of the screen. */
  heading?: 'h2' | 'h3';
  /** What can be done with the link beside copying it. */
  children?: ReactNode;
}

/** One role's link to a board: who gets it, what it allows, and the link itself to copy or to scan. */
export function LinkCard({ role, link, qrOpen = false, heading: Heading = 'h3', children }: LinkCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const Icon = ICONS[role];
  return (
    <article className={`link-card link-card-${role}`} aria-labelledby={id}>
      <header className="link-card-head">
        <Icon aria-hidden size={20} />
        <Heading id={id}>{t(`links.${role}.title`)}</Heading>
        {role === 'facilitator' && (
          <span className="link-card-secret">
            <LockKeyhole aria-hidden size={14} />
            {t('links.secret')}
          </span>
        )}
      </header>
      <p className="link-card-who">{t(`links.${role}.who`)}</p>
      {link ? (
        <>
          <CopyField label={t(`links.${role}.field`)} value={link} />
          {isLoopback() && <p className="link-card-local">{t('links.local')}</p>}
          <QrCode label={t(`links.${role}.qr`)} value={link} open={qrOpen} />
        </>
      ) : (
        <p className="link-card-none">{t('share.none')}</p>
      )}
      {children}
    </article>
  );
}

/** Whether this page's address leads nowhere from any other device. */
function isLoopback(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
