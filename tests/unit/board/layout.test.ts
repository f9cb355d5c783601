import { describe, expect, test } from 'vitest';
import { createGroup, placeInColumn, placeNote, readGroups, readNotes } from '../../../shared/board/index.ts';
import { approachHeadAt, asideBox, columnAt, dropPlace, dropTarget, groupDropTarget, layOut, NOTE_SIZE, slotPosition, type Box } from '../../../shared/board/layout.ts';
import { breakLines, fitText, LINE_HEIGHT, textWidth } from '../../../shared/board/text-fit.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { addNote, peerOf, seededBoard, seededStage } from '../../support/board.ts';

function boardWith(notes: number) {
  const doc = seededBoard();
  for (let i = 0; i < notes; i += 1) addNote(doc, `note ${i}`);
  return { doc, layout: layOut(readStage(seededStage()).approaches, readNotes(doc).notes, []) };
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

  test('the place that is shown for a drop is where the note then lies', () => {
    const { doc, layout } = boardWith(5);
    const { column: id } = layout.approaches[0]!.columns[1]!;
    const moved = readNotes(doc).notes[0]!.id;
    for (const [column, index] of [['opportunities', 3], ['opportunities', 0], [id, 0]] as const) {
      const target = { approach: 'partnership', column, index };
      const place = dropPlace(layout, target, [moved])!;
      const copy = peerOf(doc);
      placeNote(copy, moved, placeInColumn(copy, 'partnership', column, index, moved));
      const after = layOut(readStage(seededStage()).approaches, readNotes(copy).notes, []);
      expect({ x: place.x, y: place.y }).toEqual(after.notes.get(moved));
      expect(place.column.column).toBe(column);
    }
    expect(dropPlace(layout, { approach: 'partnership', column: 'gone', index: 0 })).toBeNull();
  });

  test('notes that are set aside lie in rows above the board, in sight and never on each other', () => {
    const doc = seededBoard();
    for (let i = 0; i < 40; i += 1) addNote(doc, `orphan ${i}`, placeInColumn(doc, 'removed', 'opportunities'));
    const layout = layOut(readStage(seededStage()).approaches, readNotes(doc).notes, []);
    const area = asideBox(layout);
    const boxes = layout.aside.map((id) => ({ ...layout.notes.get(id)!, ...NOTE_SIZE }));
    const right = Math.max(...layout.approaches.map((approach) => approach.x + approach.width));
    boxes.forEach((box, index) => {
      expect(box.x + box.width).toBeLessThanOrEqual(right);
      expect(box.y + box.height).toBeLessThan(0);
      expect(box.x + box.width).toBeLessThanOrEqual(area.x + area.width);
      expect(box.y).toBeGreaterThanOrEqual(area.y);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    });
  });

  test('the heading of an approach is told from its columns', () => {
    const { layout } = boardWith(1);
    const [first, second] = layout.approaches;
    expect(approachHeadAt(layout, { x: second!.x + 10, y: 10 })).toBe('global');
    expect(approachHeadAt(layout, { x: first!.columns[0]!.x + 5, y: first!.columns[0]!.y + 5 })).toBeNull();
    expect(approachHeadAt(layout, { x: first!.x - 5, y: 10 })).toBeNull();
  });

  test('a note dropped outside all columns is free', () => {
    const { layout } = boardWith(1);
    expect(dropTarget(layout, { x: -500, y: -500 })).toBeNull();
    expect(columnAt(layout, { x: -500, y: -500 })).toBeNull();
  });

  test('a note whose column is gone is set aside, not lost', () => {
    const doc = seededBoard();
    const id = addNote(doc, 'orphan', placeInColumn(doc, 'removed', 'opportunities'));
    const layout = layOut(readStage(seededStage()).approaches, readNotes(doc).notes, []);
    expect(layout.aside).toEqual([id]);
    expect(layout.notes.has(id)).toBe(true);
  });
});

