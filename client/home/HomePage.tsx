import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { savedBoards } from '../session/device.ts';
import { Page } from '../ui/Page.tsx';
import { useTitle } from '../ui/useTitle.ts';
import { BoardReady } from './BoardReady.tsx';
import { CreateForm } from './CreateForm.tsx';
import { DeviceBoards } from './DeviceBoards.tsx';
import { HomeFooter } from './HomeFooter.tsx';
import { Welcome } from './Welcome.tsx';
import './home.css';

/** The history entry of a board that was just made: back and reload find its links again. */
interface HomeState {
  ready?: string;
}

/** The start page: what Plenary is, a form to start a board, and the boards of this device. */
export function HomePage() {
  const { t } = useTranslation('home');
  const [, navigate] = useLocation();
  const ready = useHistoryState<HomeState | null>()?.ready;
  const links = ready && savedBoards()[ready]?.links;
  const showLinks = (board: string) => {
    navigate('/', { state: { ready: board } satisfies HomeState });
    scrollTo(0, 0);
  };
  useTitle(links ? `${t('ready.title')} · Plenary` : t('pageTitle'));

  return (
    <Page wide>
      {ready && links ? (
        <BoardReady board={ready} links={links} />
      ) : (
        <div className="home">
          <Welcome />
          <CreateForm onCreated={showLinks} />
          <DeviceBoards />
        </div>
      )}
      <HomeFooter />
    </Page>
  );
}
