import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NoteColor } from '../../shared/board/index.ts';

interface SwatchesProps {
  colors: readonly NoteColor[];
  chosen: NoteColor | null;
  onChoose: (color: NoteColor) => void;
}

/** Papers to choose from, each with its name; the chosen one carries a tick. */
export function Swatches({ colors, chosen, onChoose }: SwatchesProps) {
  const { t } = useTranslation();
  return (
    <div className="canvas-swatches">
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          className="canvas-swatch"
          style={{ background: `var(--paper-${color})` }}
          aria-label={t(`colors.${color}`)}
          title={t(`colors.${color}`)}
          aria-pressed={chosen === color}
          onClick={() => onChoose(color)}
        >
          {chosen === color && <Check aria-hidden size={16} />}
        </button>
      ))}
    </div>
  );
}
