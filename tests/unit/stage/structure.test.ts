import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { STRUCTURE_LIMITS } from '../../../shared/protocol/limits.ts';
import { isNewerStage, readStage, STAGE_SCHEMA_VERSION, type StageApproach } from '../../../shared/stage/document.ts';
import * as edit from '../../../shared/stage/edit-structure.ts';
import { approachTexts, columnPrompts } from '../../../shared/stage/texts.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

const approachesOf = (doc: Y.Doc) => readStage(doc).approaches;
const titles = (doc: Y.Doc) => approachesOf(doc).map((approach) => approachTexts(approach, 'en').title);
const approachIn = (doc: Y.Doc, id: string): StageApproach => approachesOf(doc).find((approach) => approach.id === id)!;
const columns = (doc: Y.Doc, approach = 'partnership') => approachIn(doc, approach).columns.map(({ name, kind }) => name ?? kind);
const prompts = (doc: Y.Doc, column = 'obstacles') => columnPrompts(approachIn(doc, 'partnership'), column, 'en').map(({ text }) => text);

describe('the structure of a board', () => {
  test('is seeded with its template: columns and prompts in order', () => {
    const doc = seededStage('both');
    expect(titles(doc)).toEqual(['Partnership approach', 'Global approach']);
    expect(columns(doc)).toEqual(['opportunities', 'challenges', 'obstacles']);
    expect(prompts(doc)[0]).toBe('Do new partners or structures threaten local organisations or citizens?');
  });

  test('takes an approach with words of its own, which are the same in every language', () => {
    const doc = seededStage('partnership');
    const id = edit.addApproach(doc, { title: '  School \n and town ', question: 'What next?' }, 0)!;
    expect(titles(doc)).toEqual(['School and town', 'Partnership approach']);
    const texts = approachTexts(approachIn(doc, id), 'pt');
    expect(texts).toMatchObject({ title: 'School and town', question: 'What next?', summary: '' });
    expect(columns(doc, id)).toEqual(['opportunities', 'challenges', 'obstacles']);
  });

  test('takes a further approach from a template, with its prompts and materials, beside one of the same', () => {
    const doc = seededStage('partnership');
    const id = edit.addApproach(doc, { template: 'partnership' })!;
    expect(titles(doc)).toEqual(['Partnership approach', 'Partnership approach']);
    expect(approachIn(doc, id).prompts).toEqual(approachIn(doc, 'partnership').prompts);
    expect(approachIn(doc, id).materials).toHaveLength(5);
    expect(edit.addApproach(doc, { template: 'unheard of' })).toBeNull();
  });

  test('stays translated until it is renamed, and can have the words of its template back', () => {
    const doc = seededStage('empty');
    const texts = () => approachTexts(approachIn(doc, 'own'), 'pt');
    expect(texts().question).toBe('Que oportunidades, desafios e obstáculos vemos?');
    edit.renameApproach(doc, 'own', { question: 'Who is missing here?' });
    expect(texts()).toMatchObject({ title: 'A nossa abordagem', question: 'Who is missing here?' });
    edit.renameApproach(doc, 'own', { question: '' });
    expect(texts().question).toBe('');
    edit.restoreApproachWords(doc, 'own');
    expect(texts().question).toBe('Que oportunidades, desafios e obstáculos vemos?');
  });

  test('takes columns anywhere, renames and moves them', () => {
    const doc = seededStage('partnership');
    const id = edit.addColumn(doc, 'partnership', { name: 'Wishes', kind: 'ideas' }, 1)!;
    expect(columns(doc)).toEqual(['opportunities', 'Wishes', 'challenges', 'obstacles']);
    edit.renameColumn(doc, 'partnership', id, { name: 'Dreams' });
    edit.renameColumn(doc, 'partnership', 'obstacles', { name: 'Walls', kind: 'questions' });
    edit.moveColumn(doc, 'partnership', 'obstacles', 0);
    expect(columns(doc)).toEqual(['Walls', 'opportunities', 'Dreams', 'challenges']);
    expect(approachIn(doc, 'partnership').columns[0]).toEqual({ id: 'obstacles', kind: 'questions', name: 'Walls' });
    expect(edit.addColumn(doc, 'nowhere', { name: 'x', kind: 'ideas' })).toBeNull();
  });

  test('a name that is taken away again gives the column its kind’s name, in every language', () => {
    const doc = seededStage('partnership');
    edit.renameColumn(doc, 'partnership', 'challenges', { name: 'Hills' });
    edit.renameColumn(doc, 'partnership', 'challenges', { name: ' ' });
    expect(approachIn(doc, 'partnership').columns[1]).toEqual({ id: 'challenges', kind: 'challenges' });
  });

  test('moves approaches', () => {
    const doc = seededStage('both');
    edit.addApproach(doc, { title: 'Third', question: '' });
    edit.moveApproach(doc, 'partnership', 2);
    expect(titles(doc)).toEqual(['Global approach', 'Third', 'Partnership approach']);
    edit.moveApproach(doc, 'partnership', 1);
    expect(titles(doc)).toEqual(['Global approach', 'Partnership approach', 'Third']);
  });

  test('what is removed is kept and can be put back where it was', () => {
    const doc = seededStage('both');
    edit.removeColumn(doc, 'partnership', 'challenges', 10);
    edit.removeApproach(doc, 'global', 20);
    expect(titles(doc)).toEqual(['Partnership approach']);
    expect(columns(doc)).toEqual(['opportunities', 'obstacles']);
    const { removed } = readStage(doc);
    expect(removed.approaches.map(({ id, columns: own }) => [id, own.length])).toEqual([['global', 3]]);
    expect(removed.columns).toEqual([{ approach: 'partnership', column: { id: 'challenges', kind: 'challenges' } }]);
    edit.putApproachBack(doc, 'global');
    edit.putColumnBack(doc, 'partnership', 'challenges');
    expect(readStage(doc).approaches).toEqual(readStage(seededStage('both')).approaches);
    expect(readStage(doc).removed).toEqual({ approaches: [], columns: [] });
  });

  test('a board may be left without any approach, and begun anew', () => {
    const doc = seededStage('partnership');
    edit.removeApproach(doc, 'partnership');
    expect(approachesOf(doc)).toEqual([]);
    edit.addApproach(doc, { title: 'From here', question: '' });
    expect(titles(doc)).toEqual(['From here']);
  });

  test('has limits, and keeps its words within them', () => {
    const doc = seededStage('empty');
    const id = edit.addApproach(doc, { title: 'x'.repeat(500), question: 'y'.repeat(5_000) })!;
    expect(approachIn(doc, id).title).toHaveLength(STRUCTURE_LIMITS.approachTitle);
    expect(approachIn(doc, id).question).toHaveLength(STRUCTURE_LIMITS.question);
    for (let i = 0; i < STRUCTURE_LIMITS.columns; i += 1) edit.addColumn(doc, 'own', { name: `c${i}`, kind: 'ideas' });
    expect(columns(doc, 'own')).toHaveLength(STRUCTURE_LIMITS.columns);
    expect(edit.addColumn(doc, 'own', { name: 'one more', kind: 'ideas' })).toBeNull();
    while (edit.addApproach(doc, { title: 'a', question: '' }) !== null);
    expect(approachesOf(doc)).toHaveLength(STRUCTURE_LIMITS.approaches);
  });

  test('renames the board', () => {
    const doc = seededStage('empty');
    edit.renameBoard(doc, { title: 'Evening' });
    expect(readStage(doc).meta).toMatchObject({ title: 'Evening', workshop: 'Workshop' });
  });
});

