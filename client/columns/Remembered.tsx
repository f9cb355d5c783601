import './fold.css';
import { useState, type ReactNode } from 'react';
import { keep, onDevice, recall } from '../session/storage.ts';

interface RememberedProps {
  /** Under which it is remembered on this device whether it is open. */
  name: string;
  open?: boolean;
  className?: string;
  summary: ReactNode;
  children: ReactNode;
}

/** A part of the page that can be folded away, and stays as it was left. */
export function Remembered({ name, open: initially = false, className = '', summary, children }: RememberedProps) {
  const key = `plenary.open/${name}`;
  const [open, setOpen] = useState(() => (recall(onDevice, key) ?? (initially ? 'yes' : 'no')) === 'yes');
  return (
    <details
      className={`columns-fold ${className}`}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        keep(onDevice, key, event.currentTarget.open ? 'yes' : 'no');
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
