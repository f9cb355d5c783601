import { useEditor, useEditorComponents, useValue, type TLShapeId } from '@tldraw/tldraw';
import { MOST_HELD } from './mounting.ts';

/**
 * Frames around what is selected and pointed at. tldraw's own keeps a hidden frame for every shape
 * of the page. Of a great many the frames are painted; see `FarLayer`.
 */
export function Indicators() {
  const editor = useEditor();
  const { ShapeIndicator } = useEditorComponents();
  const ids = useValue(
    'framed shapes',
    () => {
      const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState();
      const atRest = editor.isInAny('select.idle', 'select.editing_shape');
      const isPointing = editor.isInAny('select.brushing', 'select.scribble_brushing', 'select.pointing_shape', 'select.pointing_selection', 'select.pointing_handle');
      if (isChangingStyle || !(atRest || isPointing)) return '';
      const selected = editor.getSelectedShapeIds();
      const hovered = atRest && isHoveringCanvas && !isCoarsePointer ? editor.getHoveredShapeId() : null;
      return [...new Set([...(selected.length <= MOST_HELD ? selected : []), ...(hovered ? [hovered] : [])])].join(' ');
    },
    [editor],
  );
  if (!ShapeIndicator || ids === '') return null;
  return ids.split(' ').map((id) => <ShapeIndicator key={id} shapeId={id as TLShapeId} />);
}
