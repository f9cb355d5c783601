import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: 'primary' | 'quiet' | 'plain' | 'danger';
  size?: 'normal' | 'small';
  icon?: ReactNode;
}

/** A button with words; `primary` for the one act a screen is there for. */
export function Button({ variant = 'quiet', size = 'normal', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${variant} button-${size} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  /** What the button does: its accessible name and its tool tip. */
  label: string;
  pressed?: boolean;
}

/** A button with only an icon; its label is spoken and shown as a tool tip. */
export function IconButton({ label, pressed, className = '', children, ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} aria-pressed={pressed} {...rest}>
      {children}
    </button>
  );
}
