import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import {
  addComment,
  REACTION_KINDS,
  setActionDone,
  setActionDue,
  setActionOwner,
  tagAction,
  toggleReaction,
} from '../../../shared/board/index.ts';
import { boardTypes } from '../../../shared/board/document.ts';
import { COMMENT_TEXT_LIMIT } from '../../../shared/protocol/limits.ts';
import { LANGUAGES } from '../../../shared/languages.ts';
import { snapshotContent, type SnapshotContent } from '../../../shared/report/content.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportJson } from '../../../shared/report/json.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { putParticipant } from '../../../shared/stage/document.ts';
import { HOSTILE_TEXTS, mark } from './hostile.ts';
import { readCsv } from './read/csv.ts';
import { findAll, readXml } from './read/xml.ts';
import { renderText } from './told.ts';
import { sampleContent, sampleDocuments } from './sample.ts';

const ABOUT = { id: 's', title: 'Saved', savedAt: 1, savedBy: 'Ana' };
const SAID_AT = Date.UTC(2026, 2, 12, 13, 30);

/** The sample board after people have talked about it and agreed what to do. */
function talkedAbout(): { board: Y.Doc; stage: Y.Doc } {
  const { board, stage } = sampleDocuments();
  addComment(board, 'note0', { text: 'Also on Sundays?', author: 'tibor', createdAt: SAID_AT });
  addComment(board, 'note0', { text: 'We would have to ask.\nI will.', author: 'carys', createdAt: SAID_AT + 60_000 });
  toggleReaction(board, 'note0', 'agree', 'ana');
  toggleReaction(board, 'note0', 'agree', 'rui');
  toggleReaction(board, 'note0', 'celebrate', 'noa');
  tagAction(board, ['note0', 'note3', 'note8', 'free2'], true);
  setActionOwner(board, 'note0', { participant: 'carys' });
  setActionDue(board, 'note0', '2026-04-30');
  setActionOwner(board, 'note3', { name: 'The library' });
  setActionDue(board, 'note3', '2026-03-20');
  setActionDone(board, 'note8', true);
  return { board, stage };
}

const frozen = () => {
  const { board, stage } = talkedAbout();
  return freezeBoard(board, stage, ABOUT);
};
const noteIn = (content: SnapshotContent, id: string) => notesOf(buildReport(content, 'en')).find(({ note }) => note.id === id)!.note;

