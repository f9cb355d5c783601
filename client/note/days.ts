import type { Language } from '../../shared/languages.ts';
import { LOCALES } from '../../shared/report/formats.ts';

/** A calendar day as people write it, without the year where it is this one: '12 March'. @param day ISO 8601 */
export function tellDay(day: string, language: Language, month: 'short' | 'long' = 'long'): string {
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month, timeZone: 'UTC' };
  if (!thisYear) options.year = 'numeric';
  return new Intl.DateTimeFormat(LOCALES[language], options).format(Date.parse(day));
}

/** The day it is on this device, ISO 8601. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The moment somebody said something, by the reader's own clock; empty for a time no date can hold. */
export function tellMoment(time: number, language: Language): string {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return '';
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (today(moment) !== today()) Object.assign(options, { day: 'numeric', month: 'short' });
  if (moment.getFullYear() !== new Date().getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(LOCALES[language], options).format(moment);
}
