import type { Language } from '../languages.ts';
import type { Role } from '../protocol/roles.ts';
import { inARow, legible } from './characters.ts';
import type { SnapshotContent } from './content.ts';
import { formatLanguage, LOCALES } from './formats.ts';
import { reportTexts } from './texts.ts';

/** A site and who joined from it; `name` is `null` for people without a site. */
export interface ReportSite {
  name: string | null;
  /** Those who are named. */
  people: { id: string; name: string; role: Role }[];
  /** How many joined from there, named or not. */
  count: number;
  notes: number;
  /** Its country, its language and how many people took part there, as far as anybody said; for a reader. */
  about: string;
  /** As it was typed; empty where nobody has said. */
  country: string;
  /** What its language is called in the report's; empty where nobody has said. */
  spoken: string;
  /** 0 where nobody has said. */
  headcount: number;
}

/** The sites by name, those of one name told as one, then people without a site. */
export function tellSites(content: SnapshotContent, people: SnapshotContent['participants'], language: Language): ReportSite[] {
  const collator = new Intl.Collator(LOCALES[language]);
  const names = [...new Set(content.sites.map((site) => site.name))].sort((a, b) => collator.compare(a, b));
  const sites = names.map((name) => tellSite(content, people, name, language));
  const withoutSite = tellSite(content, people, null, language);
  return withoutSite.people.length > 0 ? [...sites, withoutSite] : sites;
}

function tellSite(content: SnapshotContent, people: SnapshotContent['participants'], name: string | null, language: Language): ReportSite {
  const texts = reportTexts(language);
  const sites = content.sites.filter((site) => site.name === name);
  const headcount = sites.reduce((sum, site) => sum + site.headcount, 0);
  const country = legible(sites[0]?.country ?? '');
  const spoken = legible(formatLanguage(sites[0]?.language ?? '', language));
  const there = people.filter((person) => person.siteName === name);
  return {
    name: name === null ? null : legible(name),
    people: there.filter((person) => person.name !== '').map((person) => ({ id: person.id, name: legible(person.name), role: person.role })),
    count: there.length,
    notes: content.notes.filter((note) => note.siteName === name).length,
    about: inARow([country, spoken, headcount > 0 && texts.inTheRoom(headcount)]),
    country,
    spoken,
    headcount,
  };
}
