import { DefaultColorStyle, DefaultSizeStyle, useEditor, useValue } from '@tldraw/tldraw';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Inks of tldraw, by its names, with the colour they have on a light ground. */
const INKS = { black: '#1d1d1d', blue: '#4465e9', green: '#099268', orange: '#e16919', red: '#e03131' } as const;
const SIZES = ['s', 'm', 'l'] as const;
const DOT = { s: 6, m: 10, l: 15 };

/** Colour and thickness of what is drawn next. */
export function InkChooser() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const ink = useValue('ink', () => editor.getStyleForNextShape(DefaultColorStyle), [editor]);
  const size = useValue('size', () => editor.getStyleForNextShape(DefaultSizeStyle), [editor]);
  return (
    <div className="canvas-inks" role="group" aria-label={t('ink.label')}>
      {(Object.keys(INKS) as (keyof typeof INKS)[]).map((name) => (
        <button
          key={name}
          type="button"
          className="canvas-ink"
          aria-label={t(`ink.${name}`)}
          title={t(`ink.${name}`)}
          aria-pressed={ink === name}
          onClick={() => editor.setStyleForNextShapes(DefaultColorStyle, name)}
        >
          <span style={{ background: INKS[name] }}>{ink === name && <Check aria-hidden size={14} color="#fff" />}</span>
        </button>
      ))}
      <span className="canvas-toolbar-line" />
      {SIZES.map((name) => (
        <button
          key={name}
          type="button"
          className="canvas-ink canvas-ink-size"
          aria-label={t(`ink.size.${name}`)}
          title={t(`ink.size.${name}`)}
          aria-pressed={size === name}
          onClick={() => editor.setStyleForNextShapes(DefaultSizeStyle, name)}
        >
          <i style={{ width: DOT[name], height: DOT[name] }} />
        </button>
      ))}
    </div>
  );
}
