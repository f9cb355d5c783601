import { ArrowDown, ArrowUp, ListChecks, Pencil, Trash2, Ungroup } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { asked } from './asking.ts';
import { MoveToColumns } from './MoveToColumns.tsx';
import { useGroup } from './hooks.ts';
import { groupPosition, useGroupActs } from './useGroupActs.ts';

interface GroupMenuItemsProps {
  id: string;
  /** Called before the group changes its place or goes. */
  before?: () => void;
  /** Selects all notes of the group. */
  onSelect: () => void;
}

/** All that can be done with a group but folding it, in a menu. */
export function GroupMenuItems({ id, before, onSelect }: GroupMenuItemsProps) {
  const { t } = useTranslation('groups');
  const session = useSession();
  const group = useGroup(id);
  const acts = useGroupActs();
  const position = groupPosition(session, id);
  if (!group || !position) return null;
  const act = (does: () => void) => () => {
    before?.();
    does();
  };
  return (
    <>
      <MenuItem icon={<Pencil aria-hidden size={18} />} onSelect={() => asked.set({ kind: 'rename', group: id })}>
        {t('menu.rename')}
      </MenuItem>
      <MenuItem icon={<ListChecks aria-hidden size={18} />} onSelect={onSelect}>
        {t('menu.select')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<ArrowUp aria-hidden size={18} />} disabled={position.index === 0} onSelect={act(() => acts.shift(id, -1))}>
        {t('menu.earlier')}
      </MenuItem>
      <MenuItem icon={<ArrowDown aria-hidden size={18} />} disabled={position.index === position.count - 1} onSelect={act(() => acts.shift(id, 1))}>
        {t('menu.later')}
      </MenuItem>
      <MenuSeparator />
      <MoveToColumns own={group.placement} onMove={(approach, column) => act(() => acts.moveTo(id, approach, column))()} />
      <MenuSeparator />
      <MenuItem icon={<Ungroup aria-hidden size={18} />} onSelect={act(() => acts.dissolve(id))}>
        {t('menu.ungroup')}
      </MenuItem>
      <MenuItem danger icon={<Trash2 aria-hidden size={18} />} onSelect={act(() => acts.removeWithNotes(id))}>
        {t('menu.delete')}
      </MenuItem>
    </>
  );
}
