import { Camera } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { formatDay } from '../../shared/report/formats.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { localZone } from '../ui/zone.ts';

interface SaveSnapshotProps {
  board: string;
  /** The facilitator's session. */
  token: string;
  boardTitle: string;
  onSaved: (snapshot: SnapshotInfo) => void;
}

/** Saves the board as it is now, under a title that is proposed. */
export function SaveSnapshot({ board, token, boardTitle, onSaved }: SaveSnapshotProps) {
  const { t } = useTranslation(['report', 'common']);
  const [language] = useLanguage();
  const [title, setTitle] = useState(() => `${boardTitle}, ${formatDay(Date.now(), language, localZone())}`.slice(0, TEXT_LIMITS.title));
  const [remark, setRemark] = useState('');
  const [missing, setMissing] = useState(false);
  const request = useRequest();

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = emptyFields({ title }).length > 0;
    showErrors(event.currentTarget, () => setMissing(wrong));
    if (!wrong) void request.run(async () => onSaved(await api.saveSnapshot(board, { title: title.trim(), remark: remark.trim() }, token)));
  };

  return (
    <form className="snapshots-save" noValidate onSubmit={submit}>
      <TextField
        label={t('snapshots.field')}
        error={missing ? t('common:missing') : undefined}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={TEXT_LIMITS.title}
        autoComplete="off"
        required
      />
      <TextField
        label={t('snapshots.remark')}
        hint={t('snapshots.remarkHint')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        maxLength={TEXT_LIMITS.remark}
        autoComplete="off"
      />
      <FailureLine failure={request.failure} />
      <Button type="submit" variant="primary" icon={<Camera aria-hidden size={18} />} aria-disabled={request.busy}>
        {request.busy ? t('snapshots.saving') : t('snapshots.save')}
      </Button>
    </form>
  );
}
