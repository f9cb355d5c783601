import { describe, expect, it } from 'vitest';
import { snapshotContent, type SnapshotContent } from '../../../shared/report/content.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { hostileContent, HOSTILE_TEXTS } from './hostile.ts';
import { sampleContent } from './sample.ts';

describe('the report of a snapshot', () => {
  it('tells every note exactly once', () => {
    for (const content of [sampleContent(), hostileContent()]) {
      const told = notesOf(buildReport(content, 'en')).map(({ note }) => note.id);
      expect([...told].sort()).toEqual(content.notes.map((note) => note.id).sort());
    }
    expect(hostileContent().notes).toHaveLength(HOSTILE_TEXTS.length);
  });

  it('tells free notes and notes set aside on their own, and where the latter were', () => {
    const report = buildReport(sampleContent(), 'en');
    expect(report.free.map((note) => note.id)).toEqual(['free1', 'free2']);
    expect(report.aside).toMatchObject([{ id: 'aside1', formerly: 'Partnership approach · wishes' }]);
  });

  it('adds up', () => {
    const report = buildReport(sampleContent(), 'pt');
    expect(report.totals).toEqual({ notes: 38, sites: 5, people: 10, headcount: 0, drawings: 6 });
    expect(report.approaches.map((approach) => approach.notes)).toEqual([18, 17]);
    expect(report.sites.reduce((sum, site) => sum + site.people.length, 0)).toBe(10);
  });

  it('speaks the reader’s language, and tells times with their zone', () => {
    const en = buildReport(sampleContent(), 'en');
    const pt = buildReport(sampleContent(), 'pt', { timeZone: 'Europe/Lisbon' });
    expect(en.approaches[0]).toMatchObject({ title: 'Partnership approach' });
    expect(pt.approaches[0]).toMatchObject({ title: 'Abordagem de parceria' });
    expect(pt.approaches[0]!.columns[2]!.title).toBe('Obstáculos');
    expect(en.dates.saved).toContain('12 March 2026');
    expect(en.dates.saved).toContain('UTC');
    expect(pt.dates.saved).toContain('12 de março de 2026');
    expect(en.snapshot.savedAt).toBe(Date.UTC(2026, 2, 12, 14, 5));
  });

  it('tells a snapshot from before a language was added in the language it has', () => {
    const content = sampleContent();
    const older: SnapshotContent = {
      ...content,
      approaches: content.approaches.map((approach) => ({
        ...approach,
        texts: { en: approach.texts['en']! },
        prompts: approach.prompts.map((prompt) => ({ ...prompt, texts: { en: prompt.texts['en']! } })),
      })),
    };
    const report = buildReport(snapshotContent.parse(older), 'pt');
    expect(report.approaches[0]!.title).toBe('Partnership approach');
    expect(report.approaches[0]!.columns[0]!.prompts).toHaveLength(5);
  });

  it('sets a note aside whose column the snapshot does not have, whatever it says of it', () => {
    const content = sampleContent();
    const report = buildReport({ ...content, approaches: content.approaches.slice(1) }, 'en');
    expect(report.aside).toHaveLength(19);
    expect(report.aside[0]!.formerly).toBe('partnership · Opportunities');
  });

  it('says what could not be read', () => {
    expect(buildReport(sampleContent(), 'en').omissions).toEqual([]);
    const one = buildReport({ ...sampleContent(), unreadable: 1 }, 'en').omissions;
    const two = buildReport({ ...sampleContent(), unreadable: 2 }, 'pt').omissions;
    expect(one[0]).toContain('1 record of the board could not be read');
    expect(two[0]).toContain('2 registos');
  });

  it('tells a board whose facts could not be read', () => {
    const report = buildReport({ ...sampleContent(), board: null }, 'pt');
    expect(report).toMatchObject({ title: 'Quadro sem título', workshop: '', dates: { opened: null } });
  });
});
