import { stopEventPropagation, useEditor, useValue } from '@tldraw/tldraw';
import { Copy, Flag, FlagOff, FolderInput, MessageCircle, Pencil, Trash2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_COLORS } from '../../shared/board/index.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useOpenNote } from '../note/open-note.ts';
import { ReactButton } from '../note/ReactButton.tsx';
import { duplicateAll, moveNotes, recolor, remove } from '../session/acts.ts';
import { useNote, useSession, useStage } from '../session/hooks.ts';
import { tag } from '../session/talk.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { isNoteShape, noteId, shapeId } from './note-shape.tsx';
import { Swatches } from './Swatches.tsx';

/** Half the bar's width and a margin, so that it stays within the view. */
const HALF_WIDTH = 285;

/** What can be done with the notes that are selected, above them: a menu beside every drag. */
export function SelectionBar() {
  const { t } = useTranslation('canvas');
  const columnName = useColumnName();
  const { t: tn } = useTranslation('note');
  const openNote = useOpenNote();
  const editor = useEditor();
  const session = useSession();
  const stage = useStage();
  const [language] = useLanguage();
  const bar = useValue(
    'selected notes',
    () => {
      if (!editor.isIn('select.idle') || editor.getIsReadonly()) return null;
      const shapes = editor.getSelectedShapes();
      const notes = shapes.filter(isNoteShape);
      const bounds = editor.getSelectionScreenBounds();
      if (notes.length === 0 || notes.length !== shapes.length || !bounds) return null;
      const view = editor.getViewportScreenBounds();
      const colors = new Set(notes.map((note) => note.props.color));
      return {
        ids: notes.map((note) => noteId(note.id)),
        color: colors.size === 1 ? notes[0]!.props.color : null,
        left: Math.min(Math.max(bounds.midX - view.x, HALF_WIDTH), Math.max(HALF_WIDTH, view.w - HALF_WIDTH)),
        top: bounds.minY - view.y > 76 ? bounds.minY - view.y - 60 : Math.min(bounds.maxY - view.y + 12, view.h - 140),
      };
    },
    [editor],
  );
  const areActions = useSyncExternalStore(session.live.onNotes, () => bar?.ids.every((id) => session.live.note(id)?.action) ?? false);
  if (!bar) return null;
  const { ids } = bar;

  const copy = () => {
    const notes = ids.flatMap((id) => session.live.note(id) ?? []);
    const made = duplicateAll(session, notes, language).map(shapeId);
    editor.select(...made);
    announce(t('did.duplicated', { count: made.length }));
  };

  return (
    <div className="canvas-selection" role="toolbar" aria-label={t('selection.label', { count: ids.length })} style={{ left: bar.left, top: bar.top }} onPointerDown={stopEventPropagation}>
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
      {ids.length === 1 && <TalkAbout id={ids[0]!} />}
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
      <Menu
        align="center"
        trigger={
          <IconButton label={t('selection.move')}>
            <FolderInput aria-hidden size={19} />
          </IconButton>
        }
      >
        {stage.approaches.map((approach) => (
          <div key={approach.id} role="group" aria-label={approachTexts(approach, language).title}>
            <p className="menu-label">{approachTexts(approach, language).title}</p>
            {approach.columns.map((column) => (
              <MenuItem
                key={column.id}
                icon={<ColumnIcon kind={column.kind} size={17} />}
                onSelect={() => {
                  moveNotes(session, ids, { approach: approach.id, column: column.id });
                  announce(t('did.moved', { count: ids.length, column: columnName(column) }));
                }}
              >
                {columnName(column)}
              </MenuItem>
            ))}
          </div>
        ))}
      </Menu>
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
  if (!note) return null;
  const text = excerpt(note.text) || t('empty');
  return (
    <>
      <ReactButton id={id} label={t('react.button', { text })} />
      <IconButton label={t('comments.button', { count: note.comments.length, text })} onClick={() => openNote(id, 'comments')}>
        <MessageCircle aria-hidden size={19} />
      </IconButton>
    </>
  );
}
