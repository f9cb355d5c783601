import { CalendarPlus, Download, Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { useLanguage } from '../i18n/index.ts';
import { downloadBoard } from '../report/download.ts';
import { api } from '../session/api.ts';
import { useRole, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { focusNow } from '../ui/focus.ts';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { showErrors } from '../ui/validate.ts';
import { endOf } from './end.ts';
import { askAgain, useKeeping } from './useKeeping.ts';
import './keeping.css';

/** How long the board is kept; for facilitators also how to take it along whole, and how to delete it. */
export function KeepingDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('keeping');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <KeepingBody />
    </Dialog>
  );
}

function KeepingBody() {
  const { t } = useTranslation('keeping');
  const [language] = useLanguage();
  const { board, token } = useSession();
  const role = useRole();
  const [now] = useState(() => Date.now());
  const keeping = useKeeping(board, token);
  const { keptUntil = null, graceDays = 0 } = keeping ?? {};
  return (
    <div className="keeping">
      {keeping && <p>{keptUntil === null ? t('forever') : t('until', { date: endOf(keptUntil, now, language) })}</p>}
      {mayFacilitate(role) && keptUntil !== null && <LongerPart board={board} token={token} />}
      {mayFacilitate(role) && <ExportPart board={board} token={token} />}
      {mayFacilitate(role) && keeping && <DeletePart board={board} token={token} graceDays={graceDays} />}
    </div>
  );
}

/** Puts the end off without anybody having to change something for its own sake. */
function LongerPart({ board, token }: { board: string; token: string }) {
  const { t } = useTranslation('keeping');
  const [language] = useLanguage();
  const request = useRequest();
  const [now] = useState(() => Date.now());
  const [keptUntil, setKeptUntil] = useState<number | null>(null);
  const run = () =>
    request.run(async () => {
      setKeptUntil((await api.keepLonger(board, token)).keptUntil);
      askAgain();
    });
  return (
    <div className="keeping-longer">
      <Button icon={<CalendarPlus aria-hidden size={18} />} aria-disabled={request.busy} onClick={run}>
        {t('longer.do')}
      </Button>
      <p role="status">{keptUntil !== null && t('longer.done', { date: endOf(keptUntil, now, language) })}</p>
      <FailureLine failure={request.failure} />
    </div>
  );
}

function ExportPart({ board, token }: { board: string; token: string }) {
  const { t } = useTranslation('keeping');
  const request = useRequest();
  const run = () =>
    request.run(async () => {
      const file = await downloadBoard(board, token);
      announce(t('export.done', { file }));
    });
  return (
    <section className="keeping-part" aria-labelledby="keeping-export">
      <h3 id="keeping-export">{t('export.title')}</h3>
      <p>{t('export.what')}</p>
      <Button icon={<Download aria-hidden size={18} />} aria-disabled={request.busy} onClick={run}>
        {request.busy ? t('export.busy') : t('export.do')}
      </Button>
      <FailureLine failure={request.failure} />
    </section>
  );
}

function DeletePart({ board, token, graceDays }: { board: string; token: string; graceDays: number }) {
  const { t } = useTranslation('keeping');
  const { meta } = useStage();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const request = useRequest();
  const title = meta?.title ?? '';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const differs = typed.trim() !== title.trim();
    showErrors(event.currentTarget, () => setWrong(differs));
    if (!differs) void request.run(async () => void (await api.deleteBoard(board, typed, token)));
  };
  return (
    <section className="keeping-part keeping-delete" aria-labelledby="keeping-delete">
      <h3 id="keeping-delete">{t('delete.title')}</h3>
      <p>{graceDays > 0 ? t('delete.what', { count: graceDays }) : t('delete.atOnce')}</p>
      {asking ? (
        <form noValidate onSubmit={submit}>
          <p ref={focusNow} tabIndex={-1}>
            {t('delete.ask')} <strong dir="auto">{title}</strong>
          </p>
          <TextField
            label={t('delete.field')}
            error={wrong ? t('delete.wrong') : undefined}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <div className="keeping-ways">
            <Button type="submit" variant="danger" aria-disabled={request.busy}>
              {t('delete.yes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('delete.no')}</Button>
          </div>
          <FailureLine failure={request.failure} />
        </form>
      ) : (
        <Button variant="danger" icon={<Trash2 aria-hidden size={18} />} onClick={() => setAsking(true)}>
          {t('delete.open')}
        </Button>
      )}
    </section>
  );
}
