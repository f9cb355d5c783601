import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** The first stop of the keyboard on every screen: past the head, to `#content` (WCAG 2.2, 2.4.1). */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="skip-link" href="#content" onClick={skip}>
      {t('skip')}
    </a>
  );
}

/** Moves the focus alone: the fragment of the address may be the reader's link, and must survive a reload. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
