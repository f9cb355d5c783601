import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadScreen, useLanguage } from '../i18n/index.ts';
import { JoinForm } from '../join/JoinForm.tsx';
import { PassphraseForm } from '../join/PassphraseForm.tsx';
import { errorKey } from '../session/api.ts';
import { findSession, saveLinks } from '../session/device.ts';
import { secretInAddress, shownSecretInAddress } from '../session/links.ts';
import { Button } from '../ui/Button.tsx';
import { RefusalPage } from '../ui/Failure.tsx';
import { foreseeFont } from '../ui/font.ts';
import { Page } from '../ui/Page.tsx';
import { part } from '../ui/part.tsx';
import { enter, enterBoard, enterWithPassphrase, type Entry } from './enter.ts';

/** All of the open board but its canvas: too much to wait for where one only gives a name. */
const OpenBoard = part(() => loadScreen(() => import('./OpenBoard.tsx')));
const BringBack = lazy(() => loadScreen(() => import('../keeping/BringBack.tsx')));
const OpenScreen = part(() => loadScreen(() => import('../screen/OpenScreen.tsx')));

/** Fetches the board while somebody still writes their name. */
const foresee = () => {
  OpenBoard.foresee();
  foreseeFont();
};

/** What passes by itself, so that trying again makes sense. */
const WORTH_TRYING: ReadonlySet<string> = new Set(['unreachable', 'too-many', 'server-error']);

/**
 * A board by its address: who am I here, may I come in, and then the board itself.
 * @param screen whether it is shown as the big screen of a room
 */
export function BoardPage({ board, screen = false }: { board: string; screen?: boolean }) {
  const { t } = useTranslation('board');
  const { t: te } = useTranslation('errors');
  const { t: tc } = useTranslation();
  const [language] = useLanguage();
  const [entry, setEntry] = useState<Entry>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const [secret, setSecret] = useState(() => {
    const shown = shownSecretInAddress();
    if (shown !== null) saveLinks(board, { participant: shown });
    return secretInAddress();
  });

  useEffect(() => {
    const onHash = () => setSecret((old) => secretInAddress() ?? old);
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);

  useEffect(() => {
    let current = true;
    setEntry({ state: 'asking' });
    if (findSession(board)) foresee();
    enterBoard(board, secret, language).then(
      (next) => current && setEntry(next),
      (error: unknown) => current && setEntry({ state: 'refused', error: errorKey(error) }),
    );
    return () => {
      current = false;
    };
    // The language is only what a viewer joins with; changing it later asks nothing anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [board, secret, attempt]);

  const opening = (
    <Page>
      <p role="status">{t('opening')}</p>
    </Page>
  );
  switch (entry.state) {
    case 'asking':
      return opening;
    case 'refused':
      return (
        <RefusalPage sentence={te(entry.error)}>
          {entry.error === 'deleted-board' && (
            <Suspense fallback={null}>
              <BringBack board={board} />
            </Suspense>
          )}
          {WORTH_TRYING.has(entry.error) && <Button onClick={() => setAttempt(attempt + 1)}>{tc('retry')}</Button>}
        </RefusalPage>
      );
    case 'passphrase':
      return (
        <PassphraseForm
          role={entry.role}
          onGiven={async (passphrase) => setEntry(await enterWithPassphrase(board, { secret: entry.secret, passphrase }, language))}
        />
      );
    case 'join':
      return (
        <JoinForm board={board} link={entry.link} opened={entry.opened} onBegin={foresee} onJoined={(joined) => setEntry(enter(board, joined, entry.opened))} />
      );
    case 'in':
      return screen ? <OpenScreen sessionKey={entry.key} waiting={opening} /> : <OpenBoard sessionKey={entry.key} waiting={opening} />;
  }
}
