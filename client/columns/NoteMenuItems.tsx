import { ArrowDown, ArrowUp, Copy, Flag, ListChecks, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { inColumn, NOTE_COLORS } from '../../shared/board/index.ts';
import { GroupChoices } from '../groups/GroupChoices.tsx';
import { MoveToColumns } from '../groups/MoveToColumns.tsx';
import { PointItem } from '../lead/PointItem.tsx';
import { RevealItem } from '../desk/RevealItem.tsx';
import { useIsPrivate } from '../desk/hooks.ts';
import { useOpenNote } from '../note/open-note.ts';
import { useNote } from '../session/hooks.ts';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { useColumns } from './context.ts';
import { useNoteActs } from './useNoteActs.ts';

/** All that can be done with a note but writing in it. Built only while its menu is open. */
export function NoteMenuItems({ id }: { id: string }) {
  const { t } = useTranslation(['columns', 'common', 'groups', 'note']);
  const openNote = useOpenNote();
  const note = useNote(id);
  const { focus, selection, sorted } = useColumns();
  const acts = useNoteActs(id);
  const isPrivate = useIsPrivate(id);
  if (!note) return null;
  const place = inColumn(note.placement) ? note.placement : null;
  const position = acts.position();
  return (
    <div className="note-menu">
      {place && position && !sorted && (
        <>
          <MenuItem icon={<ArrowUp aria-hidden size={18} />} disabled={position.index === 0} onSelect={() => acts.shift(-1)}>
            {t('menu.earlier')}
          </MenuItem>
          <MenuItem icon={<ArrowDown aria-hidden size={18} />} disabled={position.index === position.count - 1} onSelect={() => acts.shift(1)}>
            {t('menu.later')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MoveToColumns own={place && place.group === undefined ? place : null} onMove={acts.moveTo} onMoveOut={place ? acts.moveOut : undefined} />
      <MenuSeparator />
      {isPrivate ? <RevealItem id={id} /> : <GroupChoices notes={[id]} before={() => focus.want(id, 'menu')} after={() => focus.want(id, 'menu')} />}
      <MenuSeparator />
      <div className="note-menu-colors">
        <MenuChoice
          label={t('menu.color')}
          value={note.color}
          options={NOTE_COLORS.map((color) => ({
            value: color,
            label: t(`colors.${color}`, { ns: 'common' }),
            icon: <span aria-hidden className={`note-swatch note-${color}`} />,
          }))}
          onChange={acts.recolor}
        />
      </div>
      <MenuSeparator />
      {!isPrivate && (
        <>
          <MenuItem icon={<Flag aria-hidden size={18} />} onSelect={() => openNote(id, 'action')}>
            {t('action.menu', { ns: 'note' })}
          </MenuItem>
          <PointItem note={id} />
          <MenuItem icon={<ListChecks aria-hidden size={18} />} onSelect={() => selection.set(new Set([id]))}>
            {t('groups:select.start')}
          </MenuItem>
        </>
      )}
      <MenuItem icon={<Copy aria-hidden size={18} />} onSelect={acts.duplicate}>
        {t('menu.duplicate')}
      </MenuItem>
      <MenuItem danger icon={<Trash2 aria-hidden size={18} />} onSelect={acts.remove}>
        {t('menu.delete')}
      </MenuItem>
    </div>
  );
}
