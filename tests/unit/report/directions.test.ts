import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfData } from '../../../server/reports/pdf/data.ts';
import { below, inARow, isolated, namesInARow, readsRightToLeft } from '../../../shared/report/characters.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { sampleContent } from './sample.ts';

/** A board some of whose sites and columns have names that are read from the right. */
function hebrewBoard() {
  const content = sampleContent();
  const called = (site: string | null) => (site === 'Iași' ? 'חיפה' : site);
  return {
    ...content,
    notes: content.notes.map((note) => ({ ...note, siteName: called(note.siteName) })),
    participants: content.participants.map((person) => ({ ...person, siteName: called(person.siteName) })),
    sites: content.sites.map((site) => ({ ...site, name: called(site.name)! })),
    approaches: content.approaches.map((approach) => ({ ...approach, columns: approach.columns.map((column) => (column.kind === 'challenges' ? { ...column, name: 'אתגרים' } : column)) })),
  };
}

describe('a name that is read from the right, in a report that is read from the left', () => {
  it('stands by itself, so that what is beside it stays beside it', () => {
    expect(isolated('נועה לוי')).toBe('\u2068נועה לוי\u2069');
    expect(inARow(['נועה לוי', 'Perugia', null, '', false, 3])).toBe('\u2068נועה לוי\u2069 · Perugia · 3');
    expect(namesInARow(['Gwen', 'נועה לוי'])).toBe('Gwen, \u2068נועה לוי\u2069');
    expect(isolated(inARow(['חיפה', '14 October']))).toBe('\u2068חיפה\u2069 · 14 October');
  });

  it('leaves every other text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        expect(isolated(text)).toBe(text);
        expect(inARow([text])).toBe(text);
      }),
    );
    for (const text of ['Kőrösi Erzsébet', 'Ioana Țăranu', 'Я', '🎉']) expect(isolated(text)).toBe(text);
  });

  it('does not make its sentence one that is read from the right', () => {
    expect(readsRightToLeft('חיפה: 50%')).toBe(true);
    expect(readsRightToLeft(`${isolated('חיפה')}: 50% of its notes`)).toBe(false);
    expect(readsRightToLeft(inARow(['נועה לוי', 'חיפה']))).toBe(false);
    expect(readsRightToLeft(`${isolated('חיפה')} שלום`)).toBe(true);
  });

  it('has its facts below it read from the left, with each number where it is written', () => {
    expect(below('שלום', inARow(['דוד כהן', '14 October 2026']))).toBe('\u2066\u2068דוד כהן\u2069 · 14 October 2026\u2069');
    expect(below('Olá', '14 October 2026')).toBe('14 October 2026');
    expect(readsRightToLeft(below('שלום', 'Ana'))).toBe(false);
  });

  it('begins a sentence of the summary that is read from the left', () => {
    const { summary, rounds } = buildReport(hebrewBoard(), 'en');
    const told = [...summary.agree, ...summary.differ, ...rounds.flatMap(({ facts }) => facts)].filter((sentence) => /\p{Script=Hebrew}/u.test(sentence));
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) {
      expect(readsRightToLeft(sentence)).toBe(false);
      expect(sentence.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/\p{Script=Hebrew}/u);
    }
  });

  it('stands in the PDF’s charts where it is seen: Typst knows no direction of a line', () => {
    const report = buildReport(hebrewBoard(), 'en');
    const { bySite, approaches } = pdfData(report, { file: '/board.svg', width: 2, height: 1 });
    for (const { chart } of bySite) expect(chart).not.toContain('direction=');
    expect(bySite[0]!.chart).toMatch(/<text[^>]*text-anchor="end"[^>]*><tspan[^>]*>\u202bחיפה\u202c</);
    const signed = approaches.flatMap(({ columns }) => columns.flatMap(({ blocks }) => blocks.flatMap(({ notes }) => notes.map((note) => note.signed))));
    expect(signed).toContainEqual({ text: 'Ioana Țăranu · \u2068חיפה\u2069', rtl: false });
    expect(signed).toHaveLength(notesOf(report).filter(({ column }) => column).length);
  });
});
