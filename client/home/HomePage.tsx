import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { savedBoards } from '../session/device.ts';
import { Page } from '../ui/Page.tsx';
import { useOwnFont } from '../ui/font.ts';
import { useTitle } from '../ui/useTitle.ts';
import { BoardReady } from './BoardReady.tsx';
import { CreateForm } from './CreateForm.tsx';
import { DeviceBoards } from './DeviceBoards.tsx';
import { HomeFooter } from './HomeFooter.tsx';
import { ImportBoard } from './ImportBoard.tsx';
import { Welcome } from './Welcome.tsx';
import './home.css';

/** `/?ready=BOARD` shows the links of a board made here: reloading and going back find them again. */
const READY = 'ready';

/** The start page: what Plenary is, the boards of this device, and a form to start one. */
export default function HomePage() {
  useOwnFont();
  const { t } = useTranslation('home');
  const [, navigate] = useLocation();
  const ready = new URLSearchParams(useSearch()).get(READY);
  const links = ready && savedBoards()[ready]?.links;
  const showLinks = (board: string) => {
    navigate(`/?${READY}=${board}`);
    scrollTo(0, 0);
  };
  useTitle(t(links ? 'ready.pageTitle' : 'pageTitle'));

  return (
    <Page wide>
      {ready && links ? (
        <BoardReady board={ready} links={links} />
      ) : (
        <div className="home">
          <Welcome />
          <DeviceBoards />
          <CreateForm onCreated={showLinks} />
          <ImportBoard onImported={showLinks} />
        </div>
      )}
      <HomeFooter />
    </Page>
  );
}