describe('the prompts of a column', () => {
  const first = 'Do new partners or structures threaten local organisations or citizens?';
  const second = 'Could a powerful newcomer push others aside?';
  const third = 'Would the new partnering bend the principles we started from?';

  test('those that stay as they are stay translated', () => {
    const doc = seededStage('partnership');
    edit.setPrompts(doc, 'partnership', 'obstacles', [first, 'Who has the keys?', '', third], 'en');
    expect(prompts(doc)).toEqual([first, 'Who has the keys?', third]);
    expect(columnPrompts(approachIn(doc, 'partnership'), 'obstacles', 'pt').map(({ text }) => text)).toEqual([
      'Novos parceiros ou estruturas ameaçam organizações ou cidadãos locais?',
      'Who has the keys?',
      'A nova parceria faria ceder os princípios de que partimos?',
    ]);
  });

  test('can be put in another order, taken away and added', () => {
    const doc = seededStage('partnership');
    edit.setPrompts(doc, 'partnership', 'obstacles', [third, first, second], 'en');
    expect(prompts(doc)).toEqual([third, first, second]);
    edit.setPrompts(doc, 'partnership', 'obstacles', [second], 'en');
    expect(prompts(doc)).toEqual([second]);
    edit.setPrompts(doc, 'partnership', 'obstacles', ['a', second, 'b', 'c'], 'en');
    expect(prompts(doc)).toEqual(['a', second, 'b', 'c']);
    edit.setPrompts(doc, 'partnership', 'obstacles', [], 'en');
    expect(prompts(doc)).toEqual([]);
  });

  test('of other columns are left alone', () => {
    const doc = seededStage('partnership');
    const before = prompts(doc, 'challenges');
    edit.setPrompts(doc, 'partnership', 'obstacles', ['x'], 'en');
    expect(prompts(doc, 'challenges')).toEqual(before);
  });
});

