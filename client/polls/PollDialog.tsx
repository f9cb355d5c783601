import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../shared/protocol/limits.ts';
import { askPoll, POLL_KINDS, type PollKind } from '../../shared/stage/polls.ts';
import { useSession } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';

/** For facilitators: asks everybody one thing, answered as by a show of hands. */
export function PollDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('polls');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('dialog.title')} description={t('dialog.lead')}>
      <PollForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function PollForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('polls');
  const { stageDoc } = useSession();
  const [kind, setKind] = useState<PollKind>('fist');
  const [question, setQuestion] = useState('');
  const [choices, setChoices] = useState('');
  const lines = choices.split('\n').filter((line) => line.trim());
  const tooFew = kind === 'choice' && lines.length < 2;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (tooFew) {
      event.currentTarget.querySelector('textarea')?.focus();
      return;
    }
    askPoll(stageDoc, { kind, question, choices: lines });
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <Choice
        legend={t('dialog.kind')}
        value={kind}
        options={POLL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`hints.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('dialog.question')}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        maxLength={POLL_LIMITS.question}
        autoComplete="off"
        data-first
      />
      {kind === 'choice' && (
        <TextArea
          label={t('dialog.choices')}
          hint={t('dialog.choicesHint', { count: POLL_LIMITS.options })}
          value={choices}
          onChange={(event) => setChoices(event.target.value)}
          rows={4}
        />
      )}
      <FormEnd submit={t('dialog.ask')} onDone={onDone} />
    </form>
  );
}
