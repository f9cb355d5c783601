import { INK } from '../board/palette.ts';
import { REACTION_SIGNS, type SignPath } from '../board/reaction-signs.ts';
import { NOTE_SIZE } from '../board/layout.ts';
import { fitText, textWidth } from '../board/text-fit.ts';
import { ACTION_ICON_PATHS, COMMENT_ICON_PATH, ROOM_ICON_PATHS, VOTE_ICON_PATHS } from './icons.ts';
import type { ReportNote } from './model.ts';
import { element, textLines } from './svg.ts';
import type { ReportTexts } from './texts.ts';

const PALE = '#fffdfa';
const SIGN = 14;

/**
 * What stands on the edges of a note, half off its paper, as on the canvas: that it is an action,
 * who sees to it and by when, whether it was said in a room, how many reacted, how many comments
 * there are, and how many votes it was given.
 * @param place the top left corner of the note
 */
export function drawMarks(note: ReportNote, place: { x: number; y: number }, texts: ReportTexts): string {
  return [
    note.action ? drawAction(note.action, place, texts) : '',
    drawTalk(note, place, texts),
    drawVotes(note.votes, place.x + NOTE_SIZE.width - 6, place.y + NOTE_SIZE.height - 8).svg,
  ].join('');
}

function drawAction(action: NonNullable<ReportNote['action']>, place: { x: number; y: number }, texts: ReportTexts): string {
  const words = [action.done ? texts.done : texts.action, action.owner, action.day].filter(Boolean).join(' · ');
  const size = 11;
  const [line = ''] = fitText(words, { width: NOTE_SIZE.width - 46, height: size * 1.4 }, [size]).lines;
  const width = textWidth(line) * size + 32;
  const left = place.x + NOTE_SIZE.width - 6 - width;
  const top = place.y - 12;
  const ink = action.done ? INK : PALE;
  return element(
    'g',
    {},
    element('rect', { x: left, y: top, width, height: 20, rx: 6, fill: action.done ? PALE : INK, stroke: INK }),
    drawSign(ACTION_ICON_PATHS[action.done ? 'done' : 'toDo'].map((d) => ({ d, stroke: ink })), left + 6, top + 3),
    textLines([line], left + 24, top + 3, { size, fill: ink, width: width - 28 }),
  );
}

/**
 * How many votes something was given, dark on the paper; nothing for none.
 * @param right where it ends
 * @returns with how much room it takes
 */
export function drawVotes(votes: number | null, right: number, top: number): { svg: string; width: number } {
  if (!votes) return { svg: '', width: 0 };
  const words = String(votes);
  const width = 34 + textWidth(words) * 13;
  const left = right - width;
  const svg = element(
    'g',
    {},
    element('rect', { x: left, y: top, width, height: 24, rx: 12, fill: INK }),
    drawSign(VOTE_ICON_PATHS.map((d) => ({ d, stroke: PALE })), left + 7, top + 5),
    textLines([words], left + 25, top + 3.5, { size: 13, weight: 600, fill: PALE, width: 40 }),
  );
  return { svg, width };
}

function drawTalk({ saidInRoom, reactions, comments }: ReportNote, place: { x: number; y: number }, texts: ReportTexts): string {
  const reacted = reactions.reduce((sum, { names }) => sum + names.length, 0);
  const pills: { signs: (readonly SignPath[])[]; words: string }[] = [];
  if (saidInRoom) pills.push({ signs: [ROOM_ICON_PATHS.map((d) => ({ d, stroke: INK }))], words: texts.saidInRoom });
  if (reacted > 0) pills.push({ signs: reactions.map(({ kind }) => REACTION_SIGNS[kind]), words: String(reacted) });
  if (comments.length > 0) pills.push({ signs: [[{ d: COMMENT_ICON_PATH, stroke: INK }]], words: String(comments.length) });
  let left = place.x + 6;
  return pills
    .map(({ signs, words }) => {
      const width = 12 + signs.length * (SIGN + 2) + textWidth(words) * 12;
      const top = place.y + NOTE_SIZE.height - 12;
      const pill = element(
        'g',
        {},
        element('rect', { x: left, y: top, width, height: 22, rx: 11, fill: PALE, stroke: INK, 'stroke-opacity': 0.42 }),
        ...signs.map((sign, index) => drawSign(sign, left + 5 + index * (SIGN + 2), top + 4)),
        textLines([words], left + 6 + signs.length * (SIGN + 2), top + 3, { size: 12, weight: 600, fill: INK, width }),
      );
      left += width + 4;
      return pill;
    })
    .join('');
}

function drawSign(paths: readonly SignPath[], x: number, y: number): string {
  return element(
    'g',
    { transform: `translate(${x} ${y}) scale(${SIGN / 24})`, 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
    ...paths.map(({ d, stroke, fill = 'none' }) => element('path', { d, stroke, fill })),
  );
}
