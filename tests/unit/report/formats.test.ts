import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/languages.ts';
import { legible } from '../../../shared/report/characters.ts';
import type { SnapshotContent } from '../../../shared/report/content.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { reportJson } from '../../../shared/report/json.ts';
import { reportJsonSchema } from '../../../shared/report/json-schema.ts';
import { markdownLine, markdownText } from '../../../shared/report/markdown.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { hostileContent, HOSTILE_TEXTS, mark } from './hostile.ts';
import { readCsv } from './read/csv.ts';
import { findAll, readXml, type XmlElement } from './read/xml.ts';
import { renderText, TEXT_FORMATS } from './told.ts';
import { sampleContent } from './sample.ts';

const hostile = hostileContent();
const told = (index: number) => legible(`${HOSTILE_TEXTS[index]}${mark(index)}`);

describe('CSV', () => {
  const body = reportAsCsv(buildReport(hostile, 'en'));
  const rows = readCsv(body.slice(1));

  it('begins with a byte order mark and ends its rows with CRLF', () => {
    expect(body.startsWith('\ufeff')).toBe(true);
    expect(body.endsWith('\r\n')).toBe(true);
  });

  it('has one row a note, below a row of headings, all of one length', () => {
    expect(rows).toHaveLength(HOSTILE_TEXTS.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([22]));
    expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(HOSTILE_TEXTS.length);
  });

  it('gives every text back, with an apostrophe where it would be a formula', () => {
    const texts = new Map(rows.slice(1).map((row) => [row[0], row[4]!]));
    HOSTILE_TEXTS.forEach((_, index) => {
      const text = told(index);
      expect(texts.get(`n${index}`)).toBe(/^[=+\-@\t]/.test(text) ? `'${text}` : text);
    });
  });

  it('has no cell that a spreadsheet calculates', () => {
    const calculated = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
    // What is left are numbers: the places of free notes.
    expect(calculated.filter((cell) => !/^-\d+$/.test(cell))).toEqual([]);
  });

  it('can be read back whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const report = buildReport({ ...hostile, notes: [{ ...hostile.notes[0]!, text }] }, 'pt');
        const cell = readCsv(reportAsCsv(report).slice(1))[1]![4]!;
        expect(cell === legible(text) || cell === `'${legible(text)}`).toBe(true);
      }),
    );
  });

  it('says where each note is', () => {
    const lines = readCsv(reportAsCsv(buildReport(sampleContent(), 'pt')).slice(1));
    const row = (id: string) => lines.find((line) => line[0] === id)!;
    expect(row('note1').slice(1, 7)).toEqual(['Abordagem de parceria', 'Oportunidades', '', 'A biblioteca e o mercado juntos: livros onde as pessoas já vão', 'Rui Serrão', 'Évora']);
    expect(row('note1').slice(12, 14)).toEqual(['Numa coluna', '2']);
    expect(row('free1')).toEqual(expect.arrayContaining(['Noutros pontos do quadro', '3260', '60']));
    expect(row('aside1')[12]).toContain('Postas de parte');
  });
});

describe('Markdown', () => {
  it('tells every note once', async () => {
    const { body } = await renderText(hostile, 'md', 'en');
    HOSTILE_TEXTS.forEach((_, index) => expect(body.split(mark(index).trim())).toHaveLength(2));
  });

  it('has no markup but the report’s own', async () => {
    const { body } = await renderText(hostile, 'md', 'en');
    const own = (await renderText({ ...hostile, notes: [] }, 'md', 'en')).body;
    const headings = (text: string) => text.split('\n').filter((line) => /^\s*(-\s+)?#/.test(line)).length;
    // 'Elsewhere' and 'Set aside' are told only where there is something.
    expect(headings(body)).toBe(headings(own) + 2);
    expect(body).not.toMatch(/(?<!\\)[<`[]/);
    expect(body).not.toMatch(/https?:\/\//);
  });

  it('escapes what begins a line and leaves prose as it is', () => {
    expect(markdownText('- a\n+ b\n1. c\n2) d\n# e\n=== f')).toBe(String.raw`\- a` + '\\\n' + [String.raw`\+ b`, String.raw`1\. c`, String.raw`2\) d`, String.raw`\# e`, String.raw`\=== f`].join('\\\n'));
    expect(markdownLine('Who pays, and when? (In 2026: us.) - A-B, 50% + 1!')).toBe('Who pays, and when? (In 2026: us.) - A-B, 50% + 1!');
    expect(markdownLine(' a\n\n  b ')).toBe('a b');
  });

  it('loses no letter in escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const back = markdownText(text).replaceAll('\\\n', '\n').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
        expect(back.replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''));
      }),
    );
  });
});

