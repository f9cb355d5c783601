import { describe, expect, test } from 'vitest';
import { placeInColumn, readNotes } from '../../../shared/board/index.ts';
import { columnAt, dropTarget, layOut, NOTE_SIZE, slotPosition, type Box } from '../../../shared/board/layout.ts';
import { breakLines, fitText, LINE_HEIGHT, textWidth } from '../../../shared/board/text-fit.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';

function boardWith(notes: number) {
  const doc = seededBoard();
  for (let i = 0; i < notes; i += 1) addNote(doc, `note ${i}`);
  return { doc, layout: layOut(readStage(seededStage()).approaches, readNotes(doc).notes) };
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('layout', () => {
  test('no two notes of a column overlap, and the column grows to hold them', () => {
    const { layout } = boardWith(23);
    const boxes = [...layout.notes.values()].map((place) => ({ ...place, ...NOTE_SIZE }));
    const column = layout.approaches[0]!.columns[0]!;
    boxes.forEach((box, index) => {
      expect(box.y + box.height).toBeLessThanOrEqual(column.y + column.height);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    });
  });

  test('approaches and columns never overlap', () => {
    const { layout } = boardWith(40);
    const columns = layout.approaches.flatMap((approach) => approach.columns);
    expect(columns).toHaveLength(6);
    columns.forEach((column, index) => {
      for (const other of columns.slice(index + 1)) expect(overlap(column, other)).toBe(false);
    });
  });

  test('a note dropped on the slot of another takes its index', () => {
    const { layout } = boardWith(6);
    const column = layout.approaches[0]!.columns[0]!;
    for (let index = 0; index < 6; index += 1) {
      const slot = slotPosition(column, index);
      const centre = { x: slot.x + NOTE_SIZE.width / 2, y: slot.y + NOTE_SIZE.height / 2 };
      expect(dropTarget(layout, centre)).toEqual({ approach: 'partnership', column: 'opportunities', index });
      expect(columnAt(layout, centre)).toBe(column);
    }
  });

  test('a note dropped outside all columns is free', () => {
    const { layout } = boardWith(1);
    expect(dropTarget(layout, { x: -500, y: -500 })).toBeNull();
    expect(columnAt(layout, { x: -500, y: -500 })).toBeNull();
  });

  test('a note whose column is gone is set aside, not lost', () => {
    const doc = seededBoard();
    const id = addNote(doc, 'orphan', placeInColumn(doc, 'removed', 'opportunities'));
    const layout = layOut(readStage(seededStage()).approaches, readNotes(doc).notes);
    expect(layout.aside).toEqual([id]);
    expect(layout.notes.has(id)).toBe(true);
  });
});

describe('fitted text', () => {
  const box = { width: 176, height: 96 };
  const sizes = [20, 16, 12];

  test('is as large as it fits, and shrinks', () => {
    expect(fitText('Schools', box, sizes)).toEqual({ size: 20, lines: ['Schools'], cut: false });
    expect(fitText('New partners open doors we cannot open alone, and more of them come', box, sizes).size).toBeLessThan(20);
  });

  test('no line is wider than the box, and no text higher', () => {
    for (const text of ['x'.repeat(2_000), 'word '.repeat(400), 'a\n'.repeat(50), '', '🌍'.repeat(90)]) {
      const fitted = fitText(text, box, sizes);
      for (const line of fitted.lines) expect(textWidth(line.replace(/…$/, '')) * fitted.size).toBeLessThanOrEqual(box.width + 0.01);
      expect(fitted.lines.length * fitted.size * LINE_HEIGHT).toBeLessThanOrEqual(box.height);
    }
  });

  test('breaking loses no letter', () => {
    const text = 'Cidadãos e organizações ganham experiência\nin umuntungumuntungabantu networks';
    expect(breakLines(text, 9).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});
