import * as Y from 'yjs';
import { createId } from '../ids.ts';
import { SITE_LIMITS, TEXT_LIMITS } from '../protocol/limits.ts';
import { oneLine } from '../text.ts';
import type { z } from '../zod.ts';
import { changeStage, record, setAll } from './change.ts';
import { readAll, siteRecord, stageTypes } from './records.ts';
import { SITE_COLORS, SITE_PATTERNS, type SiteColor, type SitePattern } from './site-looks.ts';

/**
 * The places that take part. Each is a `Y.Map`, so that facilitators who change different things of
 * one at once never collide; sites of boards before schema 3 are plain values until the first change.
 */

/** A place that takes part, with how it is drawn: never by its colour alone. */
export interface StageSite {
  id: string;
  name: string;
  /** As it was typed; empty where nobody has said. */
  country: string;
  /** What is mostly spoken there, as a BCP 47 language subtag; empty where nobody has said. */
  language: string;
  /** How many people take part there; 0 where nobody has said. */
  headcount: number;
  /** The participant who said so as they joined; `null` where a facilitator did, or nobody. */
  headcountBy: string | null;
  color: SiteColor;
  pattern: SitePattern;
}

/** What can be said of a site; what is left out stays. */
export type SiteWishes = Partial<Omit<StageSite, 'id' | 'headcountBy'>>;

/** All sites in the order they came; one without a look of its own has that of its turn. */
export function readSites(doc: Y.Doc): StageSite[] {
  const records = readAll(stageTypes(doc).sites, siteRecord, ({ id }) => id);
  // A document has no order of keys that all copies share.
  records.sort((a, b) => (a.madeAt ?? 0) - (b.madeAt ?? 0) || (a.id < b.id ? -1 : 1));
  return records.map((site, turn) => {
    const look = lookAt(turn);
    return {
      id: site.id,
      name: site.name,
      country: site.country ?? '',
      language: site.language ?? '',
      headcount: site.headcount ?? 0,
      headcountBy: site.headcountBy ?? null,
      color: site.color ?? look.color,
      pattern: site.pattern ?? look.pattern,
    };
  });
}

/**
 * The site of that name, spelled as the first person spelled it; made when it is new. Only the
 * server calls it, when somebody joins.
 * @param said what they say of it; it fills in what nobody has said yet
 */
export function ensureSite(doc: Y.Doc, name: string, said: SiteWishes = {}, made: Partial<Made> = {}): StageSite {
  const wanted = name.trim().toLocaleLowerCase();
  const known = readSites(doc).find((site) => site.name.toLocaleLowerCase() === wanted);
  if (!known) return addSite(doc, { ...said, name }, made);
  const news = Object.fromEntries(Object.entries(said).filter(([key]) => !known[key as keyof SiteWishes]));
  if (Object.keys(news).length > 0) editSite(doc, known.id, news);
  return known;
}

/** Under which id a site is made, and when, in milliseconds since 1970. */
interface Made {
  id: string;
  at: number;
}

/** Makes a site, drawn unlike those that are there. */
export function addSite(doc: Y.Doc, wishes: SiteWishes & { name: string }, { id = createId(), at = Date.now() }: Partial<Made> = {}): StageSite {
  const sites = readSites(doc);
  const taken = new Set(sites.map(lookKey));
  let turn = sites.length;
  while (taken.has(lookKey(lookAt(turn))) && turn < sites.length + LOOKS) turn += 1;
  const site = { ...lookAt(turn), ...sound(wishes) };
  changeStage(doc, () => stageTypes(doc).sites.set(id, record({ id, madeAt: at, ...site })));
  return readSites(doc).find((made) => made.id === id)!;
}

/**
 * Somebody who joins says how many people they write for. A headcount is votes: one that is there
 * already stays, and facilitators see who said it. Only the server calls it.
 */
export function sayHeadcount(doc: Y.Doc, id: string, headcount: number, participant: string): void {
  const site = readSites(doc).find((one) => one.id === id);
  if (!site || site.headcount > 0) return;
  editSite(doc, id, { headcount });
  const stored = stageTypes(doc).sites.get(id);
  if (stored instanceof Y.Map) stored.set('headcountBy', participant);
}

/** Changes what is said of a site. */
export function editSite(doc: Y.Doc, id: string, wishes: SiteWishes): void {
  const { sites } = stageTypes(doc);
  const found = sites.get(id);
  if (found === undefined) return;
  changeStage(doc, () => {
    let site = found;
    if (!(site instanceof Y.Map)) sites.set(id, (site = record(siteRecord.catch({ id, name: '' }).parse(found))));
    setAll(site as Y.Map<unknown>, { ...sound(wishes), ...(wishes.headcount !== undefined && { headcountBy: undefined }) });
  });
}

/** Takes a site off the list. Whoever joined from there keeps their name and notes, without a site. */
export function removeSite(doc: Y.Doc, id: string): void {
  changeStage(doc, () => stageTypes(doc).sites.delete(id));
}

function sound({ name, country, language, headcount, ...look }: SiteWishes): Partial<z.input<typeof siteRecord>> {
  return {
    ...look,
    ...(name !== undefined && { name: oneLine(name, TEXT_LIMITS.site) }),
    ...(country !== undefined && { country: oneLine(country, SITE_LIMITS.country) }),
    ...(language !== undefined && { language }),
    ...(headcount !== undefined && { headcount: soundHeadcount(headcount) }),
  };
}

function soundHeadcount(count: number): number {
  return Number.isFinite(count) ? Math.min(Math.max(Math.round(count), 0), SITE_LIMITS.headcount) : 0;
}

const LOOKS = SITE_COLORS.length * SITE_PATTERNS.length;

/** Colour and pattern of the site whose turn it is: neighbours differ in both. */
function lookAt(turn: number): Pick<StageSite, 'color' | 'pattern'> {
  const round = Math.floor(turn / SITE_COLORS.length);
  return { color: SITE_COLORS[turn % SITE_COLORS.length]!, pattern: SITE_PATTERNS[(turn + round) % SITE_PATTERNS.length]! };
}

function lookKey({ color, pattern }: Pick<StageSite, 'color' | 'pattern'>): string {
  return `${color} ${pattern}`;
}
