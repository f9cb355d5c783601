import { CloudOff, Eye, RefreshCw, Wifi } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnection, useSession } from '../session/hooks.ts';

/** How the page stands with the server, and whether one may write. */
export function ConnectionPill() {
  const { t } = useTranslation('board');
  const session = useSession();
  const { state } = useConnection();
  if (state === 'offline') {
    return (
      <span className="board-pill board-pill-offline" title={t('connection.offline')}>
        <CloudOff aria-hidden size={16} />
        <span>{t('connection.offlineShort')}</span>
      </span>
    );
  }
  if (state !== 'connected') {
    return (
      <span className="board-pill">
        <RefreshCw aria-hidden size={16} />
        <span>{t('connection.connecting')}</span>
      </span>
    );
  }
  if (!session.mayEdit()) {
    return (
      <span className="board-pill">
        <Eye aria-hidden size={16} />
        <span>{t('readOnly')}</span>
      </span>
    );
  }
  return (
    <span className="board-pill board-pill-quiet" title={t('connection.connected')}>
      <Wifi aria-hidden size={16} />
      <span className="visually-hidden">{t('connection.connected')}</span>
    </span>
  );
}
