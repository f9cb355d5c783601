import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { useTitle } from '../ui/useTitle.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import './join.css';

interface PassphraseFormProps {
  role: Role;
  /** Goes on with what was typed; its refusals are shown here. */
  onGiven: (passphrase: string) => Promise<void>;
}

/** The screen before all others of a board whose link asks for a passphrase. */
export function PassphraseForm({ role, onGiven }: PassphraseFormProps) {
  const { t } = useTranslation(['join', 'common']);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const request = useRequest();
  useTitle(t('passphrase.pageTitle'));

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ passphrase }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (!empty) void request.run(() => onGiven(passphrase));
  };

  return (
    <Page>
      <form className="join" noValidate onSubmit={submit} aria-labelledby="passphrase-title">
        <header className="join-head">
          <h1 id="passphrase-title">{t('passphrase.title')}</h1>
          <p className="join-role">
            <b>{t(`as.${role}`)}.</b> {t('passphrase.lead')}
          </p>
        </header>
        <TextField
          label={t('passphrase.label')}
          hint={t('passphrase.hint')}
          error={missing ? t('common:missing') : undefined}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          maxLength={TEXT_LIMITS.passphrase}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          required
        />
        <FailureLine failure={request.failure} />
        <Button type="submit" variant="primary" className="join-submit" aria-disabled={request.busy}>
          {request.busy ? t('passphrase.busy') : t('passphrase.submit')}
        </Button>
      </form>
    </Page>
  );
}
