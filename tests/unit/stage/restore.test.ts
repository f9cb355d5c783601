import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { copyOfDoc } from '../../../shared/board/index.ts';
import { putParticipant, readStage, setLocked } from '../../../shared/stage/document.ts';
import {
  addApproach,
  addColumn,
  moveApproach,
  moveColumn,
  putApproachBack,
  removeApproach,
  removeColumn,
  renameApproach,
  renameBoard,
  renameColumn,
  setPrompts,
} from '../../../shared/stage/edit-structure.ts';
import { restoreStage } from '../../../shared/stage/restore.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

const n = fc.nat(40);
const word = fc.string({ minLength: 1, maxLength: 12 });
const act = fc.oneof(
  fc.record({ do: fc.constant('approach' as const), n, word }),
  fc.record({ do: fc.constant('remove' as const), n }),
  fc.record({ do: fc.constant('back' as const), n }),
  fc.record({ do: fc.constant('rename' as const), n, word }),
  fc.record({ do: fc.constant('move' as const), n }),
  fc.record({ do: fc.constant('column' as const), n, word }),
  fc.record({ do: fc.constant('removeColumn' as const), n }),
  fc.record({ do: fc.constant('renameColumn' as const), n, word }),
  fc.record({ do: fc.constant('moveColumn' as const), n }),
  fc.record({ do: fc.constant('prompts' as const), n, word }),
  fc.record({ do: fc.constant('title' as const), word }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(doc: Y.Doc, one: Act): void {
  if (one.do === 'title') return renameBoard(doc, { title: one.word });
  const { approaches, removed } = readStage(doc);
  if (one.do === 'approach') return void addApproach(doc, { title: one.word, question: '' }, one.n % (approaches.length + 1));
  if (one.do === 'back') return removed.approaches[0] && putApproachBack(doc, removed.approaches[0].id);
  const approach = approaches[one.n % Math.max(approaches.length, 1)];
  if (!approach) return undefined;
  const column = approach.columns[one.n % Math.max(approach.columns.length, 1)]?.id ?? 'none';
  switch (one.do) {
    case 'remove': return removeApproach(doc, approach.id, one.n);
    case 'rename': return renameApproach(doc, approach.id, { title: one.word });
    case 'move': return moveApproach(doc, approach.id, 0);
    case 'column': return void addColumn(doc, approach.id, { name: one.word, kind: 'ideas' }, 0);
    case 'removeColumn': return removeColumn(doc, approach.id, column, one.n);
    case 'renameColumn': return renameColumn(doc, approach.id, column, { name: one.word });
    case 'moveColumn': return moveColumn(doc, approach.id, column, 0);
    case 'prompts': return setPrompts(doc, approach.id, column, [one.word, 'second'], 'en');
  }
}

/** What everybody reads of the structure. */
function shown(doc: Y.Doc) {
  const { meta, approaches } = readStage(doc);
  return { title: meta!.title, workshop: meta!.workshop, approaches };
}

test('whatever was done since, a restored stage has the structure it had; taken back, the one it had before', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), (earlier, later) => {
      const doc = seededStage();
      for (const one of earlier) perform(doc, one);
      const past = copyOfDoc(doc);
      for (const one of later) perform(doc, one);
      const before = copyOfDoc(doc);
      restoreStage(doc, past);
      expect(shown(doc)).toEqual(shown(past));
      restoreStage(doc, before, copyOfDoc(doc));
      expect(shown(doc)).toEqual(shown(before));
    }),
  );
});

test('people, sites and the lock stay as they are', () => {
  const doc = seededStage();
  const past = copyOfDoc(doc);
  putParticipant(doc, { id: 'ana', name: 'Ana', site: 's', role: 'participant', language: 'pt', joinedAt: 1 });
  setLocked(doc, true);
  renameBoard(doc, { title: 'Renamed' });
  restoreStage(doc, past);
  const stage = readStage(doc);
  expect([stage.participants.has('ana'), stage.locked, stage.meta!.title]).toEqual([true, true, 'Board']);
});

test('promise 2: what another facilitator does at the same moment merges', () => {
  const doc = seededStage();
  const [first, second] = readStage(doc).approaches;
  const past = copyOfDoc(doc);
  renameApproach(doc, first!.id, { title: 'Wrong' });
  const other = peerOf(doc);
  renameApproach(other, second!.id, { title: 'Right' });
  restoreStage(doc, past);
  exchange(doc, other);
  expect(readStage(doc).approaches.map(({ title }) => title)).toEqual([undefined, 'Right']);
  expect(shown(other)).toEqual(shown(doc));
});

test('what was added since can be put back', () => {
  const doc = seededStage();
  const past = copyOfDoc(doc);
  const added = addApproach(doc, { title: 'Added', question: '' })!;
  restoreStage(doc, past);
  expect(readStage(doc).removed.approaches.map(({ id }) => id)).toEqual([added]);
  putApproachBack(doc, added);
  expect(readStage(doc).approaches.at(-1)).toMatchObject({ id: added, title: 'Added' });
});
