import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnsView } from '../columns/ColumnsView.tsx';
import { BreakoutBar } from '../breakout/BreakoutBar.tsx';
import { CollectingBar } from '../collecting/CollectingBar.tsx';
import { DeskBar } from '../desk/DeskBar.tsx';
import { FindingProvider } from '../finding/FindingProvider.tsx';
import { FindPanel } from '../finding/FindPanel.tsx';
import BringBack from '../keeping/BringBack.tsx';
import { KeepingBanner } from '../keeping/KeepingBanner.tsx';
import { useTypingOn } from '../keys/typing-on.ts';
import { useNews } from '../news/useNews.ts';
import { NoteDetails } from '../note/NoteDetails.tsx';
import { OpenNoteContext } from '../note/open-note.ts';
import { useOpenedNote } from '../note/useOpenedNote.ts';
import { saveSession, saveTitle, savedBoards } from '../session/device.ts';
import { keepClientOnDevice } from '../offline/register.ts';
import { SessionContext, useConnection, useRole, useSession, useStage } from '../session/hooks.ts';
import { openSession, type Session, type SessionKey } from '../session/session.ts';
import { announce } from '../ui/announce.tsx';
import { RemovalNotice } from '../structure/RemovalNotice.tsx';
import { StructureProvider } from '../structure/StructureProvider.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useOwnFont } from '../ui/font.ts';
import { Crashed, FailureBoundary, RefusalPage } from '../ui/Failure.tsx';
import { part } from '../ui/part.tsx';
import { useMayVote } from '../votes/hooks.ts';
import { SkipLink } from '../ui/SkipLink.tsx';
import './board.css';
import { BoardHeader } from './BoardHeader.tsx';
import { SIGNED_OUT, signOut } from './enter.ts';
import { useView } from './view.ts';
import { UnreadableBanner } from './UnreadableBanner.tsx';

const CanvasView = part(() => import('../canvas/CanvasView.tsx'));

/** An open board for one person, for as long as the page shows it. */
export default function OpenBoard({ sessionKey }: { sessionKey: SessionKey }) {
  const { t } = useTranslation();
  useOwnFont();
  const [session, setSession] = useState<Session | null>(null);
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    const opened = openSession(sessionKey);
    setSession(opened);
    return () => opened.close();
  }, [sessionKey]);
  useEffect(keepClientOnDevice, []);
  useEffect(() => {
    // Another tab has taken the board off this device; its copy goes once this one lets go of it.
    const onStorage = () => {
      if (!session || savedBoards()[session.board]) return;
      session.close();
      setForgotten(true);
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [session]);
  if (forgotten) return <RefusalPage sentence={t('forget.done')} />;
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <FindingProvider>
        <StructureProvider>
          <Board />
        </StructureProvider>
      </FindingProvider>
    </SessionContext>
  );
}