describe('HTML', () => {
  let html = '';
  let main: XmlElement;
  beforeAll(async () => {
    html = (await renderText(hostile, 'html', 'pt')).body;
    main = readXml(/<main>[^]*<\/main>/.exec(html)![0]);
  });

  const ofClass = (name: string) => (element: XmlElement) => (element.attributes['class'] ?? '').split(' ').includes(name);

  it('tells every note once, in full', () => {
    const texts = findAll(main, ofClass('report-note-text')).map((element) => element.text);
    expect([...texts].sort()).toEqual(HOSTILE_TEXTS.map((_, index) => told(index)).sort());
  });

  it('says in which language a note is where that is not the report’s', () => {
    for (const element of findAll(main, ofClass('report-note-text'))) expect(element.attributes).toMatchObject({ lang: 'en', dir: 'auto' });
    expect(html).toContain('<html lang="pt">');
  });

  it('has no script, no handler, no style attribute and asks for nothing from outside', () => {
    const names = new Set(findAll(main, () => true).map((element) => element.name));
    for (const name of ['script', 'img', 'iframe', 'link', 'object', 'a', 'b', 'i', 'u', 'style']) expect(names).not.toContain(name);
    for (const element of findAll(main, () => true)) {
      for (const attribute of Object.keys(element.attributes)) expect(attribute).not.toMatch(/^on|^src|href$|^style$/i);
    }
    expect(html).not.toMatch(/<script|<link|@import/i);
    const css = /<style>([^]*?)<\/style>/.exec(html)![1]!;
    for (const [, url] of css.matchAll(/url\(([^)]{0,30})/g)) expect(url).toMatch(/^data:font\/woff2;base64,/);
    expect(html.split('<style>')).toHaveLength(2);
  });

  it('admits its own style sheet and nothing else', async () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; font-src data:;/);
    expect(policy).not.toContain('unsafe');
    const css = /<style>([^]*?)<\/style>/.exec(html)![1]!;
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))).toString('base64');
    expect(policy).toContain(`'sha256-${digest}'`);
  });

  it('brings the alphabets it is written in, and no others', async () => {
    const faces = (body: string) => body.split('@font-face').length - 1;
    const plain: SnapshotContent = { ...sampleContent(), notes: [], participants: [], sites: [], drawings: [], rounds: [] };
    expect(faces((await renderText({ ...plain, board: { ...plain.board!, workshop: 'Evora' } }, 'html', 'en')).body)).toBe(1);
    expect(faces((await renderText(sampleContent(), 'html', 'en')).body)).toBe(3);
  });

  it('goes down its headings without leaving one out', async () => {
    const { body } = await renderText(sampleContent(), 'html', 'en');
    const levels = [...body.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual(levels[index]! + 1));
  });
});

describe('JSON', () => {
  it('gives the snapshot back whole', async () => {
    for (const content of [sampleContent(), hostile]) {
      const { body } = await renderText(content, 'json', 'pt');
      expect(reportJson.parse(JSON.parse(body))).toEqual({ format: 'plenary-report', version: 1, language: 'pt', content });
    }
  });
});

describe('every format that is text', () => {
  it('has a type and a name that fit in a header', async () => {
    for (const format of TEXT_FORMATS) {
      const rendered = await renderText(sampleContent(), format, 'en');
      expect(rendered.contentType).toMatch(/^(text|application|image)\/[a-z+]+; charset=utf-8/);
      expect(rendered.fileName).toBe(`learning-communities-across-europe-2026-03-12-1405.${format}`);
    }
  });

  it('has a name also where the title has no Latin letter, or only accents and signs', async () => {
    const name = async (title: string) => {
      const content = sampleContent();
      const rendered = await renderText({ ...content, board: { ...content.board!, title } }, 'csv', 'en');
      return rendered.fileName;
    };
    expect(await name('קהילה')).toBe('plenary-report-2026-03-12-1405.csv');
    expect(await name('Évora: “Ação”/../\r\nX')).toBe('evora-acao-x-2026-03-12-1405.csv');
    expect(await name('a'.repeat(500))).toMatch(/^a{60}-2026/);
  });

  it('is complete in every language', async () => {
    for (const language of LANGUAGES) {
      for (const format of TEXT_FORMATS) {
        const { body } = await renderText({ ...sampleContent(), unreadable: 2 }, format, language);
        expect(body).not.toMatch(/\bundefined\b|\[object Object\]|NaN/);
      }
    }
  });

  it('is rendered for a board of which nothing could be read', async () => {
    const nothing: SnapshotContent = { ...sampleContent(), board: null, approaches: [], notes: [], participants: [], sites: [], drawings: [], unreadable: 9 };
    for (const format of TEXT_FORMATS) expect((await renderText(nothing, format, 'pt')).body).not.toBe('');
    expect((await renderText({ ...nothing, snapshot: { ...nothing.snapshot, savedAt: 1e300 } }, 'html', 'en')).fileName).toBe('plenary-report.html');
  });
});

it('the JSON Schema in docs is that of the export, and needs nothing that is not JSON', async () => {
  const text = reportJsonSchema();
  await expect(text).toMatchFileSnapshot('../../../docs/report.schema.json');
  const schema = JSON.parse(text);
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties)).toEqual(['format', 'version', 'language', 'content']);
});
