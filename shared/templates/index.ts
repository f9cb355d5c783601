import type { Language } from '../languages.ts';
import { NINETY_MINUTES, type StepTemplate } from './agendas.ts';
import { global } from './global.ts';
import { own } from './own.ts';
import { partnership } from './partnership.ts';
import { en } from './texts.en.ts';
import { pt } from './texts.pt.ts';
import type { ApproachTemplate } from './types.ts';

export type { StepTemplate } from './agendas.ts';
export type { ApproachTemplate, PromptTemplate } from './types.ts';

/** What a board can be seeded from, in the order they are offered. */
export const TEMPLATE_IDS = ['partnership', 'global', 'both', 'empty'] as const;

export type TemplateId = (typeof TEMPLATE_IDS)[number];

export type TemplateTextId = keyof typeof en;

/** The approaches each template puts on the board, from left to right. */
export const TEMPLATES: Record<TemplateId, readonly ApproachTemplate[]> = {
  partnership: [partnership],
  global: [global],
  both: [partnership, global],
  empty: [own],
};

/** The agenda each template brings. */
export const AGENDAS: Record<TemplateId, readonly StepTemplate[]> = {
  partnership: NINETY_MINUTES,
  global: NINETY_MINUTES,
  both: NINETY_MINUTES,
  empty: NINETY_MINUTES,
};

/** The approach of the templates with that id. */
export function approachTemplate(id: string): ApproachTemplate | undefined {
  return Object.values(TEMPLATES)
    .flat()
    .find((approach) => approach.id === id);
}

/** Raised when the content of the templates has changed; stored with each board that is seeded. */
export const TEMPLATE_VERSION = 1;

const TEXTS: Record<Language, Record<TemplateTextId, string>> = { en, pt };

/** All texts of the templates in one language, for tests of completeness. */
export function templateTexts(language: Language): Record<string, string> {
  return TEXTS[language];
}

/**
 * A template's text in the reader's language, or `undefined` for an id no template has
 * (a prompt of a newer or older version of the templates).
 */
export function templateText(id: string, language: Language): string | undefined {
  return (TEXTS[language] as Record<string, string>)[id];
}
