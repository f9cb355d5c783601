import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setCollectingUntil } from '../../shared/stage/collecting.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { FormEnd } from '../structure/FormEnd.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** For facilitators: opens the board for notes until a date. */
export function CollectingDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('collecting');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('lead')}>
      <CollectingForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CollectingForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('collecting');
  const { stageDoc, clock } = useSession();
  const { collectingUntil } = useStage();
  const [date, setDate] = useState(() => localDate(collectingUntil ?? clock.now() + WEEK));
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = new Date(date).getTime();
    if (!(until > clock.now())) return setWrong(true);
    setCollectingUntil(stageDoc, until);
    onDone();
  };
  return (
    <form className="structure-form" noValidate onSubmit={submit}>
      <TextField label={t('until')} type="datetime-local" error={wrong ? t('past') : undefined} value={date} onChange={(event) => setDate(event.target.value)} required data-first />
      <FormEnd submit={t('start')} onDone={onDone}>
        {collectingUntil !== null && (
          <Button
            onClick={() => {
              setCollectingUntil(stageDoc, null);
              announce(t('ended'));
              onDone();
            }}
          >
            {t('end')}
          </Button>
        )}
      </FormEnd>
    </form>
  );
}

const WEEK = 7 * 86_400_000;

/** A moment as a field of date and time wants it, in the reader's time. */
function localDate(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
