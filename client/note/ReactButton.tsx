import { SmilePlus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { REACTION_KINDS } from '../../shared/board/index.ts';
import { ReactionSign } from '../../shared/report/ReactionSign.tsx';
import { useNote, useSession } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useTalk } from './useTalk.ts';

/**
 * Reacts with two presses of a thumb: this button, and one of the signs that appear beside it. What
 * appears is built when it is asked for, since a thousand notes have the button.
 */
export function ReactButton({ id, label }: { id: string; label: string }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useFocusHeir(button, (part) => part.closest<HTMLElement>('[data-note]'));
  // A reaction says whose it is.
  if (useSession().isAnonymous()) return null;
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        data-part="react"
        data-state={open ? 'open' : 'closed'}
        aria-haspopup="dialog"
        aria-expanded={open}
        // A press outside closes what is open, also one on this button, which must not open it again.
        onPointerDown={() => {
          wasOpen.current = open;
        }}
        onClick={(event) => {
          setOpen(event.detail === 0 || !wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <SmilePlus aria-hidden size={18} />
      </IconButton>
      {open && (
        <Popover.Root open onOpenChange={setOpen}>
          <Popover.Anchor virtualRef={button as RefObject<HTMLButtonElement>} />
          <Popover.Portal>
            <Signs id={id} onDone={() => setOpen(false)} onClosed={() => button.current?.focus()} />
          </Popover.Portal>
        </Popover.Root>
      )}
    </>
  );
}

function Signs({ id, onDone, onClosed }: { id: string; onDone: () => void; onClosed: () => void }) {
  const { t } = useTranslation('note');
  const { participant } = useSession();
  const note = useNote(id);
  const { react } = useTalk(id);
  return (
    <Popover.Content
      className="reaction-choice"
      side="top"
      sideOffset={6}
      collisionPadding={8}
      aria-label={t('react.choose')}
      onKeyDown={(event) => event.stopPropagation()}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        // Whoever pressed somewhere else has already taken the focus there.
        if (document.activeElement === document.body) onClosed();
      }}
    >
      {REACTION_KINDS.map((kind) => (
        <IconButton
          key={kind}
          label={t(`kinds.${kind}`)}
          pressed={note?.reactions.some((reaction) => reaction.kind === kind && reaction.participants.includes(participant ?? '')) ?? false}
          onClick={() => {
            react(kind);
            onDone();
          }}
        >
          <ReactionSign kind={kind} size={26} />
        </IconButton>
      ))}
    </Popover.Content>
  );
}
