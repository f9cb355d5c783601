import { flushSync } from 'react-dom';

/** The names of the fields that are still empty, in the order of the form. */
export function emptyFields<T extends string>(values: Record<T, string>): T[] {
  return (Object.keys(values) as T[]).filter((name) => !values[name].trim());
}

/** Shows what is wrong, then leads to the first wrong field, so that its error is read with it. */
export function showErrors(form: HTMLFormElement, show: () => void): void {
  flushSync(show);
  form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}
