import { ArrowLeft, ChevronDown, ChevronUp, ExternalLink, GitCompareArrows, ListTree, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { NOW } from '../../shared/protocol/history.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import '../board/board.css';
import { useView, type View } from '../board/view.ts';
import { ViewChoice } from '../board/ViewChoice.tsx';
import { useMediaQuery } from '../columns/useMediaQuery.ts';
import { useSnapshots } from '../facilitate/useSnapshots.ts';
import BringBack from '../keeping/BringBack.tsx';
import { useLanguage } from '../i18n/index.ts';
import { findSession, savedBoards, type SavedSession } from '../session/device.ts';
import { boardPath, reportPath } from '../session/links.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RefusalPage } from '../ui/Failure.tsx';
import { useOwnFont } from '../ui/font.ts';
import { SettingsMenu } from '../ui/SettingsMenu.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { useTitle } from '../ui/useTitle.ts';
import { Comparing } from './Comparing.tsx';
import { MomentList } from './MomentList.tsx';
import { MomentView } from './MomentView.tsx';
import { momentName, whenOf } from './moment-words.ts';
import { RestoredNews, Restoring, type News, type OnRestored } from './Restoring.tsx';
import { useMoment } from './useMoment.ts';
import './history.css';

/** Below this the list of moments stands in a window of its own. */
const NARROW = '(max-width: 900px)';

/** A board at other moments than now: to look at, to compare, to restore. */
export default function HistoryPage({ board }: { board: string }) {
  useOwnFont();
  const { t } = useTranslation(['history', 'errors']);
  const [session] = useState(() => findSession(board));
  const [title] = useState(() => savedBoards()[board]?.title ?? '');
  useTitle(t('pageTitle', { title }));
  if (!session) return <RefusalPage sentence={t('errors:no-credential')} />;
  return <History board={board} session={session} title={title} />;
}

function History({ board, session, title }: { board: string; session: SavedSession; title: string }) {
  const { t } = useTranslation(['history', 'errors', 'common']);
  const { token, role } = session;
  const facilitates = mayFacilitate(role);
  const { snapshots, failure, retry, refresh } = useSnapshots(board, token);
  const [chosen, setChosen] = useState<string | null>(null);
  const [view, setView] = useView();
  const [comparing, setComparing] = useState(false);
  /** The board now is fetched anew for each visit. */
  const [visit, setVisit] = useState(0);
  const [news, setNews] = useState<News | null>(null);
  const narrow = useMediaQuery(NARROW);

  if (failure) {
    return (
      <RefusalPage sentence={t(`errors:${failure}`)}>
        {failure === 'deleted-board' ? <BringBack board={board} /> : <Button onClick={retry}>{t('common:retry')}</Button>}
      </RefusalPage>
    );
  }
  if (!snapshots) {
    return (
      <p className="board-waiting" role="status">
        {t('loading')}
      </p>
    );
  }
  const shown = chosen ?? snapshots[0]?.id ?? NOW;
  const afterRestoring = (words: string, before: string | null) => {
    setNews({ words, before });
    setChosen(NOW);
    setVisit(visit + 1);
    void refresh();
  };
  return (
    <div className="board history" data-view={comparing ? 'columns' : view}>
      <SkipLink />
      <header className="board-head">
        <a className="button button-plain button-small history-back" href={boardPath(board)}>
          <ArrowLeft aria-hidden size={18} />
          <span>{t('back')}</span>
        </a>
        <div className="board-titles">
          <h1>{t('title')}</h1>
          <p>{title}</p>
        </div>
        {!comparing && <ViewChoice view={view} onView={setView} />}
        <div className="board-acts">
          <SettingsMenu />
        </div>
      </header>
      {comparing ? (
        <main id="content" className="history-compare" tabIndex={-1}>
          <Comparing board={board} token={token} moments={snapshots} from={shown === NOW ? (snapshots[0]?.id ?? NOW) : shown} onClose={() => setComparing(false)} />
        </main>
      ) : (
        <div className="history-room">
          {!narrow && (
            <aside className="history-aside">
              <MomentList moments={snapshots} shown={shown} onShow={setChosen} />
            </aside>
          )}
          <main id="content" className="history-stage" tabIndex={-1}>
            <MomentBar
              board={board}
              token={token}
              facilitates={facilitates}
              moments={snapshots}
              shown={shown}
              narrow={narrow}
              onShow={setChosen}
              onCompare={() => setComparing(true)}
              onRestored={afterRestoring}
            />
            {news && <RestoredNews key={visit} board={board} token={token} news={news} onTakenBack={afterRestoring} />}
            {snapshots.length === 0 && <p className="history-empty">{t(facilitates ? 'empty' : 'emptyReader')}</p>}
            <div className="history-main">
              <Shown key={`${shown}/${visit}`} board={board} token={token} snapshot={shown} view={view} />
            </div>
          </main>
        </div>
      )}
    </div>
  );
}

function Shown({ board, token, snapshot, view }: { board: string; token: string; snapshot: string; view: View }) {
  const { t } = useTranslation(['history', 'errors']);
  const moment = useMoment(board, snapshot, token);
  if (!moment) {
    return (
      <p className="board-waiting" role="status">
        {t('fetching')}
      </p>
    );
  }
  if ('failure' in moment) {
    return (
      <div className="notice history-failure" role="alert">
        <TriangleAlert aria-hidden size={22} />
        <p>{moment.failure === 'damaged-snapshot' ? t('damaged') : t(`errors:${moment.failure}`)}</p>
      </div>
    );
  }
  return <MomentView board={board} documents={moment.documents} view={view} />;
}

interface MomentBarProps {
  board: string;
  token: string;
  facilitates: boolean;
  moments: readonly SnapshotInfo[];
  shown: string;
  narrow: boolean;
  onShow: (id: string) => void;
  onCompare: () => void;
  onRestored: OnRestored;
}

/** Which moment is shown, the way to those beside it, and what can be done with it. */
function MomentBar({ board, token, facilitates, moments, shown, narrow, onShow, onCompare, onRestored }: MomentBarProps) {
  const { t } = useTranslation('history');
  const [language] = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const order = [NOW, ...moments.map(({ id }) => id)];
  const index = order.indexOf(shown);
  const moment = moments.find(({ id }) => id === shown);
  const nameOf = (id: string) => {
    const one = moments.find((candidate) => candidate.id === id);
    return one ? `${momentName(one, t)}, ${whenOf(one.savedAt, language)}` : t('now');
  };
  const show = (id: string | undefined) => {
    if (id === undefined) return;
    onShow(id);
    announce(t('shown', { moment: nameOf(id) }));
  };
  return (
    <div className="history-bar">
      <div className="history-bar-moment">
        <IconButton label={t('newer')} aria-disabled={index <= 0} onClick={() => show(order[index - 1])}>
          <ChevronUp aria-hidden size={20} />
        </IconButton>
        <IconButton label={t('older')} aria-disabled={index >= order.length - 1} onClick={() => show(order[index + 1])}>
          <ChevronDown aria-hidden size={20} />
        </IconButton>
        <p className="history-bar-words">
          <strong dir="auto">{moment ? momentName(moment, t) : t('now')}</strong>
          <span>{moment ? `${whenOf(moment.savedAt, language)} · ${t('notes', { count: moment.notes })}` : t('nowHint')}</span>
        </p>
      </div>
      <div className="history-bar-acts">
        {narrow && (
          <Button size="small" className="history-choose" title={t('choose')} icon={<ListTree aria-hidden size={17} />} onClick={() => setChoosing(true)}>
            <span>{t('choose')}</span>
          </Button>
        )}
        {moments.length > 0 && (
          <Button size="small" icon={<GitCompareArrows aria-hidden size={17} />} onClick={onCompare}>
            {t('compare.open')}
          </Button>
        )}
        {moment && (
          <a className="button button-quiet button-small" href={reportPath(board, moment.id)} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden size={16} />
            {t('report')} <span className="visually-hidden">{t('newTab')}</span>
          </a>
        )}
        {facilitates && moment && <Restoring key={moment.id} board={board} token={token} moment={moment} onRestored={onRestored} />}
      </div>
      <Dialog open={choosing} onOpenChange={setChoosing} title={t('choose')}>
        <MomentList
          moments={moments}
          shown={shown}
          onShow={(id) => {
            setChoosing(false);
            show(id);
          }}
        />
      </Dialog>
    </div>
  );
}
