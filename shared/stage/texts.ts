import type { Language } from '../languages.ts';
import { templateText } from '../templates/index.ts';
import type { StageApproach } from './document.ts';

/** What an approach says to a reader of one language. */
export interface ApproachTexts {
  title: string;
  summary: string;
  useWhen: string;
  watchFor: string;
  question: string;
}

/** The texts of an approach; an approach of a template this version does not have shows its id as title. */
export function approachTexts(approach: StageApproach, language: Language): ApproachTexts {
  const text = (part: string) => templateText(`${approach.template}.${part}`, language) ?? '';
  return {
    title: text('title') || approach.id,
    summary: text('summary'),
    useWhen: text('useWhen'),
    watchFor: text('watchFor'),
    question: text('question'),
  };
}

/** The prompts of one column in the reader's language, in the template's order. */
export function columnPrompts(approach: StageApproach, column: string, language: Language): { id: string; text: string }[] {
  return approach.prompts
    .filter((prompt) => prompt.column === column)
    .flatMap((prompt) => {
      const text = templateText(prompt.id, language);
      return text ? [{ id: prompt.id, text }] : [];
    });
}