describe('what was said and agreed', () => {
  it('is in the snapshot with the names people had then', () => {
    const { board, stage } = talkedAbout();
    const content = freezeBoard(board, stage, ABOUT);
    putParticipant(stage, { id: 'carys', name: 'Somebody else', site: 'site1', role: 'participant', language: 'en', joinedAt: 0 });
    expect(content.notes.find(({ id }) => id === 'note0')).toMatchObject({
      comments: [
        { text: 'Also on Sundays?', authorName: 'Szűcs Tibor', siteName: 'Pécs', createdAt: SAID_AT },
        { text: 'We would have to ask.\nI will.', authorName: 'Carys ap Siôn', siteName: 'Swansea' },
      ],
      reactions: [
        { kind: 'agree', names: ['Ana Conceição', 'Rui Serrão'] },
        { kind: 'celebrate', names: ['נועה לוי'] },
      ],
      action: { owner: 'Carys ap Siôn', due: '2026-04-30', done: false },
    });
    expect(snapshotContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('is told of actions as a list: the nearest day first, what is done last', () => {
    const en = buildReport(frozen(), 'en');
    expect(en.actions.map(({ note, owner, day, done, place }) => [note.id, owner, day, done, place])).toEqual([
      ['note3', 'The library', '20 March 2026', false, 'Opportunities · Partnership approach'],
      ['note0', 'Carys ap Siôn', '30 April 2026', false, 'Opportunities · Partnership approach'],
      ['free2', null, '', false, ''],
      ['note8', null, '', true, 'Challenges · Partnership approach'],
    ]);
    expect(buildReport(frozen(), 'pt').actions[0]!.day).toBe('20 de março de 2026');
    expect(buildReport(sampleContent(), 'en').actions).toEqual([]);
  });

  it('is in the web page: the list of actions before the picture, and each note with its own', async () => {
    const { body } = await renderText(frozen(), 'html', 'en');
    const main = readXml(/<main>[^]*<\/main>/.exec(body)![0]);
    const ofClass = (name: string) => findAll(main, (element) => (element.attributes['class'] ?? '').split(' ').includes(name));
    expect(ofClass('report-action').map((row) => row.text)).toEqual([
      expect.stringContaining('To do'),
      expect.stringContaining('Carys ap Siôn30 April 2026'),
      expect.stringContaining('Nobody yetNo date yet'),
      expect.stringMatching(/Done.*Quem coordena/),
    ]);
    expect(body.indexOf('class="report-actions"')).toBeLessThan(body.indexOf('class="report-picture"'));
    expect(ofClass('report-comment-text').map((text) => text.text)).toEqual(['Also on Sundays?', 'We would have to ask.\nI will.']);
    expect(ofClass('report-comment-by')[0]!.text).toBe('Szűcs Tibor · 12 March 2026 at 13:30 UTC');
    expect(ofClass('report-note-reactions')[0]!.text).toBe('I agree: Ana Conceição, Rui SerrãoLet us celebrate: \u2068נועה לוי\u2069');
    const levels = [...body.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual(levels[index]! + 1));
  });

  it('is on the notes of the picture, which lie where they lay', () => {
    const marked = readXml(boardPicture(frozen(), 'en'));
    const plain = readXml(boardPicture(sampleContent(), 'en'));
    const lines = (svg: typeof marked) => findAll(svg, (element) => element.name === 'tspan').map((line) => line.text);
    expect(lines(marked)).toEqual(expect.arrayContaining([expect.stringMatching(/^Action · Carys ap Siôn/), 'Action', 'Done', '3', '2']));
    expect(marked.attributes['viewBox']).toBe(plain.attributes['viewBox']);
    for (const line of lines(plain)) expect(lines(marked)).toContain(line);
  });

  it('is in the Markdown', async () => {
    const { body } = await renderText(frozen(), 'md', 'en');
    expect(body).toContain('## Actions');
    expect(body).toMatch(/\| The university opens its library to neighbours on Saturdays \| Carys ap Siôn \| 30 April 2026 \| To do \|/);
    expect(body).toContain('👍 I agree: Ana Conceição, Rui Serrão · 🎉 Let us celebrate: \u2068נועה לוי\u2069');
    expect(body).toContain('  - We would have to ask.\\\n    I will.\n\n    — Carys ap Siôn · Swansea · 12 March 2026 at 13:31 UTC');
  });

  it('is in the table', () => {
    const [headings, ...rows] = readCsv(reportAsCsv(buildReport(frozen(), 'en')).slice(1));
    const row = rows.find(([id]) => id === 'note0')!;
    const cell = (heading: string) => row[headings!.indexOf(heading)];
    expect([cell('Action'), cell('Who'), cell('By when')]).toEqual(['To do', 'Carys ap Siôn', '2026-04-30']);
    expect(cell('Reactions')).toBe('👍 I agree: Ana Conceição, Rui Serrão\n🎉 Let us celebrate: נועה לוי');
    expect(cell('Comments')).toBe('2026-03-12T13:30:00.000Z Szűcs Tibor: Also on Sundays?\n2026-03-12T13:31:00.000Z Carys ap Siôn: We would have to ask. I will.');
  });

  it('is in the JSON, whole', async () => {
    const content = frozen();
    const { body } = await renderText(content, 'json', 'en');
    expect(reportJson.parse(JSON.parse(body)).content).toEqual(content);
  });

  it('is not asked for in a snapshot from before there was any', () => {
    const content = sampleContent();
    const older = { ...content, notes: content.notes.map(({ comments: _c, reactions: _r, action: _a, ...note }) => note) };
    expect(snapshotContent.parse(older)).toEqual(content);
  });
});

describe('what was said by nobody, or to do harm', () => {
  it('counts no reaction of somebody the board does not know, and names no owner it does not know', () => {
    const { board, stage } = talkedAbout();
    for (const kind of REACTION_KINDS) toggleReaction(board, 'note5', kind, 'ghost');
    tagAction(board, ['note5'], true);
    setActionOwner(board, 'note5', { participant: 'ghost' });
    addComment(board, 'note5', { text: 'boo', author: 'ghost', createdAt: 1e300 });
    expect(noteIn(freezeBoard(board, stage, ABOUT), 'note5')).toMatchObject({
      reactions: [],
      action: { owner: null },
      comments: [{ text: 'boo', author: null, moment: '' }],
    });
  });

  it('counts comments that cannot be read, and tells the beginning of one that is too long', () => {
    const { board, stage } = talkedAbout();
    const content = boardTypes(board).notes.get('note0') as Y.Map<unknown>;
    content.set('comment:bad', 'nothing');
    content.set('comment:long', new Y.Map<unknown>([['text', new Y.Text('x'.repeat(COMMENT_TEXT_LIMIT + 9))], ['author', null], ['createdAt', 1]]));
    const told = freezeBoard(board, stage, ABOUT);
    expect(told.unreadable).toBe(1);
    expect(noteIn(told, 'note0').comments[0]!.text).toBe(`${'x'.repeat(COMMENT_TEXT_LIMIT)}…`);
  });

  it('becomes no markup and no formula, whoever says or owns it', async () => {
    const { board, stage } = sampleDocuments();
    HOSTILE_TEXTS.forEach((text, index) => {
      addComment(board, 'note0', { text: `${text}${mark(index)}`, author: 'ana', createdAt: index });
      tagAction(board, [`note${index}`], true);
      setActionOwner(board, `note${index}`, { name: `${text.slice(0, 40)}${mark(index)}` });
    });
    const content = freezeBoard(board, stage, ABOUT);
    for (const language of LANGUAGES) {
      const html = (await renderText(content, 'html', language)).body;
      const main = readXml(/<main>[^]*<\/main>/.exec(html)![0]);
      const names = new Set(findAll(main, () => true).map((element) => element.name));
      for (const name of ['script', 'img', 'a', 'b', 'i', 'u', 'style', 'title', 'link']) expect([name, main.name === name || (name !== 'title' && names.has(name))]).toEqual([name, false]);
      for (const element of findAll(main, () => true)) {
        for (const attribute of Object.keys(element.attributes)) expect(attribute).not.toMatch(/^on|^src|href$|^style$/i);
      }
      const markdown = (await renderText(content, 'md', language)).body;
      expect(markdown).not.toMatch(/(?<!\\)[<`[]/);
      expect(markdown).not.toMatch(/https?:\/\//);
      HOSTILE_TEXTS.forEach((_, index) => expect(markdown).toContain(mark(index).trim()));
    }
    const cells = readCsv(reportAsCsv(buildReport(content, 'en')).slice(1)).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
  });
});
