import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, type ComponentProps, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { theBoard } from './focus.ts';
import { useKeyboardInset } from './useKeyboardInset.ts';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** Where the focus goes when what opened the dialog is no longer there; the board, where it is left out. */
  returnTo?: () => HTMLElement | null;
  children: ReactNode;
}

/** A modal dialog: focus stays inside, Escape closes it and gives the focus back. */
export function Dialog({ open, onOpenChange, title, description, returnTo, children }: DialogProps) {
  const { t } = useTranslation();
  const opener = useRef<HTMLElement | null>(null);
  // Radix gives the focus back only to a trigger of its own; these dialogs are opened from anywhere.
  const remember = (event: Event) => {
    const active = document.activeElement as HTMLElement | null;
    // An item of a menu goes with its menu; what stays is the button that opened it.
    const menu = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
    opener.current = menu ? document.getElementById(menu) : active;
    // A dialog that asks for one thing begins there, and not at the button that closes it.
    const first = (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[data-first]');
    if (!first) return;
    event.preventDefault();
    first.focus();
    if (first instanceof HTMLInputElement) first.select();
  };
  const giveBack = (event: Event) => {
    event.preventDefault();
    // What the dialog led to may have taken the focus already.
    if (document.activeElement !== document.body) return;
    const back = opener.current?.isConnected ? opener.current : (returnTo?.() ?? theBoard());
    back?.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Surface
          onOpenAutoFocus={remember}
          onCloseAutoFocus={giveBack}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('close')}>
                <X aria-hidden size={20} />
              </IconButton>
            </Radix.Close>
          </div>
          {description && <Radix.Description className="dialog-description">{description}</Radix.Description>}
          {children}
        </Surface>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What a dialog stands on: above the on-screen keyboard, too, where that covers a part of the page. */
function Surface(props: ComponentProps<typeof Radix.Content>) {
  const keyboard = useKeyboardInset();
  return <Radix.Content className="dialog" style={{ '--keyboard': `${keyboard}px` } as CSSProperties} {...props} />;
}
