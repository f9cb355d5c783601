import type { Language } from '../../shared/languages.ts';
import { formatDay, formatMoment } from '../../shared/report/formats.ts';
import { localZone } from '../ui/zone.ts';

/** Up to how many milliseconds before an end its hour counts too. */
const HOURS_COUNT = 2 * 24 * 3_600_000;

/** When something ends, as a day; with the hour where it ends today or tomorrow. Times are milliseconds since 1970. */
export function endOf(time: number, now: number, language: Language): string {
  return (time - now < HOURS_COUNT ? formatMoment : formatDay)(time, language, localZone());
}
