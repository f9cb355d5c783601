import { useEditor, useValue } from '@tldraw/tldraw';
import { ArrowUpRight, Eraser, Hand, MousePointer2, Pencil, StickyNote, Type } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { NOTE_COLORS } from '../../shared/board/index.ts';
import { activeKeys, type ShortcutId } from '../keys/shortcuts.ts';
import { usePreferences } from '../settings/preferences.ts';
import { IconButton } from '../ui/Button.tsx';
import { NOTE_TOOL } from './add-note.ts';
import { useCanvas } from './canvas-context.ts';
import { useSession } from '../session/hooks.ts';
import { DRAWING_TOOLS } from './tldraw-setup.ts';
import { InkChooser } from './InkChooser.tsx';
import { Swatches } from './Swatches.tsx';

const TOOLS = [
  { id: 'select', Icon: MousePointer2 },
  { id: 'hand', Icon: Hand },
  { id: NOTE_TOOL, Icon: StickyNote },
  { id: 'draw', Icon: Pencil },
  { id: 'arrow', Icon: ArrowUpRight },
  { id: 'text', Icon: Type },
  { id: 'eraser', Icon: Eraser },
] as const;

/** The tools of the canvas, and the paper of the next note. */
export function Toolbar() {
  const { t } = useTranslation('canvas');
  const { t: tc } = useTranslation();
  const editor = useEditor();
  const canvas = useCanvas();
  const session = useSession();
  const { singleKeys } = usePreferences();
  const withKey = (name: string, id: ShortcutId) => [name, ...activeKeys(id, singleKeys).map((key) => `(${key})`)].join(' ');
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  return (
    <div className="canvas-toolbar" role="toolbar" aria-label={t('tools.label')}>
      {(current === 'draw' || current === 'arrow' || current === 'text') && <InkChooser />}
      {TOOLS.filter(({ id }) => session.mayEditBoard() || !DRAWING_TOOLS.includes(id)).map(({ id, Icon }) => (
        <IconButton key={id} label={withKey(t(`tools.${id}`), id === NOTE_TOOL ? 'tool-note' : `tool-${id}`)} pressed={current === id} onClick={() => editor.setCurrentTool(id)}>
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
