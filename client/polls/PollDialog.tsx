import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { POLL_LIMITS } from '../../shared/protocol/limits.ts';
import { askPoll, choicesOf, endPoll, POLL_KINDS, type PollKind } from '../../shared/stage/polls.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { showErrors } from '../ui/validate.ts';
import { useAnswers } from './answers.ts';

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
  const before = useStage().poll;
  const answers = useAnswers(before?.id ?? '');
  const [kind, setKind] = useState<PollKind>('fist');
  const [question, setQuestion] = useState('');
  const [choices, setChoices] = useState('');
  const [wrong, setWrong] = useState(false);
  const lines = choicesOf(choices.split('\n'));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tooFew = kind === 'choice' && lines.length < 2;
    showErrors(event.currentTarget, () => setWrong(tooFew));
    if (tooFew) return;
    // What is still before everybody is put away with what was answered, not with nothing.
    if (before) endPoll(stageDoc, before.id, answers);
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
          error={wrong && lines.length < 2 ? t('dialog.tooFew') : undefined}
          value={choices}
          onChange={(event) => setChoices(event.target.value)}
          rows={4}
        />
      )}
      <FormEnd submit={t('dialog.ask')} onDone={onDone} />
    </form>
  );
}
