import { RotateCw } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/protocol/roles.ts';
import { api } from '../session/api.ts';
import type { LinkTerms } from '../session/device.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { focusNow } from '../ui/focus.ts';
import { useRequest } from '../ui/useRequest.ts';
import { showErrors } from '../ui/validate.ts';
import { expiryOf, NO_WISHES, wrongWishes } from './link-terms.ts';
import { LinkWishesFields } from './LinkWishesFields.tsx';

interface RenewLinkProps {
  board: string;
  role: Role;
  /** The facilitator's session. */
  token: string;
  onRenewed: (secret: string, terms: LinkTerms) => void;
}

/** Makes a new link for a role, after saying on the spot what becomes of the old one. */
export function RenewLink({ board, role, token, onRenewed }: RenewLinkProps) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'rest' | 'asking' | 'answered'>('rest');
  const [wishes, setWishes] = useState(NO_WISHES);
  const [wrong, setWrong] = useState<string[]>([]);
  const request = useRequest();

  const renew = async () => {
    const expiresAt = expiryOf(wishes, Date.now());
    const passphrase = wishes.passphrase.trim() || null;
    const { secret } = await api.renewLink(board, role, { expiresAt, passphrase }, token);
    setStage('answered');
    setWishes(NO_WISHES);
    announce(t(`share.renewed.${role}`));
    onRenewed(secret, { expiresAt, passphrase: passphrase !== null });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = wrongWishes(wishes, Date.now());
    showErrors(event.currentTarget, () => setWrong(found));
    if (found.length === 0) void request.run(renew);
  };

  return (
    <div className="renew-link">
      {stage === 'asking' ? (
        <form className="renew-link-ask" noValidate onSubmit={submit}>
          <p ref={focusNow} tabIndex={-1}>
            {t(role === 'facilitator' ? 'share.confirmOwn' : 'share.confirm')}
          </p>
          <LinkWishesFields role={role} wishes={wishes} wrong={wrong} onChange={setWishes} />
          <div className="renew-link-ways">
            <Button type="submit" size="small" variant="danger" aria-disabled={request.busy}>
              {t('share.confirmYes')}
            </Button>
            <Button size="small" onClick={() => setStage('answered')}>
              {t('cancel')}
            </Button>
          </div>
        </form>
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
