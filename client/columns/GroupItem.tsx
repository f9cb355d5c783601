import { ChevronDown, Ellipsis } from 'lucide-react';
import { memo, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupKey } from '../../shared/board/index.ts';
import { GroupMenuItems } from '../groups/GroupMenuItems.tsx';
import { useFolded } from '../groups/folded.ts';
import { useGroup, useGroupTitle } from '../groups/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { isGroupVotedOn } from '../votes/items.ts';
import { VoteControl } from '../votes/VoteControl.tsx';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';
import { NoteList } from './NoteList.tsx';
import { SelectAll } from './SelectAll.tsx';

const NO_GROUPS: ReadonlyMap<string, readonly string[]> = new Map();

/** A group as a titled list within its column's list, which each reader can fold for themselves. */
export const GroupItem = memo(function GroupItem({ name, notes }: { name: string; notes: readonly string[] }) {
  const { t } = useTranslation('groups');
  const { mayEditBoard: mayEdit, editing, focus, selection } = useColumns();
  const id = name.slice(groupKey('').length);
  const group = useGroup(id);
  const titleOf = useGroupTitle();
  const [folded, fold] = useFolded(id);
  // Whoever writes in a note keeps it in hand, whoever puts it into a folded group.
  const written = useCell(editing, (note) => (note !== null && notes.includes(note) ? note : null));
  const head = useId();
  const list = useId();
  const header = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = header.current;
    return () => {
      if (element) focus.leaving(name, element);
    };
  }, [focus, name]);
  useLayoutEffect(() => focus.settle());
  if (!group) return null;
  const title = titleOf(group);
  const shown = !folded ? notes : written === null ? [] : [written];
  return (
    <li className="note-group-slot">
      <section className="note-group" data-folded={folded || undefined} aria-labelledby={head}>
        <header className="note-group-head" data-note={name} ref={header}>
          <h4 id={head} dir="auto">
            <button type="button" className="note-group-fold" data-part="edit" aria-expanded={!folded} aria-controls={list} onClick={() => fold(!folded)}>
              <ChevronDown aria-hidden size={18} />
              <span className="note-group-title">{title}</span>
              <span className="columns-count" aria-hidden>
                {notes.length}
              </span>
              <span className="visually-hidden"> {t('notes', { count: notes.length })}</span>
            </button>
          </h4>
          {mayEdit && (
            <Menu
              trigger={
                <IconButton label={t('more', { title })} data-part="menu">
                  <Ellipsis aria-hidden size={20} />
                </IconButton>
              }
            >
              <GroupMenuItems id={id} before={() => focus.want(name, 'menu')} onSelect={() => selection.set(new Set([...(selection.get() ?? []), ...notes]))} />
            </Menu>
          )}
        </header>
        <div className="note-votes">
          <VoteControl item={name} text={title} isVotedOn={(round) => isGroupVotedOn(round.terms, group)} />
        </div>
        <SelectAll ids={notes} list={title} />
        <div id={list} className="note-group-notes">
          {notes.length === 0 && !folded && <p className="note-group-empty">{t('empty')}</p>}
          <NoteList name={name} ids={shown} groups={NO_GROUPS} labelledBy={head} />
        </div>
      </section>
    </li>
  );
});
