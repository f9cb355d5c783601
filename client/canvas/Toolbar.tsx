import { useEditor, useValue } from '@tldraw/tldraw';
import { ArrowUpRight, Eraser, Hand, MousePointer2, Pencil, StickyNote, Type } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { NOTE_COLORS } from '../../shared/board/index.ts';
import { IconButton } from '../ui/Button.tsx';
import { NOTE_TOOL } from './add-note.ts';
import { useCanvas } from './canvas-context.ts';
import { InkChooser } from './InkChooser.tsx';
import { Swatches } from './Swatches.tsx';

const TOOLS = [
  { id: 'select', key: 'V', Icon: MousePointer2 },
  { id: 'hand', key: 'H', Icon: Hand },
  { id: NOTE_TOOL, key: 'N', Icon: StickyNote },
  { id: 'draw', key: 'D', Icon: Pencil },
  { id: 'arrow', key: 'A', Icon: ArrowUpRight },
  { id: 'text', key: 'T', Icon: Type },
  { id: 'eraser', key: 'E', Icon: Eraser },
] as const;

/** The tools of the canvas, and the paper of the next note. */
export function Toolbar() {
  const { t } = useTranslation('canvas');
  const { t: tc } = useTranslation();
  const editor = useEditor();
  const canvas = useCanvas();
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  return (
    <div className="canvas-toolbar" role="toolbar" aria-label={t('tools.label')}>
      {(current === 'draw' || current === 'arrow' || current === 'text') && <InkChooser />}
      {TOOLS.map(({ id, key, Icon }) => (
        <IconButton key={id} label={`${t(`tools.${id}`)} (${key})`} pressed={current === id} onClick={() => editor.setCurrentTool(id)}>
          <Icon aria-hidden size={21} />
        </IconButton>
      ))}
      <span className="canvas-toolbar-line" />
      <Popover.Root>
        <Popover.Trigger asChild>
          <IconButton label={t('paper', { color: tc(`colors.${canvas.paper}`) })}>
            <span className="canvas-paper-dot" style={{ background: `var(--paper-${canvas.paper})` }} />
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="canvas-popover" side="top" sideOffset={12} collisionPadding={8} aria-label={t('chooseColor')}>
            <Swatches colors={NOTE_COLORS} chosen={canvas.paper} onChoose={canvas.choosePaper} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