function Board() {
  const { t } = useTranslation('board');
  const { t: te } = useTranslation('errors');
  const { t: tc } = useTranslation();
  const session = useSession();
  const connection = useConnection();
  const stage = useStage();
  const [view, setView] = useView();
  useEffect(() => {
    // Its code comes while the documents do.
    if (view === 'canvas') CanvasView.foresee();
  }, [view]);

  const details = useOpenedNote();

  useConnectionNews();
  useNews();
  useTypingOn();
  const { title, workshop } = stage.meta ?? {};
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${tc('product')}`;
  }, [title, tc]);
  useEffect(() => {
    // A facilitator may have renamed it.
    if (title !== undefined && workshop !== undefined) saveTitle(session.board, title, workshop);
  }, [title, workshop, session.board]);
  useEffect(() => {
    const { state, refusal } = connection;
    if (state !== 'refused' || !refusal || !SIGNED_OUT.has(refusal)) return;
    session.close();
    void signOut(session.board, session, refusal);
  }, [connection, session]);
  const mayVote = useMayVote();
  const roleNews = useRoleNews();

  if (connection.state === 'refused') {
    return (
      <RefusalPage sentence={te(connection.refusal ?? 'server-error')}>
        {connection.refusal === 'deleted-board' && <BringBack board={session.board} />}
      </RefusalPage>
    );
  }

  return (
    <OpenNoteContext value={details.open}>
      <div className="board" data-view={view}>
        <SkipLink />
        <BoardHeader view={view} onView={setView} />
        <section className="board-notices" aria-label={t('notices')}>
          {connection.state === 'offline' && (
            <p className="board-banner" role="status">
              {connection.refusal === 'not-saved' ? te('not-saved') : t(`connection.${session.mayEdit() ? 'lost' : mayVote ? 'lostVoting' : 'lostReading'}`)}
            </p>
          )}
          {roleNews}
          <KeepingBanner />
          <RemovalNotice />
          {stage.collectingUntil !== null && stage.agenda.current === null && <CollectingBar until={stage.collectingUntil} />}
          <BreakoutBar />
          <DeskBar />
          {stage.locked && session.role === 'participant' && (
            <p className="board-banner" role="status">
              {t('isLocked')}
            </p>
          )}
          {session.isNewer() && <p className="board-banner">{t('newer')}</p>}
          <UnreadableBanner />
        </section>
        <div className="board-room">
          <main id="content" className="board-main" tabIndex={-1}>
            <FailureBoundary key={view} fallback={<Crashed />}>
              {stage.meta === null ? (
                <p className="board-waiting" role="status">
                  {t('opening')}
                </p>
              ) : view === 'canvas' ? (
                // A device that has never shown the canvas may not have it while it is offline.
                <CanvasView waiting={<p className="board-waiting">{tc('loading')}</p>} missing={<CanvasMissing />} />
              ) : (
                <ColumnsView />
              )}
            </FailureBoundary>
          </main>
          <FindPanel />
        </div>
        {details.shown && (
          <FailureBoundary key={details.shown.id} fallback={<Crashed />}>
            <NoteDetails shown={details.shown} onClose={details.close} />
          </FailureBoundary>
        )}
      </div>
    </OpenNoteContext>
  );
}

function CanvasMissing() {
  const { t } = useTranslation('board');
  const { t: tc } = useTranslation();
  return (
    <div className="notice" role="alert">
      <p>{t('canvasMissing')}</p>
      <Button onClick={() => location.reload()}>{tc('reload')}</Button>
    </div>
  );
}

/**
 * Tells this person, in a line and aloud, that a facilitator has given them another role, and
 * remembers it on this device. What they may do changes with it: whoever calls this is built anew.
 */
function useRoleNews() {
  const { t } = useTranslation('board');
  const { t: tc } = useTranslation();
  const session = useSession();
  const role = useRole();
  const [known, setKnown] = useState(role);
  const [shown, setShown] = useState(false);
  const pretended = useRef(false);
  useEffect(() => {
    if (role === known) return;
    setKnown(role);
    pretended.current ||= session.pretends();
    if (pretended.current) {
      // Whoever only looks as a participant has no other role.
      pretended.current = session.pretends();
      return;
    }
    setShown(true);
    saveSession(session.board, { token: session.token, role, participant: session.participant });
    announce(t(role === 'facilitator' ? 'people.nowFacilitator' : 'people.nowParticipant'));
  }, [role, known, session, t]);
  if (!shown) return null;
  return (
    <div className="board-banner board-news">
      <p>{t(role === 'facilitator' ? 'people.nowFacilitator' : 'people.nowParticipant')}</p>
      <IconButton label={tc('close')} onClick={() => setShown(false)}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  );
}

/** Tells a screen reader when the connection goes and when it is back. */
function useConnectionNews() {
  const { t } = useTranslation('board');
  const { state } = useConnection();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (state === 'offline') setLost(true);
    if (state === 'connected' && lost) {
      setLost(false);
      announce(t('connection.back'));
    }
  }, [state, lost, t]);
}
