import './screen.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNED_OUT, signOut } from '../board/enter.ts';
import { SessionContext, useConnection, useSession, useStage } from '../session/hooks.ts';
import { openSession, type Session, type SessionKey } from '../session/session.ts';
import { RefusalPage } from '../ui/Failure.tsx';
import { useOwnFont } from '../ui/font.ts';
import { BigScreen } from './BigScreen.tsx';

/** The big screen of an open board, for as long as the page shows it. */
export default function OpenScreen({ sessionKey }: { sessionKey: SessionKey }) {
  useOwnFont();
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    const opened = openSession(sessionKey, { screen: true });
    setSession(opened);
    return () => opened.close();
  }, [sessionKey]);
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <Screen />
    </SessionContext>
  );
}

function Screen() {
  const { t } = useTranslation('errors');
  const { t: tb } = useTranslation('board');
  const { t: tc } = useTranslation();
  const session = useSession();
  const connection = useConnection();
  const { meta } = useStage();
  const { state, refusal } = connection;
  useEffect(() => {
    if (state !== 'refused' || !refusal || !SIGNED_OUT.has(refusal)) return;
    session.close();
    void signOut(session.board, session, refusal);
  }, [state, refusal, session]);
  useEffect(() => {
    if (meta) document.title = `${meta.title} · ${tc('product')}`;
  }, [meta, tc]);
  if (state === 'refused') return <RefusalPage sentence={t(refusal ?? 'server-error')} />;
  if (!meta) return <p className="screen-waiting">{tb('opening')}</p>;
  return <BigScreen meta={meta} offline={state === 'offline'} />;
}
