import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parse as parseCsv } from 'csv-parse/sync';
import mammoth from 'mammoth';
import { PNG } from 'pngjs';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportMaker, type ReportMaker } from '../../server/reports/maker.ts';
import type { RenderedReport } from '../../server/reports/render.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/protocol/api.ts';
import { legible } from '../../shared/report/characters.ts';
import { readReportJson } from '../../shared/report/json.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hostileContent, HOSTILE_TEXTS, mark } from '../unit/report/hostile.ts';
import { sampleContent } from '../unit/report/sample.ts';

/**
 * Every format is made by the process that makes it for readers, and opened by a program that is not
 * ours: each note is in it, in whatever letters, and nothing that anybody wrote is taken for markup.
 */

const HOSTILE = JSON.stringify(hostileContent());
const SAMPLE = JSON.stringify(sampleContent());

let maker: ReportMaker;
beforeAll(() => {
  maker = createReportMaker();
});
afterAll(() => maker.close());

const made = new Map<string, Promise<RenderedReport>>();

function make(content: string, format: ReportFormat, language: 'en' | 'pt' = 'en', timeZone?: string): Promise<RenderedReport> {
  const key = [content === HOSTILE ? 'hostile' : 'sample', format, language, timeZone].join(' ');
  const known = made.get(key) ?? maker.make({ content, format, language, timeZone }, key);
  made.set(key, known);
  return known;
}

/** A text with nothing but its letters, since every format breaks lines in its own way. */
const letters = (text: string) => text.normalize('NFC').replaceAll(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** What of the notes is not told; of those read from right to left it looks for each word, since every program orders them in its own way. */
function missingIn(text: string): string[] {
  const told = letters(text);
  const written = HOSTILE_TEXTS.flatMap((note, index) => [mark(index), ...(/\p{Script=Hebrew}/u.test(note) ? note.split(/[\s,]+/) : [legible(note)])]);
  return written.filter((part) => !told.includes(letters(part)));
}

/** A file of the report, for programs that open files. */
function onDisk({ body, fileName }: RenderedReport): string {
  const path = join(temporaryFolder(), fileName);
  writeFileSync(path, body);
  return path;
}

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });

/** The objects of a PDF as text, those it keeps compressed too (ISO 32000-1, 7.5.7). */
function insideOf(pdf: Uint8Array): string {
  const plain = Buffer.from(pdf).toString('latin1');
  const streams = [...plain.matchAll(/\/FlateDecode.{0,200}?stream\r?\n/gs)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(Buffer.from(pdf.subarray(start, plain.indexOf('endstream', start))), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  });
  return [plain, ...streams].join('\n');
}

describe('PDF', () => {
  it('holds every note, as poppler reads it', async () => {
    expect(missingIn(run('pdftotext', '-raw', '-enc', 'UTF-8', onDisk(await make(HOSTILE, 'pdf')), '-'))).toEqual([]);
  });

  it('is tagged, and says its title, author and language', async () => {
    const path = onDisk(await make(SAMPLE, 'pdf', 'pt'));
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Learning communities across Europe/);
    expect(info).toMatch(/Author:\s+Ana Conceição/);
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    expect(run('pdfinfo', '-meta', path)).toContain('pt-PT');
    expect(run('pdftotext', '-raw', path, '-')).toMatch(/2 \/ \d/);
  });

  it('says in words what its pictures show, and in which language each note is', async () => {
    const inside = insideOf((await make(SAMPLE, 'pdf')).body);
    const alternatives = [...inside.matchAll(/\/Alt <FEFF([0-9A-F]+)>/g)].map(([, hex]) => Buffer.from(hex!, 'hex').swap16().toString('utf16le'));
    expect(alternatives).toEqual(expect.arrayContaining([expect.stringMatching(/^Picture of the board/), expect.stringMatching(/^Notes by site and column: Évora 9/)]));
    expect(new Set([...inside.matchAll(/\/Lang \(([^)]*)\)/g)].map(([, tag]) => tag))).toEqual(new Set(['en-GB', 'pt-PT']));
    expect(inside).toContain('/Outlines');
  });

  it('has a structure to walk by: headings, lists, tables with heads, pictures in words', async () => {
    const structure = run('pdfinfo', '-struct-text', onDisk(await make(SAMPLE, 'pdf')));
    const tags = ['H1', 'H2', 'H3', 'L', 'LI', 'LBody', 'Table', 'THead', 'TH', 'TD', 'Figure'];
    expect(tags.filter((tag) => !new RegExp(`^\\s*${tag}\\b`, 'm').test(structure))).toEqual([]);
    expect(structure).toMatch(/^\s*H2[^\n]*\n\s*"At a glance/m);
  });
});

