import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce.tsx';
import { Button } from './Button.tsx';

const COPIED_MS = 3_000;

/** A text to copy, such as a link. Works without a secure context, where the clipboard interface is missing. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What was copied, for as long as the button says so. */
  const [copiedValue, setCopiedValue] = useState<string | null>(null);
  const copied = copiedValue === value;
  useEffect(() => {
    if (copiedValue === null) return;
    const timer = setTimeout(() => setCopiedValue(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copiedValue]);

  const copy = async () => {
    const done = await copyText(value, input.current!);
    setCopiedValue(done ? value : null);
    announce(done ? t('copied') : t('copyFailed'));
  };

  return (
    <div className="copy-field">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input id={id} ref={input} className="input" readOnly value={value} onFocus={(event) => event.target.select()} />
      <Button onClick={copy} icon={copied ? <Check aria-hidden size={18} /> : <Copy aria-hidden size={18} />}>
        {copied ? t('copied') : t('copy')}{' '}
        <span className="visually-hidden">{label}</span>
      </Button>
    </div>
  );
}

async function copyText(value: string, input: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    input.select();
    return document.execCommand('copy');
  }
}
