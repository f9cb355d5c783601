import { ChevronRight, Search } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { inColumn } from '../../shared/board/index.ts';
import { useCell } from '../columns/cell.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useShortcut, useShortcutAnywhere } from '../keys/useShortcut.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { useFinding } from './finding.ts';

/** In the head of the board: the search, and the way to the next note one has not seen. */
export function FindButtons() {
  const { t } = useTranslation('finding');
  const session = useSession();
  const finding = useFinding();
  const placeName = usePlaceName();
  const isOpen = useCell(finding.open, (value) => value);
  const count = useSyncExternalStore(finding.unread.onChange, finding.unread.count);

  const goOn = () => {
    const id = finding.goToUnread();
    const note = id === null ? undefined : session.live.note(id);
    if (!note) return announce(t('unread.none'));
    const { placement } = note;
    const place = inColumn(placement) ? placeName(placement.approach, placement.column) : t('outside');
    return announce(t('unread.went', { count: finding.unread.count(), place }));
  };
  const search = () => finding.ask();
  useShortcut('search', search);
  // The canvas shows only a part of the notes, so that the browser's own search would miss the rest;
  // pressed again in the field, it is the browser's own.
  const inField = useCell(finding.inField, (value) => value);
  useShortcutAnywhere('search', search, !inField);
  useShortcut('my-notes', () => finding.ask({ text: '', author: session.participant, site: null }), session.participant !== null);
  useShortcut('next-unread', goOn);

  return (
    <div className="find-buttons">
      {count > 0 && (
        <button type="button" className="find-unread" aria-label={t('unread.next', { count })} title={t('unread.next', { count })} onClick={goOn}>
          <span className="find-unread-dot" aria-hidden />
          <span className="find-unread-count">{count}</span>
          <span className="find-unread-word">{t('unread.short', { count })}</span>
          <ChevronRight aria-hidden size={16} />
        </button>
      )}
      <IconButton label={t('search')} aria-expanded={isOpen} onClick={() => (isOpen ? finding.open.set(false) : search())}>
        <Search aria-hidden size={20} />
      </IconButton>
    </div>
  );
}
