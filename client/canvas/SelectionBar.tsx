import { stopEventPropagation, useEditor, useValue } from '@tldraw/tldraw';
import { Copy, FolderInput, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NOTE_COLORS } from '../../shared/board/index.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { duplicateAll, moveNotes, recolor, remove } from '../session/acts.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/Button.tsx';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useColumnName } from '../ui/useColumnName.ts';
import { isNoteShape, noteId, shapeId } from './note-shape.tsx';
import { Swatches } from './Swatches.tsx';

/** Half the bar's width and a margin, so that it stays within the view. */
const HALF_WIDTH = 222;

/** What can be done with the notes that are selected, above them: a menu beside every drag. */
export function SelectionBar() {
  const { t } = useTranslation('canvas');
  const columnName = useColumnName();
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
