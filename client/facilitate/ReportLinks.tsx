import { Link2, Link2Off } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import type { ReportLinkInfo } from '../../shared/protocol/history.ts';
import { formatMoment } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { reportLink } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyField } from '../ui/CopyField.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { localZone } from '../ui/zone.ts';

interface ReportLinksProps {
  board: string;
  /** The facilitator's session. */
  token: string;
  snapshot: SnapshotInfo;
}

/** For how many days a link to a report may be good; `null` until it is revoked. */
const TERMS = { always: null, week: 7, month: 30, year: 365 } as const;

type Term = keyof typeof TERMS;

const DAY = 24 * 3_600_000;

/** Links that lead to one report and nothing else, to hand on: new ones, and those there are. */
export function ReportLinks(props: ReportLinksProps) {
  const { t } = useTranslation('report');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<Link2 aria-hidden size={16} />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('snapshots.share')}
      </Button>
      {open && <Links {...props} />}
    </>
  );
}

function Links({ board, token, snapshot }: ReportLinksProps) {
  const { t } = useTranslation('report');
  const [links, setLinks] = useState<readonly ReportLinkInfo[]>([]);
  const [made, setMade] = useState<string | null>(null);
  const [term, setTerm] = useState<Term>('always');
  const request = useRequest();
  const id = useId();
  useEffect(() => {
    let current = true;
    // That there are others is told where it can be; a new one can be made all the same.
    api.reportLinks(board, snapshot.id, token).then(
      (known) => current && setLinks(known),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [board, snapshot.id, token]);

  const make = async () => {
    const days = TERMS[term];
    const { secret, ...link } = await api.makeReportLink(board, snapshot.id, { expiresAt: days === null ? null : Date.now() + days * DAY }, token);
    setMade(reportLink(board, snapshot.id, secret));
    setLinks((all) => [...all, link]);
    announce(t('snapshots.shared'));
  };
  const revoke = async (link: ReportLinkInfo) => {
    await api.revokeReportLink(board, snapshot.id, link.id, token);
    setLinks((all) => all.map((one) => (one.id === link.id ? { ...one, revokedAt: Date.now() } : one)));
    announce(t('links.revoked'));
  };

  return (
    <div className="snapshot-link">
      <p className="snapshot-facts">{t('snapshots.shareHint')}</p>
      {made ? (
        <div ref={focusField}>
          <CopyField label={t('snapshots.shareField', { title: snapshot.title })} value={made} />
          <p className="snapshot-facts">{t('links.once')}</p>
        </div>
      ) : (
        <div className="snapshot-link-new">
          <div className="field">
            <label htmlFor={id}>{t('links.term')}</label>
            <select id={id} className="input" value={term} onChange={(event) => setTerm(event.target.value as Term)}>
              {(Object.keys(TERMS) as Term[]).map((one) => (
                <option key={one} value={one}>
                  {t(`links.terms.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <Button size="small" variant="primary" aria-disabled={request.busy} onClick={() => request.run(make)}>
            {t('links.make')}
          </Button>
        </div>
      )}
      <FailureLine failure={request.failure} />
      {links.length > 0 && (
        <ul className="snapshot-links" aria-label={t('links.list')}>
          {links.map((link) => (
            <LinkLine key={link.id} link={link} busy={request.busy} onRevoke={() => request.run(() => revoke(link))} />
          ))}
        </ul>
      )}
    </div>
  );
}

function LinkLine({ link, busy, onRevoke }: { link: ReportLinkInfo; busy: boolean; onRevoke: () => void }) {
  const { t } = useTranslation('report');
  const [language] = useLanguage();
  const [now] = useState(() => Date.now());
  const when = (time: number) => formatMoment(time, language, localZone());
  const { createdAt, expiresAt, revokedAt } = link;
  const over = expiresAt !== null && expiresAt <= now;
  const state = () => {
    if (revokedAt !== null) return t('links.isRevoked');
    if (expiresAt === null) return t('links.always');
    return t(over ? 'links.over' : 'links.until', { date: when(expiresAt) });
  };
  return (
    <li>
      <span>
        {t('links.made', { date: when(createdAt) })} {state()}
      </span>
      {revokedAt === null && !over && (
        <Button size="small" variant="danger" icon={<Link2Off aria-hidden size={16} />} aria-disabled={busy} onClick={onRevoke}>
          {t('links.revoke')}
          <span className="visually-hidden"> {t('links.made', { date: when(createdAt) })}</span>
        </Button>
      )}
    </li>
  );
}

/** The button has gone: the focus goes on to the link, which is thereby selected. */
function focusField(shown: HTMLElement | null): void {
  shown?.querySelector('input')?.focus();
}
