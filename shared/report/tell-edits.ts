import type { Language } from '../languages.ts';
import { legible, namesInARow } from './characters.ts';
import type { SnapshotContent } from './content.ts';
import { formatList } from './formats.ts';
import { reportTexts } from './texts.ts';

/** What a facilitator has put before and behind a report, and what they have left out of it. */
export interface ToldEdits {
  /** In paragraphs; none where nothing was written. */
  introduction: string[];
  conclusions: string[];
  /** Sentences on what was left out. */
  leftOut: string[];
}

export function tellEdits({ edited, onlySite, polls }: SnapshotContent, language: Language): ToldEdits {
  const texts = reportTexts(language);
  const alone = onlySite === undefined ? [] : [texts.onlySite(legible(onlySite) || texts.noSite)];
  const bySite = onlySite !== undefined || (edited?.sitesLeftOut.length ?? 0) > 0;
  const answers = bySite && polls.length > 0 ? [texts.polls.ofAll] : [];
  if (!edited) return { introduction: [], conclusions: [], leftOut: [...alone, ...answers] };
  const { approachesLeftOut, columnsLeftOut, sitesLeftOut, notesLeftOut, names } = edited;
  const parts = [
    ...(approachesLeftOut > 0 ? [texts.approaches(approachesLeftOut)] : []),
    ...(columnsLeftOut > 0 ? [texts.columnsCount(columnsLeftOut)] : []),
    ...(sitesLeftOut.length > 0 ? [tellSitesLeftOut(sitesLeftOut, names === 'none', language)] : []),
  ];
  const list = formatList(parts, language);
  return {
    introduction: paragraphs(edited.introduction),
    conclusions: paragraphs(edited.conclusions),
    leftOut: [
      ...alone,
      ...(parts.length > 0 ? [texts.leftOut(list, texts.notes(notesLeftOut))] : []),
      ...(names === 'people' ? [] : [texts.leftOutNames[names]]),
      ...answers,
    ],
  };
}

/** Their number, and what they are called. */
function tellSitesLeftOut(sites: readonly string[], nameless: boolean, language: Language): string {
  const texts = reportTexts(language);
  const count = texts.sites(sites.length);
  return nameless ? count : `${count} (${namesInARow(sites.map((site) => legible(site) || texts.noSite))})`;
}

/** Paragraphs stand apart by an empty line, as people type them. */
function paragraphs(text: string): string[] {
  return legible(text)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