it('a PDF ends with what it is made from and what is not in it, on a page with more than that', async () => {
  const path = onDisk(await make(HOSTILE, 'pdf'));
  const last = /Pages:\s+(\d+)/.exec(run('pdfinfo', path))![1]!;
  const text = run('pdftotext', '-f', last, path, '-');
  for (const part of ['Supporting materials', 'Every note that stood on the board', 'Made with Plenary']) expect(text).toContain(part);
});

/** A document as mammoth reads it, without the pictures themselves. */
async function asHtml({ body }: RenderedReport): Promise<string> {
  const image = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), styleMap: ["p[style-name='Title'] => h1.title:fresh"] };
  return (await mammoth.convertToHtml({ buffer: Buffer.from(body) }, image)).value;
}

it('a PDF says which letters it lacks', async () => {
  const content = sampleContent();
  const [first, ...others] = content.notes;
  const notes = [{ ...first!, text: '学习型社区 Μαθαίνουμε' }, ...others];
  const { body } = await maker.make({ content: JSON.stringify({ ...content, notes }), format: 'pdf', language: 'en' }, 'letters');
  const path = join(temporaryFolder(), 'letters.pdf');
  writeFileSync(path, body);
  expect(run('pdftotext', path, '-').replaceAll('\n', ' ')).toContain('1 note has letters that the typeface of this file lacks.');
});

describe('Word', () => {
  it('holds every note, as mammoth reads it', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from((await make(HOSTILE, 'docx')).body) });
    expect(missingIn(value)).toEqual([]);
  });

  it('has real headings, lists, tables with heads and pictures in words', async () => {
    const html = await asHtml(await make(SAMPLE, 'docx'));
    expect(html).toContain('<h1 class="title">Learning communities across Europe</h1>');
    for (const heading of ['<h1>At a glance</h1>', '<h1>Partnership approach</h1>', '<h2>Opportunities (8 notes)</h2>']) expect(html).toContain(heading);
    const notes = /<h2>Opportunities \(8 notes\)<\/h2><ul>(.*?)<\/ul>/.exec(html)![1]!;
    expect(notes.match(/<li>/g)).toHaveLength(8);
    expect(html).toMatch(/<thead><tr><th>.*?Column/);
    expect(html).toMatch(/<img alt="Notes by site[^"]+Évora 9/);
    expect(html).toMatch(/<img alt="2 approaches, 38 notes/);
  });

  it('has the words of its charts in its pictures', async () => {
    const files = unzipSync((await make(SAMPLE, 'docx')).body);
    const pictures = Object.entries(files).flatMap(([name, bytes]) => (name.endsWith('.png') ? [PNG.sync.read(Buffer.from(bytes))] : []));
    // White on the bars is nothing but their numbers; the names and the totals are in ink.
    const charts = pictures.filter(({ width, height }) => width < 2_000 && height < width && height > 300);
    const dark = ({ data }: PNG, color: number) => Array.from({ length: data.length / 4 }, (_, pixel) => data.readUInt32BE(pixel * 4)).filter((found) => found === color).length;
    const told = charts.map((chart) => [dark(chart, 0xffffffff) > 50, dark(chart, 0x22201cff) > 500]);
    expect(told.filter(([numbers, names]) => numbers && names)).toHaveLength(2);
  });

  it('sets a title that is long smaller, so that the cover is one page', async () => {
    const content = sampleContent();
    const title = async (text: string) => {
      const { body } = await maker.make({ content: JSON.stringify({ ...content, board: { ...content.board!, title: text } }), format: 'docx', language: 'en' }, text);
      const document = new TextDecoder().decode(unzipSync(body)['word/document.xml']);
      return /<w:pStyle w:val="Title"\/>.*?<w:t/.exec(document)![0];
    };
    expect(await title('Short')).not.toContain('<w:sz ');
    expect(await title('A long title '.repeat(12).trim())).toContain('<w:sz w:val="44"/>');
  });

  it('keeps the prompts of a column on one page', async () => {
    const document = new TextDecoder().decode(unzipSync((await make(SAMPLE, 'docx')).body)['word/document.xml']);
    const prompts = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="SmallList"\/>(?:(?!<\/w:p>).)*/g)].map(([paragraph]) => paragraph);
    const kept = (text: string) => prompts.find((paragraph) => paragraph.includes(text))!.includes('<w:keepNext/>');
    expect(kept('New partners open doors')).toBe(true);
    expect(kept('More resources and better quality')).toBe(true);
    expect(kept('We can mirror ourselves')).toBe(false);
  });

  it('says its language, and which notes read from right to left', async () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles } = unzipSync((await make(SAMPLE, 'docx', 'pt')).body);
    const text = new TextDecoder();
    expect(text.decode(styles)).toContain('<w:lang w:val="pt-PT"');
    expect(text.decode(document)).toMatch(/<w:bidi\/>.*?<w:rtl\/>.*?שותפות/);
    expect(text.decode(document)).not.toMatch(/<script|<b>|<img/);
  });
});

