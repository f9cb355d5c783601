import { createNote, NOTE_COLORS, placeInColumn, seedBoard } from '../../../shared/board/index.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { putParticipant, seedStage } from '../../../shared/stage/document.ts';
import * as Y from 'yjs';

/** Texts in the letters of our languages, and texts that some format could take for something else. */
export const HOSTILE_TEXTS: string[] = [
  'Árvíztűrő tükörfúrógép, ŐŰ őű',
  'Llŵyn, tŷ, môr, gêm, Ŵ Ŷ ŵ ŷ',
  'Țară, șoaptă, încă, mâine, Ș Ț',
  'Col·laboració, açò, què, països',
  'Colaboração, coração, lingüiça, às, óculos',
  'Perché, città, così, più, È',
  'קהילה לומדת, שלום',
  'Party 🎉 👩‍👩‍👧‍👦 🇵🇹',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</style></title></svg><svg onload=alert(1)>',
  '&amp; &lt;b&gt; &#60; ]]>',
  '=1+1',
  '=HYPERLINK("http://example.org","x")',
  '+1', '-1', '@SUM(1)',
  '\tindented by a tab',
  '| pipe | table |\n| --- | --- |',
  'first line\nsecond line\n\nafter a blank line\r\nafter a carriage return',
  '# heading', '- item', '1. numbered', '> quote', '```\ncode\n```', '    indented', '---', '===',
  '*bold* _em_ ~~gone~~ `code` [link](http://example.org) ![img](x)',
  '[ref]: http://example.org "x"',
  'http://example.org www.example.org a@example.org',
  '"quotes", \'apostrophes\', commas, ""',
  'a lone \ud800 surrogate and \u0000\u0007 controls',
  'W'.repeat(2000),
  '',
  '   ',
];

/** One note for each hostile text, each ending in a mark of its own so that it can be told apart. */
export function hostileContent() {
  const board = new Y.Doc();
  const stage = new Y.Doc();
  seedBoard(board);
  seedStage(stage, { title: '<b>Board</b> & "co" ]]>', workshop: '=1+1 | <i>', template: 'both', language: 'en', createdAt: 0 });
  putParticipant(stage, { id: 'p', name: '<img src=x> *P* =2', site: 'gone', role: 'participant', language: 'pt', joinedAt: 0 });
  const columns = ['opportunities', 'challenges', 'obstacles'];
  const places = [
    (index: number) => placeInColumn(board, index % 2 ? 'partnership' : 'global', columns[index % 3]!),
    (index: number) => ({ x: index * 100, y: -index * 7 }),
    () => ({ approach: 'gone', column: '<gone>', order: 'a0' }),
  ];
  HOSTILE_TEXTS.forEach((text, index) => {
    const place = places[index % 7 === 5 ? 1 : index % 7 === 6 ? 2 : 0]!;
    createNote(board, {
      id: `n${index}`,
      text: `${text}${mark(index)}`,
      color: NOTE_COLORS[index % NOTE_COLORS.length]!,
      author: index % 3 === 0 ? null : 'p',
      createdAt: index,
      language: 'en',
      placement: place(index),
    });
  });
  return freezeBoard(board, stage, { id: 's', title: '<u>saved</u>', savedAt: 0, savedBy: '</style>' });
}

/** What the note at `index` ends in. */
export function mark(index: number): string {
  return ` qz${index}zq`;
}