describe('promise 2: two facilitators at once', () => {
  test('one renames a column, the other moves it and a third removes its approach: all of it holds', () => {
    const ana = seededStage('both');
    const bela = peerOf(ana);
    const carys = peerOf(ana);
    edit.renameColumn(ana, 'partnership', 'challenges', { name: 'Hills' });
    edit.renameApproach(ana, 'partnership', { title: 'Together' });
    edit.moveColumn(bela, 'partnership', 'challenges', 0);
    edit.renameApproach(bela, 'partnership', { question: 'How?' });
    edit.removeApproach(carys, 'partnership');
    exchange(ana, bela, carys);
    for (const doc of [ana, bela, carys]) {
      expect(titles(doc)).toEqual(['Global approach']);
      edit.putApproachBack(doc, 'partnership');
      expect(columns(doc)).toEqual(['Hills', 'opportunities', 'obstacles']);
      expect(approachTexts(approachIn(doc, 'partnership'), 'en')).toMatchObject({ title: 'Together', question: 'How?' });
    }
  });

  test('both add an approach and a column at the same place: all are there, in the same order', () => {
    const ana = seededStage('partnership');
    const bela = peerOf(ana);
    edit.addApproach(ana, { title: 'From Ana', question: '' }, 1);
    edit.addColumn(ana, 'partnership', { name: 'Ana’s', kind: 'ideas' }, 1);
    edit.addApproach(bela, { title: 'From Béla', question: '' }, 1);
    edit.addColumn(bela, 'partnership', { name: 'Béla’s', kind: 'steps' }, 1);
    exchange(ana, bela);
    expect(titles(ana)).toHaveLength(3);
    expect(columns(ana)).toHaveLength(5);
    expect(approachesOf(ana)).toEqual(approachesOf(bela));
  });

  test('each changes another prompt of one column: both changes hold', () => {
    const ana = seededStage('partnership');
    const bela = peerOf(ana);
    const [first, second, third] = prompts(ana);
    edit.setPrompts(ana, 'partnership', 'obstacles', ['In Ana’s words', second!, third!], 'en');
    edit.setPrompts(bela, 'partnership', 'obstacles', [first!, second!, third!, 'From Béla'], 'en');
    exchange(ana, bela);
    expect(prompts(ana)).toEqual(['In Ana’s words', second, third, 'From Béla']);
    expect(prompts(bela)).toEqual(prompts(ana));
  });
});

describe('a board of schema 1, whose columns and prompts lie in plain lists', () => {
  function first(): Y.Doc {
    const doc = new Y.Doc();
    doc.getMap('meta').set('schemaVersion', 1);
    doc.getMap('meta').set('title', 'Old');
    const approach = new Y.Map<unknown>();
    approach.set('id', 'partnership');
    approach.set('template', 'partnership');
    approach.set('order', 'a0');
    approach.set('columns', [{ id: 'opportunities', kind: 'opportunities' }, null, { id: 'obstacles', kind: 'obstacles' }]);
    approach.set('prompts', [
      { id: 'partnership.obstacles.threat', column: 'obstacles' },
      { id: 'partnership.obstacles.power', column: 'obstacles' },
    ]);
    approach.set('materials', ['A book']);
    doc.getMap('approaches').set('partnership', approach);
    return doc;
  }

  test('is read as it was', () => {
    const doc = first();
    expect(columns(doc)).toEqual(['opportunities', 'obstacles']);
    expect(prompts(doc)).toHaveLength(2);
    expect(approachIn(doc, 'partnership').materials).toEqual(['A book']);
  });

  test('can be changed in every way, and is then of this schema', () => {
    const doc = first();
    edit.moveColumn(doc, 'partnership', 'obstacles', 0);
    edit.addColumn(doc, 'partnership', { name: 'Wishes', kind: 'ideas' }, 1);
    edit.setPrompts(doc, 'partnership', 'obstacles', ['Could a powerful newcomer push others aside?', 'And then?'], 'en');
    expect(columns(doc)).toEqual(['obstacles', 'Wishes', 'opportunities']);
    expect(prompts(doc)).toEqual(['Could a powerful newcomer push others aside?', 'And then?']);
    expect(doc.getMap('meta').get('schemaVersion')).toBe(STAGE_SCHEMA_VERSION);
    expect(isNewerStage(doc)).toBe(false);
  });
});