describe('Excel', () => {
  it('holds every note in a row of its own, and no formula', async () => {
    const { body } = await make(HOSTILE, 'xlsx');
    const [head, ...rows] = await readSheet(Buffer.from(body));
    expect(head!.slice(0, 12)).toEqual(['Id', 'Approach', 'Column', 'Group', 'Text', 'Author', 'Site', 'Votes', 'Prompts', 'Created (UTC)', 'Changed (UTC)', 'Tags']);
    expect(rows).toHaveLength(HOSTILE_TEXTS.length);
    const texts = new Map(rows.map((row) => [row[0], row[4]]));
    HOSTILE_TEXTS.forEach((written, index) => expect(letters(String(texts.get(`n${index}`)))).toBe(letters(legible(written + mark(index)))));
    const sheets = Object.values(unzipSync(body, { filter: ({ name }) => name.startsWith('xl/worksheets/') }));
    expect(sheets.map((sheet) => new TextDecoder().decode(sheet)).join('')).not.toContain('<f>');
  });

  it('says where a cell holds no more, and has the rest in a row each', async () => {
    const content = sampleContent();
    const said = Array.from({ length: 40 }, (_, index) => ({ text: `${index} ${'🎉'.repeat(490)} ${index}`, authorName: null, siteName: null, createdAt: 1 }));
    content.notes[0]!.comments = said;
    const { body } = await maker.make({ content: JSON.stringify(content), format: 'xlsx', language: 'en' }, 'much said');
    const [, ...notes] = await readSheet(Buffer.from(body));
    const cell = notes.flat().find((value) => typeof value === 'string' && value.length > 30_000) as string;
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/… A cell holds no more\. Every comment is in the sheet of comments\.$/);
    const comments = await readSheet(Buffer.from(body), 'Comments');
    expect(comments.slice(1).map((row) => row[2])).toEqual(said.map(({ text }) => text));
  });

  it('says what it is of, who was there and what is not in it', async () => {
    const content = sampleContent();
    const sites = content.sites.map((site) => (site.name === 'Pécs' ? { ...site, country: 'Hungary', language: 'hu', headcount: 9 } : site));
    const { body } = await maker.make({ content: JSON.stringify({ ...content, sites, undisclosed: 2 }), format: 'xlsx', language: 'en' }, 'facts');
    const [head, ...rows] = await readSheet(Buffer.from(body), 'Workshop report');
    expect(head).toEqual(['Workshop report', content.board!.title]);
    const facts = new Map(rows.map(([label, said]) => [label, String(said)]));
    expect(facts.get('Workshop')).toBe(content.board!.workshop);
    expect(facts.get('Dates')).toContain('State of the board on 12 March 2026 at 14:05 UTC · “After the discussion” · saved by Ana Conceição');
    expect(facts.get('Facilitators')).toBe('Ana Conceição, Carys ap Siôn');
    expect(facts.get('Made with Plenary')).toMatch(/^Template: .*version 1$/);
    expect(facts.get('Where they differ')).toBeTruthy();
    expect(facts.get('Global approach')).toContain('Supporting materials:\nUNESCO');
    expect(facts.get('Not in this report')).toMatch(/2 .*private|2 .*notes/i);
    expect(await readSheet(Buffer.from(body), 'Sites')).toContainEqual(['Pécs', 'Hungary', 'Hungarian', 9, 2, 6]);
  });

  it('has sheets for the people and the counts', async () => {
    const { body } = await make(SAMPLE, 'xlsx');
    const people = await readSheet(Buffer.from(body), 'Who took part');
    expect(people).toContainEqual(['Pécs', 'Szűcs Tibor', 'Participant']);
    const counts = await readSheet(Buffer.from(body), 'At a glance');
    expect(counts).toContainEqual(['Global approach', 'Opportunities', 7, 0]);
  });
});

