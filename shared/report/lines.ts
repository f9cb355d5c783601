import { isolated, namesInARow } from './characters.ts';
import type { Report } from './model.ts';
import type { ReportSite } from './sites.ts';
import type { ReportTexts } from './texts.ts';

/* What a report says in a line of those who took part and of the moment that was saved: the same in every format. */

/** The names of those who led; empty where nobody did. */
export function facilitatorsInARow(sites: readonly ReportSite[]): string {
  return namesInARow(sites.flatMap(({ people }) => people.filter(({ role }) => role === 'facilitator').map(({ name }) => name)));
}

/** The named sites, each with how many people were in the room where somebody said so. */
export function sitesInARow(sites: readonly ReportSite[], texts: ReportTexts): string {
  return sites.flatMap(({ name, headcount }) => (name === null ? [] : headcount > 0 ? `${isolated(name)} (${texts.inTheRoom(headcount)})` : isolated(name))).join(' · ');
}

/** Those of a site who are named; who leads is marked. */
export function peopleInARow({ people }: Pick<ReportSite, 'people'>, texts: ReportTexts): string {
  return people.map(({ name, role }) => (role === 'facilitator' ? `${isolated(name)} (${texts.roles.facilitator})` : isolated(name))).join(', ');
}

/** What the snapshot is called and who saved it, as far as that is known. */
export function savedFacts({ title, savedBy }: Report['snapshot'], texts: ReportTexts): string[] {
  return [...(title === '' ? [] : [texts.snapshotTitle(isolated(title))]), ...(savedBy === '' ? [] : [texts.savedBy(isolated(savedBy))])];
}
