import { Group as GroupIcon, Plus, Ungroup } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { inColumn } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useSession } from '../session/hooks.ts';
import { MenuItem } from '../ui/Menu.tsx';
import { asked } from './asking.ts';
import { useGroups, useGroupTitle } from './hooks.ts';
import { useGroupActs } from './useGroupActs.ts';

interface GroupChoicesProps {
  notes: readonly string[];
  /** Called before notes change their group. */
  before?: () => void;
  /** Called after they have; not when somebody thinks better of making one. */
  after?: () => void;
}

/** In a menu, for notes: a new group, the groups there are, those of the notes' own column first, and out of the group. */
export function GroupChoices({ notes, before, after }: GroupChoicesProps) {
  const { t } = useTranslation('groups');
  const session = useSession();
  const groups = useGroups();
  const titleOf = useGroupTitle();
  const placeName = usePlaceName();
  const acts = useGroupActs();
  const places = notes.flatMap((id) => session.live.note(id)?.placement ?? []);
  const columns = new Set(places.map((place) => (inColumn(place) ? columnKey(place.approach, place.column) : '')));
  const isOwn = ({ placement }: (typeof groups)[number]) => columns.has(columnKey(placement.approach, placement.column));
  const theirs = new Set(places.map((place) => (inColumn(place) ? place.group : undefined)));
  const offered = groups
    .filter(({ id }) => theirs.size !== 1 || !theirs.has(id))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || titleOf(a).localeCompare(titleOf(b)) || (a.id < b.id ? -1 : 1));
  const act = (does: () => void) => () => {
    before?.();
    does();
    after?.();
  };
  return (
    <DropdownMenu.Group aria-label={t('into')}>
      <DropdownMenu.Label className="menu-label">{t('into')}</DropdownMenu.Label>
      {offered.map((group) => (
        <MenuItem key={group.id} icon={<GroupIcon aria-hidden size={18} />} onSelect={act(() => acts.putInto(notes, group.id))}>
          <span className="menu-text" dir="auto">
            {isOwn(group) ? titleOf(group) : t('elsewhere', { title: titleOf(group), place: placeName(group.placement.approach, group.placement.column) })}
          </span>
        </MenuItem>
      ))}
      <MenuItem
        icon={<Plus aria-hidden size={18} />}
        onSelect={() => asked.set({ kind: 'make', notes, onMade: after })}
      >
        {t('new')}
      </MenuItem>
      {[...theirs].some((id) => id !== undefined) && (
        <MenuItem icon={<Ungroup aria-hidden size={18} />} onSelect={act(() => acts.takeOut(notes))}>
          {t('out')}
        </MenuItem>
      )}
    </DropdownMenu.Group>
  );
}
