import { useEditor, useValue } from '@tldraw/tldraw';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { useCanvas } from './canvas-context.ts';

/** Nearer, farther, everything. */
export function ZoomBar() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const canvas = useCanvas();
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  const animation = { animation: { duration: 160 } };
  return (
    <div className="canvas-zoom" role="group" aria-label={t('zoom.label')}>
      <IconButton label={t('zoom.out')} onClick={() => editor.zoomOut(editor.getViewportScreenCenter(), animation)}>
        <Minus aria-hidden size={18} />
      </IconButton>
      <button type="button" className="canvas-zoom-percent" title={t('zoom.reset')} onClick={() => editor.resetZoom(editor.getViewportScreenCenter(), animation)}>
        <span className="visually-hidden">{t('zoom.reset')}</span>
        {t('zoom.percent', { percent })}
      </button>
      <IconButton label={t('zoom.in')} onClick={() => editor.zoomIn(editor.getViewportScreenCenter(), animation)}>
        <Plus aria-hidden size={18} />
      </IconButton>
      <IconButton label={t('zoom.fit')} onClick={canvas.fit}>
        <Maximize aria-hidden size={18} />
      </IconButton>
    </div>
  );
}