describe('promise 5: what a facilitator’s program wrote that makes no sense', () => {
  const odd: (() => unknown)[] = [
    () => null,
    () => 7,
    () => 'x',
    () => [],
    () => ({}),
    () => ({ id: 'other' }),
    () => ({ id: 'bad' }),
    () => ({ id: 'bad', approach: 'nowhere' }),
    () => ({ id: 'bad', approach: 'partnership/bad' }),
    () => new Y.Array(),
    () => new Y.Text('x'),
    () => new Y.XmlElement('x'),
  ];

  test.each(['approaches', 'columns', 'prompts', 'participants', 'sites'])('in %s: the others are read as before', (map) => {
    for (const value of odd) {
      const doc = seededStage('both');
      const before = readStage(doc);
      for (const key of ['bad', 'partnership/bad', 'partnership/bad/worse', '']) doc.getMap(map).set(key, value());
      const after = readStage(doc);
      expect(after.approaches.filter(({ id }) => id !== 'bad')).toEqual(before.approaches);
      expect(after.meta).toEqual(before.meta);
    }
  });

  test('types within types as deep as one likes are not followed', () => {
    const doc = seededStage('both');
    doc.transact(() => {
      let map = doc.getMap('approaches').get('global') as Y.Map<unknown>;
      for (let i = 0; i < 8_000; i += 1) {
        map.set('more', new Y.Map());
        map = map.get('more') as Y.Map<unknown>;
      }
    });
    expect(() => doc.getMap('approaches').toJSON()).toThrow(RangeError);
    expect(approachesOf(doc)).toEqual(approachesOf(seededStage('both')));
  });

  test('a field that makes no sense hides nothing else of its record', () => {
    const doc = seededStage('both');
    const approach = doc.getMap('approaches').get('partnership') as Y.Map<unknown>;
    for (const [key, value] of Object.entries({ order: '!!', title: 5, question: {}, materials: [1, 'A book', 'x'.repeat(900)], removed: 'yes', columns: 9, prompts: 'x' })) {
      approach.set(key, value);
    }
    const column = doc.getMap('columns').get('partnership/obstacles') as Y.Map<unknown>;
    for (const [key, value] of Object.entries({ kind: 'volcano', order: 3, name: ['x'], removed: Number.NaN })) column.set(key, value);
    const read = approachIn(doc, 'partnership');
    expect(read.columns.map(({ id }) => id).sort()).toEqual(['challenges', 'obstacles', 'opportunities']);
    expect(approachTexts(read, 'en').title).toBe('Partnership approach');
    expect(read.materials.map(({ length }) => length)).toEqual([6, 200]);
    // And it can be put right.
    edit.moveApproach(doc, 'partnership', 0);
    edit.renameApproach(doc, 'partnership', { title: 'Mended' });
    expect(titles(doc)).toEqual(['Mended', 'Global approach']);
  });

  test('facts about the board that make no sense leave it readable', () => {
    const doc = seededStage('partnership');
    for (const key of ['schemaVersion', 'title', 'workshop', 'template', 'templateVersion', 'language', 'createdAt']) {
      doc.getMap('meta').set(key, key === 'title' ? 'x'.repeat(100_000) : { odd: true });
    }
    const { meta, approaches } = readStage(doc);
    expect(meta?.title).toHaveLength(200);
    expect(meta).toMatchObject({ workshop: '', template: 'empty', language: 'en', createdAt: 0 });
    expect(approaches).toHaveLength(1);
  });

  test('ten thousand approaches, columns and prompts: as many as a board may have are shown', () => {
    const doc = seededStage('partnership');
    doc.transact(() => {
      for (let i = 0; i < 10_000; i += 1) {
        doc.getMap('approaches').set(`many${i}`, { id: `many${i}`, order: 'a9' });
        doc.getMap('columns').set(`partnership/c${i}`, { id: `c${i}`, approach: 'partnership', kind: 'ideas', order: 'a9' });
        doc.getMap('prompts').set(`partnership/p${i}`, { id: `p${i}`, approach: 'partnership', column: 'obstacles', order: 'a9', text: 'x'.repeat(400) });
      }
    });
    const { approaches } = readStage(doc);
    expect(approaches).toHaveLength(STRUCTURE_LIMITS.approaches);
    expect(approaches[0]!.columns).toHaveLength(STRUCTURE_LIMITS.columns);
    expect(approaches[0]!.columns.slice(0, 3).map(({ id }) => id)).toEqual(['opportunities', 'challenges', 'obstacles']);
    const shown = prompts(doc);
    expect(shown).toHaveLength(STRUCTURE_LIMITS.prompts);
    expect(Math.max(...shown.map(({ length }) => length))).toBe(STRUCTURE_LIMITS.prompt);
  });
});

test('a stage that has not arrived has no facts and no approaches', () => {
  expect(readStage(new Y.Doc())).toMatchObject({ meta: null, locked: false, approaches: [] });
});