it('CSV holds every note, as csv-parse reads it', async () => {
  const rows = parseCsv(Buffer.from((await make(HOSTILE, 'csv')).body), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(HOSTILE_TEXTS.length);
  expect(missingIn(rows.map((row) => row['Text']).join('\n'))).toEqual([]);
});

it('JSON is read back as the same content, and a stranger’s is refused in words', async () => {
  const { body } = await make(HOSTILE, 'json');
  const text = new TextDecoder().decode(body);
  expect(readReportJson(text)).toEqual({ format: 'plenary-report', version: 1, language: 'en', content: JSON.parse(HOSTILE) });
  expect(() => readReportJson('{"format":"something else"}')).toThrow('This is not a report of Plenary.');
  expect(() => readReportJson(text.slice(0, -9))).toThrow('This is not a report of Plenary.');
  expect(() => readReportJson(text.replace('"version":1', '"version":2'))).toThrow('This report was written by a newer version of Plenary.');
});

it('PNG is a picture of the board with its papers and its words', async () => {
  const { body } = await make(SAMPLE, 'png');
  const { width, height, data } = PNG.sync.read(Buffer.from(body));
  expect(width).toBeGreaterThan(3000);
  expect(width * height).toBeLessThan(20_000_000);
  const colors = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) colors.set(data.readUIntBE(at, 3), (colors.get(data.readUIntBE(at, 3)) ?? 0) + 1);
  // Papers, and ink, which there is none of where letters are not drawn.
  for (const color of [0xffe69a, 0xcdeabf, 0xffcfd6, 0x22201c]) expect(colors.get(color) ?? 0).toBeGreaterThan(500);
});

it('ZIP holds every other format, each as it comes alone', async () => {
  const { body } = await make(SAMPLE, 'zip');
  const files = unzipSync(body);
  const endings = Object.keys(files).map((name) => name.split('.').at(-1));
  expect(endings).toEqual([...REPORT_FORMATS.filter((format) => format !== 'zip'), 'json']);
  const path = onDisk(await make(SAMPLE, 'zip'));
  expect(run('unzip', '-t', path)).toContain('No errors detected');
  for (const format of ['csv', 'md', 'json', 'svg', 'html'] as const) {
    const alone = await make(SAMPLE, format);
    expect(Buffer.from(files[alone.fileName]!).equals(alone.body)).toBe(true);
  }
});

it('every format tells each round with its budget, its voters and what it came to, and each quick question', async () => {
  const table = await readSheet(Buffer.from((await make(SAMPLE, 'xlsx')).body), 'Votes');
  expect(table[0]).toEqual(['Vote', 'Rank', 'Note or group', 'Where', 'Votes', 'Sites', 'Évora', 'Iași', 'Pécs', 'Swansea', 'Id']);
  expect(table[1]).toEqual(['What do we begin with?', 1, 'Dinheiro só até junho', 'Challenges · Partnership approach', 4, 3, 2, 0, 1, 1, 'note12']);
  const voters = await readSheet(Buffer.from((await make(SAMPLE, 'xlsx')).body), 'People who voted');
  expect(voters[1]!.filter((cell) => !(cell instanceof Date))).toEqual(['What do we begin with?', 'secret', 3, 2, 5, 4, 1, 1, 2, 1]);
  expect(await readSheet(Buffer.from((await make(SAMPLE, 'xlsx')).body), 'Quick questions')).toContainEqual(['Shall we go on together?', '5', 1]);

  const rows = parseCsv(Buffer.from((await make(SAMPLE, 'csv')).body), { bom: true, columns: true }) as Record<string, string>[];
  const votes = new Map(rows.map((row) => [row['Id'], row['Votes: What do we begin with?']]));
  expect(['note12', 'note1', 'note26', 'note0'].map((id) => votes.get(id))).toEqual(['4', '3', '1', '0']);

  const text = new TextDecoder();
  const told = {
    pdf: run('pdftotext', '-raw', '-enc', 'UTF-8', onDisk(await make(SAMPLE, 'pdf')), '-'),
    docx: (await mammoth.extractRawText({ buffer: Buffer.from((await make(SAMPLE, 'docx')).body) })).value,
    md: text.decode((await make(SAMPLE, 'md')).body),
    html: text.decode((await make(SAMPLE, 'html')).body).replaceAll(/<[^>]*>/g, ' '),
  };
  const words = ['What do we begin with?', 'Secret vote on notes', '3 votes each, at most 2 for one', '5 people voted', 'People who voted', 'Votes by approach and column', 'Shall we go on together?', 'Fist to five', 'on average 4.0'];
  for (const [format, body] of Object.entries(told)) {
    expect([format, words.filter((part) => !letters(body).includes(letters(part)))]).toEqual([format, []]);
  }
});

it('tells times as the reader’s clock does, and says which clock', async () => {
  const clock = async (timeZone?: string) => new TextDecoder().decode((await make(SAMPLE, 'md', 'en', timeZone)).body);
  expect(await clock()).toContain('12 March 2026 at 14:05 UTC');
  expect(await clock('Europe/Bucharest')).toMatch(/12 March 2026 at 16:05 (GMT\+2|EET)/);
});
