import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/protocol/roles.ts';
import { api } from '../session/api.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { focusNow } from '../ui/focus.ts';
import { useRequest } from '../ui/useRequest.ts';

interface RenewLinkProps {
  board: string;
  role: Role;
  /** The facilitator's session. */
  token: string;
  onRenewed: (secret: string) => void;
}

/** Makes a new link for a role, after saying on the spot what becomes of the old one. */
export function RenewLink({ board, role, token, onRenewed }: RenewLinkProps) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'rest' | 'asking' | 'answered'>('rest');
  const request = useRequest();

  const renew = async () => {
    const { secret } = await api.renewLink(board, role, token);
    setStage('answered');
    announce(t(`share.renewed.${role}`));
    onRenewed(secret);
  };

  return (
    <div className="renew-link">
      {stage === 'asking' ? (
        <div className="renew-link-ask">
          <p ref={focusNow} tabIndex={-1}>
            {t(role === 'facilitator' ? 'share.confirmOwn' : 'share.confirm')}
          </p>
          <div className="renew-link-ways">
            <Button size="small" variant="danger" onClick={() => request.run(renew)} aria-disabled={request.busy}>
              {t('share.confirmYes')}
            </Button>
            <Button size="small" onClick={() => setStage('answered')}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <Button
          ref={stage === 'answered' ? focusNow : undefined}
          size="small"
          icon={<RotateCw aria-hidden size={16} />}
          onClick={() => setStage('asking')}
        >
          {t('share.renew')}{' '}
          <span className="visually-hidden">{t(`share.renewFor.${role}`)}</span>
        </Button>
      )}
      <FailureLine failure={request.failure} />
    </div>
  );
}
