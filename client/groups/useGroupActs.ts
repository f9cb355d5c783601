import { useTranslation } from 'react-i18next';
import { entriesOf, groupKey, inColumn, notesOfGroup } from '../../shared/board/index.ts';
import * as acts from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { indexBefore } from '../session/places.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useGroupTitle } from './hooks.ts';

/** The acts on groups, the same from canvas and columns: each is done and said in words. */
export function useGroupActs() {
  const { t } = useTranslation('groups');
  const session = useSession();
  const placeName = usePlaceName();
  const titleOf = useGroupTitle();

  return {
    make(notes: readonly string[], title: string, at: { approach: string; column: string }): string {
      const there = notes.filter((id) => session.live.note(id) && !session.desk?.has(id));
      const id = acts.group(session, { ...at, title, notes: there });
      announce(t('said.made', { title: titleOf({ title }), count: there.length }));
      return id;
    },
    rename(id: string, title: string) {
      acts.rename(session, id, title);
      announce(t('said.renamed', { title: titleOf({ title }) }));
    },
    moveTo(id: string, approach: string, column: string) {
      acts.placeGroup(session, id, { approach, column });
      announce(t('said.moved', { place: placeName(approach, column) }));
    },
    /** One place towards the beginning or the end of its column. */
    shift(id: string, by: -1 | 1) {
      const place = session.live.group(id)?.placement;
      const at = groupPosition(session, id);
      if (!place || !at) return;
      const orders = entriesOf(session.boardDoc, place, []).map(({ order }) => order);
      const index = by < 0 ? indexBefore(orders, at.index) : at.index + 1;
      acts.placeGroup(session, id, { approach: place.approach, column: place.column, index });
      const now = groupPosition(session, id);
      if (now) announce(t('said.shifted', { position: now.index + 1, total: now.count }));
    },
    dissolve(id: string) {
      acts.dissolve(session, id);
      announce(t('said.dissolved'));
    },
    removeWithNotes(id: string) {
      const count = notesOfGroup(session.boardDoc, id).length;
      acts.removeWithNotes(session, id);
      announce(t('said.deleted', { count }));
    },
    /** Puts notes at the end of a group. */
    putInto(notes: readonly string[], id: string) {
      const group = session.live.group(id);
      if (!group) return;
      const there = notes.filter((note) => !session.desk?.has(note));
      acts.moveNotes(session, there, { approach: group.placement.approach, column: group.placement.column, group: id });
      announce(t('said.into', { count: there.length, title: titleOf(group) }));
    },
    /** Takes notes out of their groups, to just behind each. */
    takeOut(notes: readonly string[]) {
      acts.takeOut(session, notes);
      announce(t('said.out', { count: notes.length }));
    },
  };
}

/** Where a group stands among the entries of its column. */
export function groupPosition(session: ReturnType<typeof useSession>, id: string): { index: number; count: number } | null {
  const place = session.live.group(id)?.placement;
  if (!place || !inColumn(place)) return null;
  const entries = entriesOf(session.boardDoc, place, []);
  const index = entries.findIndex((entry) => entry.id === groupKey(id));
  return index === -1 ? null : { index, count: entries.length };
}
