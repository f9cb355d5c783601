import './desk.css';
import { Eye, LockKeyhole } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentStep } from '../../shared/stage/agenda.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useLanguage } from '../i18n/index.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Bar } from '../ui/Bar.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { theBoard } from '../ui/focus.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useDeskNotes } from './hooks.ts';
import { useReveal } from './useReveal.ts';

/**
 * Over both views while people write privately, and for as long as private notes wait: what holds,
 * how many there are, and the way to show them.
 */
export function DeskBar() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const role = useRole();
  const stage = useStage();
  const own = useDeskNotes();
  const isPrivate = currentStep(stage.agenda)?.allowed.notes === 'desk';
  const leads = mayFacilitate(role);
  const waiting = Object.values(stage.desks.waiting).reduce((sum, count) => sum + count, 0);
  useEffect(() => session.onKept((count) => announce(t('kept', { count }))), [session, t]);

  const writes = isPrivate && session.participant !== null;
  if (!isPrivate && own.length === 0 && !(leads && waiting > 0)) return null;
  return (
    <Bar className="desk-bar" label={t('label')}>
      <LockKeyhole aria-hidden size={18} />
      <p className="desk-bar-words">
        {isPrivate && <strong>{t(writes ? 'now' : 'nowReading')}</strong>}
        {own.length > 0 && <span> {t(isPrivate ? 'own' : 'ownWaiting', { count: own.length })}</span>}
        {leads && <WaitingBySite />}
      </p>
      <RevealFailure />
      {!isPrivate && own.length > 0 && session.mayEditBoard() && <RevealOwn notes={own} />}
      {leads && <RevealAll count={waiting} early={isPrivate} />}
    </Bar>
  );
}

/** How many notes wait, site by site; nothing of whose they are. */
function WaitingBySite() {
  const { t } = useTranslation('desk');
  const [language] = useLanguage();
  const { desks, sites } = useStage();
  const counts = Object.entries(desks.waiting).map(([site, count]) => ({ name: sites.get(site)?.name ?? '', count }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(counts.map(({ name, count }) => t('site', { name, number: count })));
  return (
    <span className="desk-bar-sites">
      {' '}
      {t('waiting', { count: total })}
      {total > 0 && ` (${list})`}
    </span>
  );
}

function RevealFailure() {
  const { failure } = useReveal();
  return <FailureLine failure={failure} />;
}

function RevealOwn({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation('desk');
  const { reveal, busy } = useReveal();
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, theBoard);
  return (
    <Button ref={button} size="small" icon={<Eye aria-hidden size={17} />} aria-disabled={busy} onClick={() => void reveal({ notes })}>
      {t('show.own', { count: notes.length })}
    </Button>
  );
}

/** The facilitator's way to show everybody's notes: asked once more, since it cannot be taken back. */
function RevealAll({ count, early }: { count: number; early: boolean }) {
  const { t } = useTranslation(['desk', 'common']);
  const [open, setOpen] = useState(false);
  const { reveal, busy, failure, forget } = useReveal();
  const act = async () => {
    if (await reveal({ all: true })) setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        variant="primary"
        icon={<Eye aria-hidden size={17} />}
        onClick={() => {
          forget();
          setOpen(true);
        }}
      >
        {t('show.all')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('ask.title', { count })} description={t(early ? 'ask.early' : 'ask.description')}>
        <FailureLine failure={failure} />
        <div className="dialog-actions">
          <Button onClick={() => setOpen(false)}>{t('common:cancel')}</Button>
          <Button variant="primary" data-first icon={<Eye aria-hidden size={18} />} aria-disabled={busy} onClick={() => void act()}>
            {t('ask.yes')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
