/** When a snapshot was made, in milliseconds since 1970, and whether it was made before something that could hurt. */
export interface Moment {
  id: string;
  savedAt: number;
  before: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Snapshots made before something that could hurt all stay for so long. */
const CARE = 30 * DAY;

/**
 * For how long which snapshots stay: all of the last hour, then the last of each hour for a day, of
 * each day for 30 days, and of each week from then on. Each span is whole in the next, so that what
 * stays does not depend on how often one looks.
 */
const RULES: readonly { until: number; span: number }[] = [
  { until: HOUR, span: 0 },
  { until: DAY, span: HOUR },
  { until: 30 * DAY, span: DAY },
  { until: Infinity, span: 7 * DAY },
];

/**
 * Which of the snapshots that were made by themselves may go, since others of their time stay.
 * @param now milliseconds since 1970
 * @returns their ids
 */
export function thinned(moments: readonly Moment[], now: number): string[] {
  const newestFirst = [...moments].sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1));
  const taken = new Set<string>();
  return newestFirst.filter((moment) => !stays(moment, now, taken)).map(({ id }) => id);
}

function stays({ savedAt, before }: Moment, now: number, taken: Set<string>): boolean {
  const age = now - savedAt;
  if (before && age < CARE) return true;
  const { span } = RULES.find(({ until }) => age < until)!;
  if (span === 0) return true;
  const bucket = `${span}/${Math.floor(savedAt / span)}`;
  if (taken.has(bucket)) return false;
  taken.add(bucket);
  return true;
}
