import { RotateCcw, Undo2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { saveLinks, savedBoards, saveTitle } from '../session/device.ts';
import { boardPath } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { focusNow } from '../ui/focus.ts';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import { momentName, whenOf } from './moment-words.ts';

/** Called with what has been done, in words, and the snapshot by which it can be taken back. */
export type OnRestored = (words: string, before: string | null) => void;

interface RestoringProps {
  board: string;
  /** The facilitator's session. */
  token: string;
  moment: SnapshotInfo;
  onRestored: OnRestored;
}

type How = 'here' | 'new';

/** Restores a moment, on its board or as a board of its own; or takes such a restoring back. */
export function Restoring({ board, token, moment, onRestored }: RestoringProps) {
  const { t } = useTranslation('history');
  const [open, setOpen] = useState(false);
  return (
    <>
      {moment.cause === 'restore' && <TakeBack board={board} token={token} before={moment.id} onTakenBack={onRestored} />}
      <Button size="small" variant="primary" icon={<RotateCcw aria-hidden size={17} />} onClick={() => setOpen(true)}>
        {t('restore.open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('restore.title')}>
        <RestoreForm board={board} token={token} moment={moment} onRestored={onRestored} />
      </Dialog>
    </>
  );
}

interface TakeBackProps {
  board: string;
  token: string;
  /** The snapshot that was made before the restoring. */
  before: string;
  onTakenBack: OnRestored;
}

function TakeBack({ board, token, before, onTakenBack }: TakeBackProps) {
  const { t } = useTranslation('history');
  const request = useRequest();
  const takeBack = () =>
    request.run(async () => {
      await api.takeBack(board, before, token);
      announce(t('restore.takenBack'));
      onTakenBack(t('restore.takenBack'), null);
    });
  return (
    <>
      <Button size="small" icon={<Undo2 aria-hidden size={17} />} title={t('restore.takeBackHint')} aria-disabled={request.busy} onClick={takeBack}>
        {t('restore.takeBack')}
      </Button>
      <FailureLine failure={request.failure} />
    </>
  );
}

/** What has just been done to the board. */
export interface News {
  words: string;
  before: string | null;
}

/** Says what has just been done, and offers to take it back or to see it on the board. */
export function RestoredNews({ board, token, news, onTakenBack }: { board: string; token: string; news: News; onTakenBack: OnRestored }) {
  const { t } = useTranslation('history');
  return (
    <div className="history-news">
      <p ref={focusNow} tabIndex={-1}>
        {news.words}
      </p>
      {news.before !== null && <TakeBack board={board} token={token} before={news.before} onTakenBack={onTakenBack} />}
      <a className="button button-quiet button-small" href={boardPath(board)}>
        {t('restore.openBoard')}
      </a>
    </div>
  );
}

function RestoreForm({ board, token, moment, onRestored }: RestoringProps) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const when = whenOf(moment.savedAt, language);
  const [how, setHow] = useState<How>('here');
  const [title, setTitle] = useState(() => `${savedBoards()[board]?.title ?? ''} (${when})`.slice(0, TEXT_LIMITS.title));
  const [missing, setMissing] = useState(false);
  const request = useRequest();

  const here = async () => {
    const { before } = await api.restore(board, moment.id, token);
    announce(t('restore.doneHere'));
    onRestored(t('restore.doneHere'), before);
  };
  const asNew = async () => {
    const name = title.trim();
    const { board: made, links } = await api.copySnapshot(board, moment.id, name, token);
    saveLinks(made, links);
    saveTitle(made, name, savedBoards()[board]?.workshop ?? '');
    location.assign(`/?ready=${made}`);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = how === 'new' && emptyFields({ title }).length > 0;
    showErrors(event.currentTarget, () => setMissing(wrong));
    if (!wrong) void request.run(how === 'here' ? here : asNew);
  };

  return (
    <form className="history-restore" noValidate onSubmit={submit}>
      <p>{t('restore.what', { moment: `${momentName(moment, t)}, ${when}`, notes: t('notes', { count: moment.notes }) })}</p>
      <Choice
        legend={t('restore.how')}
        value={how}
        options={[
          { value: 'here', label: t('restore.here'), hint: t('restore.hereHint') },
          { value: 'new', label: t('restore.new'), hint: t('restore.newHint') },
        ]}
        onChange={setHow}
      />
      {how === 'new' && (
        <TextField
          label={t('restore.name')}
          error={missing ? t('restore.missing') : undefined}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={TEXT_LIMITS.title}
          autoComplete="off"
          required
        />
      )}
      <FailureLine failure={request.failure} />
      <Button type="submit" variant="primary" aria-disabled={request.busy}>
        {request.busy ? t('restore.busy') : t(how === 'here' ? 'restore.doHere' : 'restore.doNew')}
      </Button>
    </form>
  );
}
