import { useTranslation } from 'react-i18next';
import { SITE_LIMITS } from '../../shared/protocol/limits.ts';
import { Checkbox } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface RoomFieldProps {
  /** How many people one writes for, as typed; `null` for whoever writes for themself. */
  value: string | null;
  wrong: boolean;
  onChange: (value: string | null) => void;
}

/** Whether one person writes for a room of people who have no device of their own. */
export default function RoomField({ value, wrong, onChange }: RoomFieldProps) {
  const { t } = useTranslation('sites');
  return (
    <div className="join-room">
      <Checkbox label={t('join.label')} hint={t('join.hint')} checked={value !== null} onChange={(checked) => onChange(checked ? '' : null)} />
      {value !== null && (
        <TextField
          label={t('join.count')}
          error={wrong ? t('join.missing', { max: SITE_LIMITS.room }) : undefined}
          type="number"
          inputMode="numeric"
          min={1}
          max={SITE_LIMITS.room}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          required
        />
      )}
    </div>
  );
}
