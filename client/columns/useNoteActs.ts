import { useTranslation } from 'react-i18next';
import type { NoteColor } from '../../shared/board/index.ts';
import * as acts from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { useColumns } from './context.ts';
import { arrange, locateWithin, type Lists } from './lists.ts';
import { usePlaceName } from './useNames.ts';

/** The acts on one note: each is done, said in words, and leaves the focus with the note. */
export function useNoteActs(id: string) {
  const { t } = useTranslation(['columns', 'common', 'groups']);
  const session = useSession();
  const { focus, gone } = useColumns();
  const placeName = usePlaceName();
  // Read anew for every act: others may have moved things since the menu was opened.
  const lists = (): Lists => arrange(session.stage.current().approaches, session.live.notes(), session.live.groups());

  const position = () => {
    const at = acts.standingOf(session, id);
    return at && { index: at.index, count: at.orders.length };
  };

  const moveTo = (approach: string, column: string) => {
    focus.want(id, 'menu');
    acts.moveNote(session, id, { approach, column });
    announce(t('said.moved', { place: placeName(approach, column) }));
  };

  const moveOut = () => {
    focus.want(id, 'menu');
    acts.moveOut(session, [id]);
    announce(t('groups:said.notesMovedOut', { count: 1 }));
  };

  const shift = (by: -1 | 1) => {
    focus.want(id, 'menu');
    const now = acts.shiftNote(session, id, by);
    if (now) announce(t('said.shifted', { position: now.index + 1, total: now.count }));
  };

  const recolor = (color: NoteColor) => {
    acts.recolor(session, [id], color);
    announce(t('said.recolored', { color: t(`colors.${color}`, { ns: 'common' }) }));
  };

  const duplicate = () => {
    const note = session.live.note(id);
    if (!note) return;
    // The copy says what the note says, so it is in the note's language, not in the reader's.
    acts.duplicate(session, note, note.language);
    announce(t('said.duplicated'));
  };

  const remove = () => {
    const note = session.live.note(id);
    const at = locateWithin(lists(), id);
    if (!note || !at) return;
    focus.want(id, 'menu');
    acts.remove(session, [id]);
    gone.set([...gone.get().filter((slip) => slip.by === 'other'), { note, ...at, by: 'me' }]);
    announce(t('said.deleted'));
  };

  return { position, moveTo, moveOut, shift, recolor, duplicate, remove };
}