describe('groups in the layout', () => {
  /** Four notes, of which the second and third are a group, then an empty group, then a note. */
  function grouped() {
    const { doc } = boardWith(5);
    const ids = readNotes(doc).notes.map((note) => note.id);
    const at = { approach: 'partnership', column: 'opportunities' };
    const group = createGroup(doc, { ...at, title: 'Schools', notes: [ids[1]!, ids[2]!, ids[3]!] });
    const empty = createGroup(doc, { ...at, title: 'Empty', notes: [] });
    addNote(doc, 'last');
    const layout = layOut(readStage(seededStage()).approaches, readNotes(doc).notes, [...readGroups(doc).values()]);
    return { ids, group, empty, layout, column: layout.approaches[0]!.columns[0]! };
  }

  test('take their place in the column’s order, frame their notes and no others, and the column grows', () => {
    const { ids, group, empty, layout, column } = grouped();
    expect(column.blocks.map((block) => block.group)).toEqual([null, group, null, empty, null]);
    expect(column.notes.slice(0, 4)).toEqual(ids.slice(0, 4));
    column.blocks.forEach((block, index) => {
      expect(block.y + block.height).toBeLessThanOrEqual(column.y + column.height);
      for (const other of column.blocks.slice(index + 1)) expect(overlap(block, other)).toBe(false);
      for (const [id, place] of layout.notes) {
        expect(overlap(block, { ...place, ...NOTE_SIZE })).toBe(block.notes.includes(id));
      }
    });
  });

  const middle = (layout: ReturnType<typeof layOut>, id: string) => {
    const place = layout.notes.get(id)!;
    return { x: place.x + NOTE_SIZE.width / 2, y: place.y + NOTE_SIZE.height / 2 };
  };

  test('take in a note that is dropped on them, and leave one that is dropped beside them', () => {
    const { ids, group, empty, layout, column } = grouped();
    const at = { approach: 'partnership', column: 'opportunities' };
    expect(dropTarget(layout, middle(layout, ids[2]!))).toEqual({ ...at, group, index: 1 });
    expect(dropTarget(layout, middle(layout, ids[2]!), [ids[1]!])).toEqual({ ...at, group, index: 1 });
    const box = column.blocks[3]!;
    expect(dropTarget(layout, { x: box.x + 40, y: box.y + box.height / 2 })).toEqual({ ...at, group: empty, index: 0 });
    expect(dropTarget(layout, { x: box.x + 40, y: box.y - 4 })).toEqual({ ...at, index: 3 });
    expect(dropTarget(layout, middle(layout, column.blocks[4]!.notes[0]!))).toEqual({ ...at, index: 4 });
    expect(dropTarget(layout, { x: box.x + 40, y: column.y + column.height - 2 })).toEqual({ ...at, index: 5 });
  });

  test('are dropped between other entries, in any column, and nowhere else', () => {
    const { group, empty, layout, column } = grouped();
    const at = { approach: 'partnership', column: 'opportunities' };
    const first = column.blocks[0]!;
    expect(groupDropTarget(layout, { x: first.x + 5, y: first.y - 20 }, empty)).toEqual({ ...at, index: 0 });
    const target = column.blocks[1]!;
    expect(groupDropTarget(layout, { x: target.x, y: target.y + 4 }, empty)).toEqual({ ...at, index: 1 });
    expect(groupDropTarget(layout, { x: target.x, y: target.y + target.height - 4 }, empty)).toEqual({ ...at, index: 2 });
    expect(groupDropTarget(layout, { x: first.x, y: column.y + column.height - 2 }, group)).toEqual({ ...at, index: 4 });
    const other = layout.approaches[0]!.columns[1]!;
    expect(groupDropTarget(layout, { x: other.x + 50, y: other.notesTop + 50 }, group)).toEqual({ approach: 'partnership', column: 'challenges', index: 0 });
    expect(groupDropTarget(layout, { x: -900, y: 0 }, group)).toBeNull();
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
