import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PACKAGE = '@fontsource-variable/rubik';

/** Alphabets of the languages around the table, and those their names are written in. */
const SUBSETS = ['latin', 'latin-ext', 'hebrew', 'cyrillic', 'cyrillic-ext', 'arabic'] as const;

type Subset = (typeof SUBSETS)[number];

/** Rubik in the weights that reports are set in, and the signs it lacks (both OFL). */
const FILES = [
  'rubik/400Regular/Rubik_400Regular.ttf',
  'rubik/500Medium/Rubik_500Medium.ttf',
  'rubik/600SemiBold/Rubik_600SemiBold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

/** Where the fonts lie as TrueType, for what draws letters itself. */
export function fontPaths(): string[] {
  return FILES.map((file) => require.resolve(`@expo-google-fonts/${file}`));
}

let files: Promise<Buffer[]> | null = null;

/** The same, read. */
export function fontFiles(): Promise<Buffer[]> {
  files ??= Promise.all(fontPaths().map((path) => readFile(path)));
  return files;
}

const rules = new Map<Subset, Promise<string>>();

/**
 * `@font-face` rules for Rubik with the fonts themselves in them (woff2, OFL), for a file that asks
 * for nothing from outside. Only the alphabets that `text` is written in are put in; Latin always is.
 * @throws when the font package is not installed beside the server
 */
export async function embeddedFonts(text: string): Promise<string> {
  const ranges = require(`${PACKAGE}/unicode.json`) as Record<Subset, string>;
  const letters = [...new Set(text)].join('');
  const needed = SUBSETS.filter((subset) => subset === 'latin' || onlyIn(ranges[subset], ranges.latin).test(letters));
  const faces = needed.map((subset) => {
    const rule = rules.get(subset) ?? fontFace(subset, ranges[subset]);
    rules.set(subset, rule);
    return rule;
  });
  return (await Promise.all(faces)).join('\n');
}

async function fontFace(subset: Subset, range: string): Promise<string> {
  const file = await readFile(require.resolve(`${PACKAGE}/files/rubik-${subset}-wght-normal.woff2`));
  const source = `url(data:font/woff2;base64,${file.toString('base64')}) format('woff2')`;
  return `@font-face { font-family: 'Rubik Variable'; font-style: normal; font-weight: 300 900; src: ${source}; unicode-range: ${range}; }`;
}

/** Matches a character of a CSS unicode-range that is in no other: subsets share combining marks and signs. */
function onlyIn(range: string, except: string): RegExp {
  return new RegExp(`(?!${characterClass(except)})${characterClass(range)}`, 'u');
}

/** 'U+0000-00FF,U+0131' as a character class. */
function characterClass(range: string): string {
  const parts = range.split(',').map((part) =>
    part
      .trim()
      .replace('U+', '')
      .split('-')
      .map((hex) => `\\u{${hex}}`)
      .join('-'),
  );
  return `[${parts.join('')}]`;
}
