import { describe, expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { snapshotContent } from '../../../shared/report/content.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport, notesOf } from '../../../shared/report/model.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { ReportDocument } from '../../../shared/report/ReportDocument.tsx';
import * as edit from '../../../shared/stage/edit-structure.ts';
import { placeInColumn } from '../../../shared/board/index.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';

/** A board whose facilitator made an approach and a column by hand, and removed a column and an approach that held notes. */
function changedBoard() {
  const board = seededBoard();
  const stage = seededStage('both');
  const own = edit.addApproach(stage, { title: 'School & <town>', question: 'Who opens the door?' }, 0)!;
  const wishes = edit.addColumn(stage, own, { name: 'Wishes', kind: 'ideas' }, 0)!;
  edit.setPrompts(stage, own, wishes, ['What would you try?'], 'en');
  const gone = edit.addColumn(stage, 'partnership', { name: 'Rumours', kind: 'questions' })!;
  edit.renameColumn(stage, 'partnership', 'obstacles', { name: 'Walls' });
  const note = (text: string, approach: string, column: string) => addNote(board, text, placeInColumn(board, approach, column));
  note('wish', own, wishes);
  note('wall', 'partnership', 'obstacles');
  note('rumour', 'partnership', gone);
  note('abroad', 'global', 'challenges');
  edit.removeColumn(stage, 'partnership', gone);
  edit.removeApproach(stage, 'global');
  const content = freezeBoard(board, stage, { id: 's', title: 'Saved', savedAt: 0, savedBy: '' });
  return { content: snapshotContent.parse(JSON.parse(JSON.stringify(content))) };
}

describe('the report of a board whose structure was changed', () => {
  test('tells approaches, columns and prompts as they were named, in every language', () => {
    const { content } = changedBoard();
    for (const language of ['en', 'pt'] as const) {
      const [own, partnership] = buildReport(content, language).approaches;
      expect(own).toMatchObject({ title: 'School & <town>', question: 'Who opens the door?', summary: '' });
      expect(own!.columns[0]).toMatchObject({ title: 'Wishes', kind: 'ideas', prompts: [{ text: 'What would you try?' }] });
      expect(partnership!.columns.at(-1)!.title).toBe('Walls');
    }
    expect(buildReport(content, 'pt').approaches[0]!.columns[1]!.title).toBe('Oportunidades');
  });

  test('sets the notes of removed columns and approaches aside, and says what those were called', () => {
    const { content } = changedBoard();
    const report = buildReport(content, 'pt');
    expect(report.aside.map(({ text, formerly }) => [text, formerly])).toEqual([
      ['abroad', 'Abordagem global · Desafios'],
      ['rumour', 'Abordagem de parceria · Rumours'],
    ]);
    expect(notesOf(report).map(({ note }) => note.text).sort()).toEqual(['abroad', 'rumour', 'wall', 'wish']);
    expect(content.formerColumns).toHaveLength(2);
  });

  test('has every note in the page, the table, the text and the picture', () => {
    const { content } = changedBoard();
    const report = buildReport(content, 'en');
    const picture = boardPicture(content, 'en');
    const page = renderToStaticMarkup(createElement(ReportDocument, { report, picture }));
    for (const text of ['wish', 'wall', 'rumour', 'abroad']) {
      for (const form of [page, picture, reportAsCsv(report), reportAsMarkdown(report)]) expect(form).toContain(text);
    }
    expect(reportAsCsv(report)).toContain('Set aside: Partnership approach · Rumours');
    expect(reportAsMarkdown(report)).toContain('was in Partnership approach · Rumours');
    expect(page).toContain('School &amp; &lt;town&gt;');
    expect(picture).toContain('Wishes');
  });

  test('counts columns by their names: those of one name in one row, no number where an approach has none', () => {
    const { content } = changedBoard();
    const page = renderToStaticMarkup(createElement(ReportDocument, { report: buildReport(content, 'en'), picture: '' }));
    const rows = [...page.matchAll(/<tr class="[^"]*">.*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!.replaceAll(/<[^>]*>/g, '').trim()),
    );
    expect(rows).toEqual([
      ['Wishes', '1', '', '1'],
      ['Opportunities', '0', '0', '0'],
      ['Challenges', '0', '0', '0'],
      ['Obstacles', '0', '', '0'],
      ['Walls', '', '1', '1'],
    ]);
  });
});
