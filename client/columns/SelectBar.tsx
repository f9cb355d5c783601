import { Copy, Flag, FlagOff, FolderInput, Group as GroupIcon, Palette, Ruler, Trash2, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { inColumn, NOTE_COLORS } from '../../shared/board/index.ts';
import { ArrangeMenu } from '../groups/ArrangeMenu.tsx';
import { GroupChoices } from '../groups/GroupChoices.tsx';
import { MoveToColumns } from '../groups/MoveToColumns.tsx';
import { asked } from '../groups/asking.ts';
import { useShortcut } from '../keys/useShortcut.ts';
import * as acts from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { tag } from '../session/talk.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuChoice } from '../ui/Menu.tsx';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';
import { ASIDE, FREE, notesOf, type Lists } from './lists.ts';
import { usePlaceName } from './useNames.ts';

/** What can be done with the notes that are ticked; each act is one step of undo. */
export function SelectBar({ lists }: { lists: Lists }) {
  const { t } = useTranslation(['groups', 'common', 'note']);
  const session = useSession();
  const placeName = usePlaceName();
  const { selection, language } = useColumns();
  const selected = useCell(selection, (all) => all);
  // In the order they are read; what others have taken off the board meanwhile is not among them.
  const ids = [...lists.columns.keys(), FREE, ASIDE].flatMap((key) => notesOf(lists, key)).filter((id) => selected?.has(id) && !session.desk?.has(id));
  const count = ids.length;

  const done = () => {
    selection.set(null);
    // Once the page is built anew: a dialog that is still open would take the focus back.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.columns-view [data-select-start]')?.focus());
  };
  const finish = (sentence: string) => {
    announce(sentence);
    done();
  };
  useShortcut('group', () => asked.set({ kind: 'make', notes: ids, onMade: done }), count > 0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('[role=dialog], [role=menu], textarea')) return;
      done();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const notes = ids.flatMap((id) => session.live.note(id) ?? []);
  const allFree = count > 1 && notes.every((note) => !inColumn(note.placement));
  const areActions = count > 0 && notes.every((note) => note.action);
  const colors = new Set(notes.map((note) => note.color));
  return (
    <div className="columns-selected" role="toolbar" aria-label={t('select.label')}>
      <p className="columns-selected-count" aria-live="polite">
        {count > 0 ? t('select.count', { count }) : t('select.none')}
      </p>
      <Menu
        align="center"
        trigger={
          <Button size="small" icon={<FolderInput aria-hidden size={18} />} disabled={count === 0}>
            {t('select.move')}
          </Button>
        }
      >
        <MoveToColumns
          own={null}
          onMove={(approach, column) => {
            acts.moveNotes(session, ids, { approach, column });
            finish(t('said.notesMoved', { count, place: placeName(approach, column) }));
          }}
          onMoveOut={() => {
            acts.moveOut(session, ids);
            finish(t('said.notesMovedOut', { count }));
          }}
        />
      </Menu>
      <Menu
        align="center"
        trigger={
          <Button size="small" icon={<GroupIcon aria-hidden size={18} />} disabled={count === 0}>
            {t('select.group')}
          </Button>
        }
      >
        <GroupChoices notes={ids} after={done} />
      </Menu>
      <Menu
        align="center"
        trigger={
          <Button size="small" icon={<Palette aria-hidden size={18} />} disabled={count === 0}>
            {t('select.color')}
          </Button>
        }
      >
        <MenuChoice
          label={t('select.color')}
          value={colors.size === 1 ? notes[0]!.color : ''}
          options={NOTE_COLORS.map((color) => ({
            value: color,
            label: t(`common:colors.${color}`),
            icon: <span aria-hidden className={`note-swatch note-${color}`} />,
          }))}
          onChange={(next) => {
            const color = NOTE_COLORS.find((candidate) => candidate === next);
            if (!color) return;
            acts.recolor(session, ids, color);
            announce(t('said.noteColors', { count, color: t(`common:colors.${color}`) }));
          }}
        />
      </Menu>
      <Button
        size="small"
        icon={areActions ? <FlagOff aria-hidden size={18} /> : <Flag aria-hidden size={18} />}
        disabled={count === 0}
        onClick={() => {
          tag(session, ids, !areActions);
          finish(t(areActions ? 'note:action.unmade' : 'note:action.made', { count }));
        }}
      >
        {t(areActions ? 'select.noAction' : 'select.action')}
      </Button>
      <Button
        size="small"
        icon={<Copy aria-hidden size={18} />}
        disabled={count === 0}
        onClick={() => {
          acts.duplicateAll(session, notes, language);
          finish(t('said.notesCopied', { count }));
        }}
      >
        {t('select.duplicate')}
      </Button>
      {allFree && (
        <ArrangeMenu
          trigger={
            <Button size="small" icon={<Ruler aria-hidden size={18} />}>
              {t('arrange.label')}
            </Button>
          }
          count={count}
          onTidy={() => acts.tidy(session, ids)}
          onArrange={(way) => acts.arrange(session, ids, way)}
        />
      )}
      <Button
        size="small"
        icon={<Trash2 aria-hidden size={18} />}
        disabled={count === 0}
        onClick={() => {
          acts.remove(session, ids);
          finish(t('said.notesDeleted', { count }));
        }}
      >
        {t('select.delete')}
      </Button>
      <Button size="small" variant="plain" icon={<X aria-hidden size={18} />} onClick={done}>
        {t('select.done')}
      </Button>
    </div>
  );
}
