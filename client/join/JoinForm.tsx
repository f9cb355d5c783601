import { lazy, Suspense, useState, type ComponentType, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinedSession, OpenedLink } from '../../shared/protocol/api.ts';
import { SITE_LIMITS, TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { loadScreen, useLanguage } from '../i18n/index.ts';
import { api } from '../session/api.ts';
import { rememberedMe, savedBoards, saveMe } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { Page } from '../ui/Page.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useRequest } from '../ui/useRequest.ts';
import { useTitle } from '../ui/useTitle.ts';
import { emptyFields, showErrors } from '../ui/validate.ts';
import type { RoomFieldProps } from './RoomField.tsx';
import { SiteField } from './SiteField.tsx';
import './join.css';

/** Comes when somebody begins to fill the form in; without it, one joins for oneself. */
const RoomField = lazy<ComponentType<RoomFieldProps>>(() => loadScreen(() => import('./RoomField.tsx')).catch(() => ({ default: Nothing })));

function Nothing(_props: RoomFieldProps) {
  return null;
}

interface JoinFormProps {
  board: string;
  /** The link that was opened. */
  link: { secret: string; passphrase?: string };
  /** Where that link leads. */
  opened: OpenedLink;
  /** Called when somebody begins to fill the form in. */
  onBegin: () => void;
  /** Called once, with the session to keep. */
  onJoined: (session: JoinedSession) => void;
}

/** The whole screen between a link and the board: who one is, and from where. Viewers never see it. */
export function JoinForm({ board, link, opened, onBegin, onJoined }: JoinFormProps) {
  const { t } = useTranslation(['join', 'common']);
  const [language] = useLanguage();
  const [me, setMe] = useState(rememberedMe);
  /** How many people one writes for; `null` for whoever writes for themself. */
  const [room, setRoom] = useState<string | null>(null);
  const [begun, setBegun] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const request = useRequest();
  const error = (field: string) => (wrong.includes(field) ? t('common:missing') : undefined);
  useTitle(t('pageTitle', { title: opened.title }));

  const join = async () => {
    const trimmed = { name: me.name.trim(), site: me.site.trim() };
    const previous = savedBoards()[board]?.previous;
    const session = await api.join(board, { ...link, language, ...trimmed, ...(room !== null && { room: Number(room) }), ...(previous && { previous }) });
    saveMe(trimmed);
    onJoined(session);
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const roomIsOdd = room !== null && !(Number.isInteger(Number(room)) && Number(room) >= 1 && Number(room) <= SITE_LIMITS.room);
    const empty = [...emptyFields({ name: me.name, site: me.site }), ...(roomIsOdd ? ['room'] : [])];
    showErrors(event.currentTarget, () => setWrong(empty));
    if (empty.length === 0) void request.run(join);
  };

  return (
    <Page>
      <form className="join" noValidate onSubmit={submit} aria-labelledby="join-title">
        <header className="join-head">
          <p className="join-workshop">{opened.workshop}</p>
          <h1 id="join-title">{opened.title}</h1>
          <p className="join-role">
            <b>{t(`as.${opened.role}`)}.</b> {t(`allows.${opened.role}`)}
          </p>
        </header>
        {opened.anonymous && <p className="join-anonymous">{t('anonymous')}</p>}
        <TextField
          label={t('name')}
          hint={t(opened.anonymous ? 'nameHintAnonymous' : 'nameHint')}
          error={error('name')}
          value={me.name}
          onFocus={() => {
            setBegun(true);
            onBegin();
          }}
          onChange={(event) => setMe({ ...me, name: event.target.value })}
          maxLength={TEXT_LIMITS.name}
          autoComplete="name"
          autoCapitalize="words"
          enterKeyHint="next"
          required
        />
        <SiteField value={me.site} sites={opened.sites} error={error('site')} onChange={(site) => setMe({ ...me, site })} />
        {opened.role === 'participant' && begun && (
          <Suspense fallback={null}>
            <RoomField value={room} wrong={wrong.includes('room')} onChange={setRoom} />
          </Suspense>
        )}
        <FailureLine failure={request.failure} />
        <Button type="submit" variant="primary" className="join-submit" aria-disabled={request.busy}>
          {request.busy ? t('busy') : t('submit')}
        </Button>
        <p className="join-device">{t('device')}</p>
      </form>
    </Page>
  );
}
