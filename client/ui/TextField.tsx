import { useId, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

interface TextFieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Offered while typing. */
  suggestions?: readonly string[];
}

/** From which part of its length on a field tells how much room is left. */
const NEARLY_FULL = 0.8;

/**
 * A labelled line of text with its hint and its error, tied together for screen readers.
 * With a `maxLength` and a `value` it counts the characters once they become scarce.
 */
export function TextField({ label, hint, error, suggestions, ...rest }: TextFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const { maxLength: max, value } = rest;
  const used = typeof value === 'string' ? value.length : 0;
  const counted = max !== undefined && used >= max * NEARLY_FULL;
  const described = [hint && `${id}-hint`, error && `${id}-error`, counted && `${id}-count`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        className="input"
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        list={suggestions?.length ? `${id}-list` : undefined}
        {...rest}
      />
      {suggestions && suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </datalist>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {counted && (
        <p className="field-count" id={`${id}-count`}>
          {t('characters', { used, max })}
        </p>
      )}
    </div>
  );
}

interface TextAreaProps extends ComponentProps<'textarea'> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** A labelled text of several lines with its hint and its error. */
export function TextArea({ label, hint, error, ...rest }: TextAreaProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea id={id} className="input input-lines" aria-describedby={described} aria-invalid={error ? true : undefined} {...rest} />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
