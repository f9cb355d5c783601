import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { renameBoard } from '../../shared/stage/edit-structure.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { TextField } from '../ui/TextField.tsx';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { FormEnd } from './FormEnd.tsx';

/** The title of the board and the workshop it is for. */
export function BoardForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['structure', 'common']);
  const { stageDoc } = useSession();
  const { meta } = useStage();
  const [was] = useState({ title: meta?.title ?? '', workshop: meta?.workshop ?? '' });
  const [title, setTitle] = useState(was.title);
  const [workshop, setWorkshop] = useState(was.workshop);
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = emptyFields({ title }).length > 0;
    showErrors(event.currentTarget, () => setMissing(empty));
    if (empty) return;
    renameBoard(stageDoc, { ...(title !== was.title && { title }), ...(workshop !== was.workshop && { workshop }) });
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <TextField
        label={t('board.name')}
        error={missing ? t('missing', { ns: 'common' }) : undefined}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={TEXT_LIMITS.title}
        autoComplete="off"
        required
      />
      <TextField label={t('board.workshop')} value={workshop} onChange={(event) => setWorkshop(event.target.value)} maxLength={TEXT_LIMITS.workshop} autoComplete="off" />
      <FormEnd submit={t('save', { ns: 'common' })} onDone={onDone} />
    </form>
  );
}
