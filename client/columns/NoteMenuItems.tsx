import { ArrowDown, ArrowUp, Copy, Flag, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { inColumn, NOTE_COLORS } from '../../shared/board/index.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useOpenNote } from '../note/open-note.ts';
import { useNote, useStage } from '../session/hooks.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { useNoteActs } from './useNoteActs.ts';

/** All that can be done with a note but writing in it. Built only while its menu is open. */
export function NoteMenuItems({ id }: { id: string }) {
  const { t } = useTranslation(['columns', 'common', 'note']);
  const openNote = useOpenNote();
  const note = useNote(id);
  const { approaches } = useStage();
  const acts = useNoteActs(id);
  if (!note) return null;
  const place = inColumn(note.placement) ? note.placement : null;
  const position = acts.position();
  return (
    <div className="note-menu">
      {place && position && (
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
      {approaches.map((approach) => (
        <MoveGroup
          key={approach.id}
          approach={approach}
          own={place?.approach === approach.id ? place.column : null}
          named={approaches.length > 1}
          onMove={(column) => acts.moveTo(approach.id, column)}
        />
      ))}
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
      <MenuItem icon={<Flag aria-hidden size={18} />} onSelect={() => openNote(id, 'action')}>
        {t('action.menu', { ns: 'note' })}
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden size={18} />} onSelect={acts.duplicate}>
        {t('menu.duplicate')}
      </MenuItem>
      <MenuItem danger icon={<Trash2 aria-hidden size={18} />} onSelect={acts.remove}>
        {t('menu.delete')}
      </MenuItem>
    </div>
  );
}

interface MoveGroupProps {
  approach: StageApproach;
  /** The column the note is in, which is not offered. */
  own: string | null;
  /** Whether the group says which approach it is of. */
  named: boolean;
  onMove: (column: string) => void;
}

function MoveGroup({ approach, own, named, onMove }: MoveGroupProps) {
  const { t } = useTranslation('columns');
  const columnName = useColumnName();
  const [language] = useLanguage();
  const label = named ? t('menu.moveWithin', { approach: approachTexts(approach, language).title }) : t('menu.move');
  return (
    <DropdownMenu.Group aria-label={label}>
      <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
      {approach.columns
        .filter((column) => column.id !== own)
        .map((column) => (
          <MenuItem key={column.id} icon={<span className={`columns-ink columns-${column.kind}`}><ColumnIcon kind={column.kind} size={18} /></span>} onSelect={() => onMove(column.id)}>
            {columnName(column)}
          </MenuItem>
        ))}
    </DropdownMenu.Group>
  );
}
