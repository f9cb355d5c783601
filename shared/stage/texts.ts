import type { Language } from '../languages.ts';
import { templateText } from '../templates/index.ts';
import type { StageApproach, StagePrompt } from './structure.ts';

/** What an approach says to a reader of one language. */
export interface ApproachTexts {
  title: string;
  summary: string;
  useWhen: string;
  watchFor: string;
  question: string;
}

/**
 * The texts of an approach: those that were typed on this board, else those of its template; an
 * approach of a template this version does not have shows its id as title.
 */
export function approachTexts(approach: Pick<StageApproach, 'id' | 'template' | 'title' | 'question' | 'breakout'>, language: Language): ApproachTexts {
  const text = (part: string) => templateText(`${approach.template}.${part}`, language) ?? '';
  return {
    title: [approach.title || text('title') || approach.id, approach.breakout?.name].filter(Boolean).join(' · '),
    summary: text('summary'),
    useWhen: text('useWhen'),
    watchFor: text('watchFor'),
    question: approach.question ?? text('question'),
  };
}

/** What a prompt says to a reader of one language; `undefined` where this version has no text for it. */
export function promptText(prompt: Pick<StagePrompt, 'id' | 'text'>, language: Language): string | undefined {
  return prompt.text || templateText(prompt.id, language);
}

/** The prompts of one column in the reader's language, in their order. */
export function columnPrompts(approach: Pick<StageApproach, 'prompts'>, column: string, language: Language): { id: string; text: string }[] {
  return approach.prompts
    .filter((prompt) => prompt.column === column)
    .flatMap((prompt) => {
      const text = promptText(prompt, language);
      return text ? [{ id: prompt.id, text }] : [];
    });
}
