import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** A year that is typed comes as 0002, 0020, 0202 before it is 2026. */
const FIRST_DAY = '1900-01-01';
/** A day chosen in the browser's calendar is on the board after so long, though the field was not left. */
const SETTLED_MS = 900;

/** By which day, in the browser's own field for days; put on the board as one act. */
export function DueField({ due, onChange }: { due: string | null; onChange: (due: string | null) => void }) {
  const { t } = useTranslation('note');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What is in the field and not on the board; `undefined` for nothing. */
  const draft = useRef<string | null | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const commit = () => {
    clearTimeout(timer.current);
    const next = draft.current;
    draft.current = undefined;
    if (next !== undefined && next !== due) onChange(next);
  };
  const latest = useRef(commit);
  useLayoutEffect(() => {
    latest.current = commit;
  });
  useEffect(() => () => latest.current(), []);

  // Not controlled: half a date has no value, and putting the old one back would take away what is being typed.
  useLayoutEffect(() => {
    const field = input.current;
    if (field && draft.current === undefined && !(field === document.activeElement && field.validity.badInput)) field.value = due ?? '';
  }, [due]);

  const read = () => {
    const field = input.current!;
    clearTimeout(timer.current);
    const half = field.validity.badInput || (field.value !== '' && field.value < FIRST_DAY);
    draft.current = half ? undefined : field.value || null;
    if (!half) timer.current = setTimeout(() => latest.current(), SETTLED_MS);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('action.due')}</label>
      <input
        id={id}
        ref={input}
        className="input"
        type="date"
        min={FIRST_DAY}
        max="9999-12-31"
        onInput={read}
        onBlur={() => {
          commit();
          if (input.current?.validity.badInput) input.current.value = due ?? '';
        }}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  );
}
