import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LinkSecrets } from '../../shared/protocol/api.ts';
import { LinkCard } from '../facilitate/LinkCard.tsx';
import { SHARED_ORDER } from '../facilitate/shared-order.ts';
import { savedBoards } from '../session/device.ts';
import { boardLink } from '../session/links.ts';
import { focusNow } from '../ui/focus.ts';

/** A board that was just made: its three links, and the way in. */
export function BoardReady({ board, links }: { board: string; links: Partial<LinkSecrets> }) {
  const { t } = useTranslation('home');
  const saved = savedBoards()[board];

  return (
    <section className="home-ready">
      <div className="home-ready-words">
        <p className="home-ready-board">
          {saved?.title} · {saved?.workshop}
        </p>
        <h1 ref={focusNow} tabIndex={-1}>
          {t('ready.title')}
        </h1>
        <p>{t('ready.lead')}</p>
        <p className="home-ready-ways">
          {links.facilitator && (
            <a className="button button-primary" href={boardLink(board, links.facilitator)}>
              {t('ready.open')}
              <ArrowRight aria-hidden size={18} />
            </a>
          )}
          <Link className="button button-plain" href="/">
            {t('ready.another')}
          </Link>
        </p>
      </div>
      <ul className="home-ready-links">
        {SHARED_ORDER.map((role) => {
          const secret = links[role];
          return (
            secret && (
              <li key={role} className={`home-ready-${role}`}>
                <LinkCard role={role} link={boardLink(board, secret)} qrOpen={role === 'participant'} heading="h2" />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
