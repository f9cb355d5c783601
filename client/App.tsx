import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { BoardPage } from './board/BoardPage.tsx';
import { loadScreen } from './i18n/index.ts';
import { LiveRegion } from './ui/announce.tsx';
import { Crashed, FailureBoundary, RefusalPage } from './ui/Failure.tsx';

const HomePage = lazy(() => loadScreen(() => import('./home/HomePage.tsx')));
const HistoryPage = lazy(() => loadScreen(() => import('./history/HistoryPage.tsx')));
const ReportPage = lazy(() => loadScreen(() => import('./report/ReportPage.tsx')));

/** The screens by address. */
export function App() {
  const { t } = useTranslation('errors');
  return (
    <FailureBoundary fallback={<Crashed />}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/board/:board">{({ board }) => <BoardPage key={board} board={board} />}</Route>
          <Route path="/history/:board">{({ board }) => <HistoryPage key={board} board={board} />}</Route>
          <Route path="/screen/:board">{({ board }) => <BoardPage key={board} board={board} screen />}</Route>
          <Route path="/report/:board/:snapshot/*?">
            {({ board, snapshot, '*': asked }) => <ReportPage key={snapshot} board={board} snapshot={snapshot} asked={asked} />}
          </Route>
          <Route>
            <RefusalPage sentence={t('unknown-address')} />
          </Route>
        </Switch>
      </Suspense>
      <LiveRegion />
    </FailureBoundary>
  );
}
