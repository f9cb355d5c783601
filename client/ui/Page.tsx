import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from './Logo.tsx';
import { PageSettings } from './PageSettings.tsx';
import { SkipLink } from './SkipLink.tsx';

/** The frame of every screen but the board: the name, the settings, one column of content. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <SkipLink />
      <header className="page-head">
        <a className="page-home" href="/" aria-label={t('product')}>
          <Logo named />
        </a>
        <PageSettings />
      </header>
      <main id="content" tabIndex={-1} className={wide ? 'page-main page-main-wide' : 'page-main'}>
        {children}
      </main>
    </div>
  );
}
