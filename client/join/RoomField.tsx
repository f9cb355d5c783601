import { useTranslation } from 'react-i18next';
import { SITE_LIMITS } from '../../shared/protocol/limits.ts';
import { Checkbox } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';

interface RoomFieldProps {
  /** How many people one writes for, as typed; `null` for whoever writes for themself. */
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

/** Whether one person writes for a room of people who have no device of their own. */
export function RoomField({ value, error, onChange }: RoomFieldProps) {
  const { t } = useTranslation('join');
  return (
    <div className="join-room">
      <Checkbox label={t('room.label')} hint={t('room.hint')} checked={value !== null} onChange={(checked) => onChange(checked ? '' : null)} />
      {value !== null && (
        <TextField
          label={t('room.count')}
          error={error}
          type="number"
          inputMode="numeric"
          min={1}
          max={SITE_LIMITS.headcount}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          required
        />
      )}
    </div>
  );
}
