import { CloudCheck, CloudOff, CloudUpload, Eye, RefreshCw, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, useSession } from '../session/hooks.ts';
import { useMayVote } from '../votes/hooks.ts';

/** A change is on disk within moments; only what takes longer is worth a word. */
const PATIENCE_MS = 800;

/** How the page stands with the server: saved, how many changes wait, offline, or that one only reads. */
export function ConnectionPill() {
  const { t } = useTranslation('board');
  const session = useSession();
  const { state, saved, waiting } = useConnection();
  const mayVote = useMayVote();
  const slow = useLonger(state === 'connected' && !saved, PATIENCE_MS);

  if (state === 'offline') {
    return <Pill Icon={CloudOff} tone="offline" text={waiting > 0 ? t('connection.waiting', { count: waiting }) : t('connection.offline')} />;
  }
  if (state !== 'connected') return <Pill Icon={RefreshCw} tone="busy" text={t('connection.connecting')} />;
  // Votes are saved as notes are; so are changes made before the board was closed to them.
  if (!session.mayEdit() && !mayVote && !slow) return <Pill Icon={Eye} tone="busy" text={t('readOnly')} />;
  if (slow) return <Pill Icon={CloudUpload} tone="busy" text={waiting > 0 ? t('connection.waiting', { count: waiting }) : t('connection.saving')} />;
  return <Pill Icon={CloudCheck} tone="quiet" text={t('connection.saved')} />;
}

function Pill({ Icon, tone, text }: { Icon: LucideIcon; tone: 'offline' | 'busy' | 'quiet'; text: string }) {
  return (
    <span className={`board-pill board-pill-${tone}`} title={text}>
      <Icon aria-hidden size={17} />
      <span>{text}</span>
    </span>
  );
}

/** Whether something has been so for longer than a while. */
function useLonger(is: boolean, milliseconds: number): boolean {
  const [longer, setLonger] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLonger(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLonger(false);
    };
  }, [is, milliseconds]);
  return longer;
}
