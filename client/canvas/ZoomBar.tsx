import { useEditor, useValue } from '@tldraw/tldraw';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../columns/useMediaQuery.ts';
import { keep, onDevice, recall } from '../session/storage.ts';
import { IconButton } from '../ui/Button.tsx';
import { useCanvas } from './canvas-context.ts';
import { MiniMap } from './MiniMap.tsx';

const MAP_SHOWN = 'plenary.map';
/** On smaller screens the map would hide what it is the map of. */
const ROOM_FOR_MAP = '(min-width: 760px) and (min-height: 560px)';

/** Nearer, farther, everything, and the map of it. */
export function ZoomBar() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const canvas = useCanvas();
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  const roomForMap = useMediaQuery(ROOM_FOR_MAP);
  const [mapShown, setMapShown] = useState(() => recall(onDevice, MAP_SHOWN) === 'yes');
  const toggleMap = () => {
    setMapShown(!mapShown);
    keep(onDevice, MAP_SHOWN, mapShown ? '' : 'yes');
  };
  const animation = { animation: { duration: 160 } };
  return (
    <>
      {roomForMap && mapShown && <MiniMap />}
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
        {roomForMap && (
          <IconButton label={t('map.toggle')} pressed={mapShown} onClick={toggleMap}>
            <MapIcon aria-hidden size={18} />
          </IconButton>
        )}
      </div>
    </>
  );
}
