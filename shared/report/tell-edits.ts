import type { Language } from '../languages.ts';
import { legible } from './characters.ts';
import type { SnapshotContent } from './content.ts';
import { reportTexts } from './texts.ts';

/** What a facilitator has put before and behind a report, and what they have left out of it. */
export interface ToldEdits {
  /** In paragraphs; none where nothing was written. */
  introduction: string[];
  conclusions: string[];
  /** Sentences on what was left out. */
  leftOut: string[];
}

export function tellEdits({ edited }: SnapshotContent, language: Language): ToldEdits {
  if (!edited) return { introduction: [], conclusions: [], leftOut: [] };
  const texts = reportTexts(language);
  const { approachesLeftOut, columnsLeftOut, notesLeftOut, names } = edited;
  const parts = [...(approachesLeftOut > 0 ? [texts.approaches(approachesLeftOut)] : []), ...(columnsLeftOut > 0 ? [texts.columnsCount(columnsLeftOut)] : [])];
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return {
    introduction: paragraphs(edited.introduction),
    conclusions: paragraphs(edited.conclusions),
    leftOut: [
      ...(parts.length > 0 ? [texts.leftOut(list, texts.notes(notesLeftOut))] : []),
      ...(names === 'people' ? [] : [texts.leftOutNames[names]]),
    ],
  };
}

/** Paragraphs stand apart by an empty line, as people type them. */
function paragraphs(text: string): string[] {
  return legible(text)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
