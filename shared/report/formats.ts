import type { Language } from '../languages.ts';

/** The locale that dates, numbers and plurals of each language follow. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', pt: 'pt-PT' };

/** Day and time with the name of the time zone, for a moment that people of several countries share. */
export function formatMoment(time: number, language: Language, timeZone: string): string {
  return format(time, language, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** From one moment to another, saying the day once where it is one; empty where there are none. */
export function formatSpan(from: number, to: number, language: Language, timeZone: string): string {
  if (!isDate(from) || !isDate(to)) return '';
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  return format.formatRange(from, to);
}

/** The day alone. */
export function formatDay(time: number, language: Language, timeZone: string): string {
  return format(time, language, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}

export function formatNumber(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(n);
}

/** With one digit behind the point. */
export function formatDecimal(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n);
}

/** 'one, two and three'. */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
}

/** A share of one as whole percents. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A language by its name in another; empty for a tag that names none. */
export function formatLanguage(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames(LOCALES[language], { type: 'language', fallback: 'none' }).of(tag) ?? '';
  } catch {
    return '';
  }
}

/** ISO 8601 in UTC; empty for a time no date can hold (a note carries its author's clock). */
export function isoTime(time: number): string {
  return isDate(time) ? new Date(time).toISOString() : '';
}

function format(time: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  return isDate(time) ? new Intl.DateTimeFormat(LOCALES[language], options).format(time) : '';
}

/** ECMA-262, 21.4.1.1: a time value spans 8.64e15 milliseconds to either side of 1970. */
function isDate(time: number): boolean {
  return Math.abs(time) <= 8.64e15;
}
