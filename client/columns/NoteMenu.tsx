import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useId, useRef, useState } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { NoteMenuItems } from './NoteMenuItems.tsx';

/**
 * The menu of a note. It is built when its button is reached and taken down after: a menu that
 * waits listens to every key press of the page, and a thousand of them make typing slow.
 */
export function NoteMenu({ id, label }: { id: string; label: string }) {
  const [open, setOpen] = useState(false);
  const [reached, setReached] = useState(false);
  // Inside the view, so that the menu stands within the page's landmarks.
  const [view, setView] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const buttonId = useId();
  return (
    <span className="note-menu-place">
      <IconButton
        ref={button}
        id={buttonId}
        label={label}
        data-part="menu"
        data-state={open ? 'open' : 'closed'}
        aria-haspopup="menu"
        aria-expanded={open}
        onFocus={(event) => {
          setView(event.currentTarget.closest<HTMLElement>('.columns-view'));
          setReached(true);
        }}
        onBlur={() => setReached(false)}
        // A press outside closes the menu, also one on this button, which must not open it again.
        onPointerDown={() => {
          wasOpen.current = open;
        }}
        onClick={(event) => {
          setOpen(event.detail === 0 || !wasOpen.current);
          wasOpen.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Ellipsis aria-hidden size={20} />
      </IconButton>
      {(open || reached) && (
        <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
          <DropdownMenu.Trigger asChild>
            <span className="note-menu-anchor" aria-hidden tabIndex={-1} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal container={view}>
            <DropdownMenu.Content
              className="menu"
              align="end"
              sideOffset={6}
              collisionPadding={8}
              aria-labelledby={buttonId}
              onCloseAutoFocus={(event) => {
                event.preventDefault();
                // Whoever pressed somewhere else has already taken the focus there.
                if (document.activeElement === document.body) button.current?.focus();
              }}
            >
              <NoteMenuItems id={id} />
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </span>
  );
}
