import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSPHRASE_MIN, TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { TextField } from '../ui/TextField.tsx';
import { localMoment, UNTILS, type LinkWishes } from './link-terms.ts';

interface LinkWishesFieldsProps {
  role: Role;
  wishes: LinkWishes;
  /** The fields that are not right. */
  wrong: readonly string[];
  onChange: (wishes: LinkWishes) => void;
}

/** How long a new link is to be good, and what it is to ask for. */
export function LinkWishesFields({ role, wishes, wrong, onChange }: LinkWishesFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [now] = useState(() => Date.now());
  return (
    <div className="link-wishes">
      <div className="field">
        <label htmlFor={id}>{t('share.until')}</label>
        <select
          id={id}
          className="input"
          value={wishes.until}
          onChange={(event) => onChange({ ...wishes, until: event.target.value as LinkWishes['until'] })}
        >
          {UNTILS.map((until) => (
            <option key={until} value={until}>
              {t(`share.untils.${until}`)}
            </option>
          ))}
        </select>
      </div>
      {wishes.until === 'date' && (
        <TextField
          type="datetime-local"
          label={t('share.date')}
          error={wrong.includes('date') ? t('share.dateWrong') : undefined}
          min={localMoment(now)}
          value={wishes.date}
          onChange={(event) => onChange({ ...wishes, date: event.target.value })}
          required
        />
      )}
      {role === 'facilitator' && wishes.until !== 'never' && <p>{t('share.lastFacilitator')}</p>}
      <TextField
        label={t('share.passphrase')}
        hint={t('share.passphraseHint')}
        error={wrong.includes('passphrase') ? t('share.passphraseShort', { min: PASSPHRASE_MIN }) : undefined}
        value={wishes.passphrase}
        onChange={(event) => onChange({ ...wishes, passphrase: event.target.value })}
        maxLength={TEXT_LIMITS.passphrase}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
    </div>
  );
}
