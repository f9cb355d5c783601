import { useId, type ReactNode } from 'react';

interface ChoiceProps<T extends string> {
  legend: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string; hint?: string; lang?: string }[];
  onChange: (value: T) => void;
}

/** Native radio buttons under a legend, of which one is chosen. */
export function Choice<T extends string>({ legend, hint, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <Tick key={option.value} id={`${id}-${option.value}`} label={option.label} hint={option.hint} lang={option.lang}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            onChange={() => onChange(option.value)}
          />
        </Tick>
      ))}
    </fieldset>
  );
}

interface CheckboxProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A native checkbox with its label. */
export function Checkbox({ label, hint, checked, onChange }: CheckboxProps) {
  const id = useId();
  return (
    <Tick id={id} label={label} hint={hint}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Tick>
  );
}

interface TickProps {
  id: string;
  label: string;
  hint: string | undefined;
  lang?: string | undefined;
  children: ReactNode;
}

function Tick({ id, label, hint, lang, children }: TickProps) {
  return (
    <div className="tick" lang={lang}>
      {children}
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
