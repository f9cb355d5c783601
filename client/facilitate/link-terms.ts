import { PASSPHRASE_MIN } from '../../shared/protocol/limits.ts';

export const UNTILS = ['never', 'day', 'week', 'date'] as const;

/** What a facilitator asks of a new link, as it stands in the form. */
export interface LinkWishes {
  until: (typeof UNTILS)[number];
  /** As a `datetime-local` field has it, by the clock of this device; counts with `until: 'date'`. */
  date: string;
  passphrase: string;
}

export const NO_WISHES: LinkWishes = { until: 'never', date: '', passphrase: '' };

const DAY = 24 * 60 * 60 * 1_000;

/** When a link is to expire, in milliseconds since 1970; `null` for never, `NaN` for a date that is none. */
export function expiryOf({ until, date }: LinkWishes, now: number): number | null {
  if (until === 'never') return null;
  if (until === 'date') return new Date(date).getTime();
  return now + (until === 'day' ? DAY : 7 * DAY);
}

/** The fields that are not right, in the order of the form. */
export function wrongWishes(wishes: LinkWishes, now: number): ('date' | 'passphrase')[] {
  const expiry = expiryOf(wishes, now);
  const passphrase = wishes.passphrase.trim();
  return [
    ...(expiry !== null && !(expiry > now) ? ['date' as const] : []),
    ...(passphrase !== '' && passphrase.length < PASSPHRASE_MIN ? ['passphrase' as const] : []),
  ];
}

/** A moment as a `datetime-local` field has it, by the clock of this device. */
export function localMoment(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 16);
}
