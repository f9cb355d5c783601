import { describe, expect, test } from 'vitest';
import { resources } from '../../../client/i18n/resources.ts';
import { LANGUAGES, pickLanguage } from '../../../shared/languages.ts';
import { REFUSALS } from '../../../shared/protocol/refusals.ts';
import { PARKING } from '../../../shared/stage/edit-structure.ts';
import { STEP_KINDS } from '../../../shared/stage/steps.ts';
import { TEMPLATES, templateTexts } from '../../../shared/templates/index.ts';

/** Plural endings of i18next; each language has those its own grammar needs. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(value: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) =>
      typeof child === 'string' ? [[path + key, child]] : Object.entries(flatten(child as object, `${path}${key}.`)),
    ),
  );
}

const baseKeys = (texts: Record<string, string>) => new Set(Object.keys(texts).map((key) => key.replace(PLURAL, '')));
const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort();

describe.each(LANGUAGES)('the client in %s', (language) => {
  const english = flatten(resources.en);
  const texts = flatten(resources[language]);

  test('has every text of English, and none besides', () => {
    expect([...baseKeys(texts)].sort()).toEqual([...baseKeys(english)].sort());
  });

  test('leaves no text empty', () => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('has every plural form its grammar asks for', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plural = new Set(Object.keys(texts).filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')));
    const missing = [...plural].flatMap((key) => categories.map((category) => `${key}_${category}`)).filter((key) => !(key in texts));
    expect(missing).toEqual([]);
  });

  test('fills in the same values as English', () => {
    for (const [key, text] of Object.entries(texts)) {
      const original = english[key] ?? english[key.replace(PLURAL, '_other')];
      expect([key, placeholders(text)]).toEqual([key, placeholders(original ?? '')]);
    }
  });

  test('has a sentence for every refusal', () => {
    for (const code of Object.keys(REFUSALS)) expect(resources[language].errors).toHaveProperty([code]);
  });
});

describe.each(LANGUAGES)('the templates in %s', (language) => {
  const texts = templateTexts(language);

  test('have every text of every approach, prompt and kind of step', () => {
    const wanted = Object.values(TEMPLATES)
      .flat()
      .flatMap((approach) => [
        ...['title', 'summary', 'useWhen', 'watchFor', 'question'].map((part) => `${approach.id}.${part}`),
        ...approach.prompts.map((prompt) => prompt.id),
      ])
      .concat(['title', 'summary', 'useWhen', 'watchFor', 'question'].map((part) => `${PARKING}.${part}`))
      .concat(STEP_KINDS.flatMap((kind) => [`step.${kind}.title`, `step.${kind}.instruction`]));
    expect(wanted.filter((id) => !texts[id]?.trim())).toEqual([]);
    expect(Object.keys(texts).filter((id) => !wanted.includes(id))).toEqual([]);
  });
});

test('no text of a template is left in English', () => {
  const english = templateTexts('en');
  for (const language of LANGUAGES.filter((other) => other !== 'en')) {
    const same = Object.entries(templateTexts(language)).filter(([id, text]) => text === english[id]);
    expect(same).toEqual([]);
  }
});

test('the two approaches of the guide have all their prompts and materials', () => {
  const [partnership, global] = TEMPLATES.both;
  const count = (column: string) => [partnership, global].map((approach) => approach!.prompts.filter((prompt) => prompt.column === column).length);
  expect([count('opportunities'), count('challenges'), count('obstacles')]).toEqual([[5, 6], [4, 4], [3, 3]]);
  expect([partnership!.materials.length, global!.materials.length]).toEqual([5, 18]);
});

test('a reader gets the first language of theirs that is ours, else English', () => {
  expect(pickLanguage(['pt-BR', 'en'])).toBe('pt');
  expect(pickLanguage(['hu', 'pt'])).toBe('pt');
  expect(pickLanguage(['hu-HU'])).toBe('en');
  expect(pickLanguage([])).toBe('en');
});
