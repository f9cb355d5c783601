import { stopEventPropagation, useActions, useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { ArrowDown, ArrowUp, Copy, Flag, FlagOff, FolderInput, Group as GroupIcon, MessageCircle, Pencil, Ruler, Trash2 } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { inColumn, NOTE_COLORS } from '../../shared/board/index.ts';
import { LAYOUT, type BoardLayout } from '../../shared/board/layout.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { asked } from '../groups/asking.ts';
import { ArrangeMenu } from '../groups/ArrangeMenu.tsx';
import { GroupChoices } from '../groups/GroupChoices.tsx';
import { MoveToColumns } from '../groups/MoveToColumns.tsx';
import { useLanguage } from '../i18n/index.ts';
import { useShortcut } from '../keys/useShortcut.ts';
import { PointButton } from '../lead/PointItem.tsx';
import { useOpenNote } from '../note/open-note.ts';
import { ReactButton } from '../note/ReactButton.tsx';
import { duplicateAll, moveNotes, moveOut, recolor, remove, shiftNote, standingOf, tidy } from '../session/acts.ts';
import { useNote, useSession } from '../session/hooks.ts';
import { tag } from '../session/talk.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { useCanvas } from './canvas-context.ts';
import { isNoteShape, noteId, shapeId } from './note-shape.tsx';
import { Swatches } from './Swatches.tsx';

/** Half the bar's width and a margin, so that it stays within the view. */
const HALF_WIDTH = 347;
/** Between the bar and what is selected, in pixels of the screen. */
const GAP = 12;

/** The bar's height with the gap, in pixels of the screen: in a narrow view its colours and acts stand in rows. */
function barRoomIn(width: number): number {
  if (width >= 2 * HALF_WIDTH) return 60;
  return width >= 340 ? 100 : 142;
}

/** What can be done with the notes that are selected, above them: a menu beside every drag. */
export function SelectionBar() {
  const { t } = useTranslation('canvas');
  const { t: tn } = useTranslation('note');
  const { t: tc } = useTranslation(['columns', 'groups']);
  const openNote = useOpenNote();
  const editor = useEditor();
  const actions = useActions();
  const session = useSession();
  const placeName = usePlaceName();
  const canvas = useCanvas();
  const [language] = useLanguage();
  const bar = useValue(
    'selected notes',
    () => {
      if (!editor.isIn('select.idle') || editor.getIsReadonly()) return null;
      const shapes = editor.getSelectedShapes();
      const notes = shapes.filter(isNoteShape);
      const bounds = editor.getSelectionScreenBounds();
      // One drawing alone has its handles; what it is made of is chosen in the toolbar.
      if (!bounds || (notes.length !== shapes.length && shapes.length < 2)) return null;
      const view = editor.getViewportScreenBounds();
      const barRoom = barRoomIn(view.w);
      const above = topOf(editor, bounds.minY, notes.map((note) => noteId(note.id)), canvas.layout(), barRoom) - view.y;
      const isAbove = above > barRoom + 16;
      const colors = new Set(notes.map((note) => note.props.color));
      return {
        ids: notes.map((note) => noteId(note.id)),
        shapes: shapes.length,
        onlyNotes: notes.length === shapes.length,
        color: colors.size === 1 ? notes[0]!.props.color : null,
        left: Math.min(Math.max(bounds.midX - view.x, HALF_WIDTH), Math.max(HALF_WIDTH, view.w - HALF_WIDTH)),
        isAbove,
        top: isAbove ? above - GAP : Math.min(bounds.maxY - view.y + GAP, view.h - barRoom - 80),
      };
    },
    [editor, canvas],
  );
  const areActions = useSyncExternalStore(session.live.onNotes, () => bar?.ids.every((id) => session.live.note(id)?.action) ?? false);
  const shift = (by: -1 | 1) => {
    const now = bar?.ids.length === 1 ? shiftNote(session, bar.ids[0]!, by) : null;
    if (now) announce(tc('said.shifted', { position: now.index + 1, total: now.count }));
  };
  const mayShift = bar?.ids.length === 1 && session.mayChange(bar.ids[0]!);
  // Arrows alone nudge, and so would these.
  useShortcut('earlier', () => shift(-1), mayShift, true);
  useShortcut('later', () => shift(1), mayShift, true);
  useShortcut('group', () => asked.set({ kind: 'make', notes: inReadingOrder(bar!.ids, canvas.layout()) }), bar !== null && bar.onlyNotes && bar.ids.every((id) => session.mayChange(id) && !session.desk?.has(id)));
  if (!bar) return null;
  const { ids } = bar;
  if (!ids.every(session.mayChange)) return null;
  // Talking about a note, and grouping it, is for those who can see it.
  const isPublic = session.mayEditBoard() && !ids.some((id) => session.desk?.has(id));
  const isFree = ids.every((id) => {
    const place = session.live.note(id)?.placement;
    return place && !inColumn(place);
  });
  const arrange = isFree && bar.shapes > 1 && (
    <ArrangeMenu
      trigger={
        <IconButton label={tc('groups:arrange.label')}>
          <Ruler aria-hidden size={19} />
        </IconButton>
      }
      count={bar.shapes}
      onTidy={bar.onlyNotes ? () => tidy(session, ids) : undefined}
      onArrange={(way) => void actions[way]?.onSelect('toolbar')}
    />
  );
  const frame = {
    className: 'canvas-selection',
    'data-above': bar.isAbove || undefined,
    style: { left: bar.left, top: bar.top },
    onPointerDown: stopEventPropagation,
  };
  if (!bar.onlyNotes) {
    return (
      arrange && (
        <div {...frame} role="toolbar" aria-label={t('selection.shapes', { count: bar.shapes })}>
          {arrange}
        </div>
      )
    );
  }

  const standing = ids.length === 1 ? standingOf(session, ids[0]!) : null;
  const copy = () => {
    const notes = ids.flatMap((id) => session.live.note(id) ?? []);
    const made = duplicateAll(session, notes, language).map(shapeId);
    editor.select(...made);
    announce(t('did.duplicated', { count: made.length }));
  };

  return (
    <div {...frame} role="toolbar" aria-label={t('selection.label', { count: ids.length })}>
      <Swatches colors={NOTE_COLORS} chosen={bar.color} onChoose={(color) => recolor(session, ids, color)} />
      <span className="canvas-toolbar-line" />
      {ids.length === 1 && (
        <IconButton
          label={t('selection.edit')}
          onClick={() => {
            const shape = editor.getShape(shapeId(ids[0]!));
            if (!shape) return;
            editor.setEditingShape(shape.id);
            editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
          }}
        >
          <Pencil aria-hidden size={19} />
        </IconButton>
      )}
      {isPublic && ids.length === 1 && <TalkAbout id={ids[0]!} />}
      {ids.length === 1 && !session.desk?.has(ids[0]!) && <PointButton note={ids[0]!} />}
      {isPublic && (
        <IconButton
          label={tn(areActions ? 'action.untoggle' : 'action.toggle', { count: ids.length })}
          onClick={() => {
            tag(session, ids, !areActions);
            announce(tn(areActions ? 'action.unmade' : 'action.made', { count: ids.length }));
            // Who it is for and by when is asked where it is written down.
            if (!areActions && ids.length === 1) openNote(ids[0]!, 'action');
          }}
        >
          {areActions ? <FlagOff aria-hidden size={19} /> : <Flag aria-hidden size={19} />}
        </IconButton>
      )}
      <Menu
        align="center"
        trigger={
          <IconButton label={t('selection.move')}>
            <FolderInput aria-hidden size={19} />
          </IconButton>
        }
      >
        {standing && (
          <>
            <MenuItem icon={<ArrowUp aria-hidden size={18} />} disabled={standing.index === 0} onSelect={() => shift(-1)}>
              {tc('menu.earlier')}
            </MenuItem>
            <MenuItem icon={<ArrowDown aria-hidden size={18} />} disabled={standing.index === standing.orders.length - 1} onSelect={() => shift(1)}>
              {tc('menu.later')}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MoveToColumns
          own={null}
          onMove={(approach, column) => {
            moveNotes(session, inReadingOrder(ids, canvas.layout()), { approach, column });
            announce(t('did.moved', { count: ids.length, column: placeName(approach, column) }));
          }}
          onMoveOut={
            isFree
              ? undefined
              : () => {
                  moveOut(session, inReadingOrder(ids, canvas.layout()));
                  announce(tc('groups:said.notesMovedOut', { count: ids.length }));
                }
          }
        />
      </Menu>
      {isPublic && (
        <Menu
          align="center"
          trigger={
            <IconButton label={t('selection.group')}>
              <GroupIcon aria-hidden size={19} />
            </IconButton>
          }
        >
          <GroupChoices notes={inReadingOrder(ids, canvas.layout())} />
        </Menu>
      )}
      {arrange}
      <IconButton label={t('selection.duplicate')} onClick={copy}>
        <Copy aria-hidden size={19} />
      </IconButton>
      <IconButton
        label={t('selection.delete')}
        onClick={() => {
          remove(session, ids);
          announce(t('did.deleted', { count: ids.length }));
        }}
      >
        <Trash2 aria-hidden size={19} />
      </IconButton>
    </div>
  );
}

/** To react to the one note that is selected, and to its comments. */
function TalkAbout({ id }: { id: string }) {
  const { t } = useTranslation('note');
  const note = useNote(id);
  const openNote = useOpenNote();
  const part = useRef<HTMLSpanElement>(null);
  useShortcut('react', () => part.current?.querySelector<HTMLElement>('[data-part=react]')?.click());
  useShortcut('comment', () => openNote(id, 'comments'));
  if (!note) return null;
  const text = excerpt(note.text) || t('empty');
  return (
    <span className="canvas-selection-talk" ref={part}>
      <ReactButton id={id} label={t('react.button', { text })} />
      <IconButton label={t('comments.button', { count: note.comments.length, text })} onClick={() => openNote(id, 'comments')}>
        <MessageCircle aria-hidden size={19} />
      </IconButton>
    </span>
  );
}

/** Above what the bar stands, on the screen: above the selection, or above a group's header it would cover. */
function topOf(editor: Editor, top: number, ids: readonly string[], layout: BoardLayout, barRoom: number): number {
  const chosen = new Set(ids);
  const blocks = layout.approaches.flatMap((approach) => approach.columns.flatMap((column) => column.blocks));
  let highest = top;
  for (const { group, notes, x, y } of blocks) {
    if (group === null || !notes.some((id) => chosen.has(id))) continue;
    const frame = editor.pageToScreen({ x, y }).y;
    if (top - frame < barRoom + LAYOUT.groupHeader * editor.getZoomLevel()) highest = Math.min(highest, frame);
  }
  return highest;
}

/** Notes in the order they lie: from left to right by approach and column, then those that lie free. */
function inReadingOrder(ids: readonly string[], layout: BoardLayout): string[] {
  const chosen = new Set(ids);
  const inColumns = layout.approaches.flatMap((approach) => approach.columns.flatMap((column) => column.notes)).filter((id) => chosen.delete(id));
  return [...inColumns, ...chosen];
}
