import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyAsItCame } from '../../../client/session/as-it-came.ts';

const SERVER = 'server';

function boardOf(...notes: string[]): Uint8Array {
  const doc = new Y.Doc();
  for (const note of notes) doc.getMap('notes').set(note, new Y.Text(note));
  return Y.encodeStateAsUpdate(doc);
}

/** A document whose updates are kept, as the browser's copy and the connection keep them. */
function kept(): { doc: Y.Doc; updates: { update: Uint8Array; origin: unknown }[]; copy(): unknown } {
  const doc = new Y.Doc();
  const updates: { update: Uint8Array; origin: unknown }[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => void updates.push({ update, origin }));
  const copy = () => {
    const again = new Y.Doc();
    for (const { update } of updates) Y.applyUpdate(again, update);
    return again.getMap('notes').toJSON();
  };
  return { doc, updates, copy };
}

describe("the server's answer", () => {
  test('is told as it came, and all after it as ever', () => {
    const { doc, updates, copy } = kept();
    const answer = boardOf('one', 'two');
    applyAsItCame(doc, answer, SERVER);
    expect(updates).toEqual([{ update: answer, origin: SERVER }]);
    doc.getMap('notes').set('three', new Y.Text('three'));
    expect(updates).toHaveLength(2);
    expect(copy()).toEqual({ one: 'one', two: 'two', three: 'three' });
  });

  test('loses nothing of what somebody writes on its arrival, before or after others were told', () => {
    const { doc, copy } = kept();
    doc.on('afterTransaction', ({ origin }) => {
      if (origin === SERVER) doc.getMap('notes').set('on reading', 'on reading');
    });
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === SERVER) doc.getMap('notes').set('on being told', 'on being told');
    });
    applyAsItCame(doc, boardOf('one'), SERVER);
    expect(copy()).toEqual({ one: 'one', 'on reading': 'on reading', 'on being told': 'on being told' });
    expect(doc.getMap('notes').toJSON()).toEqual(copy());
  });

  test('meets what was written before it', () => {
    const { doc, copy } = kept();
    doc.getMap('notes').set('own', 'own');
    applyAsItCame(doc, boardOf('one'), SERVER);
    expect(copy()).toEqual({ own: 'own', one: 'one' });
  });

  test('that cannot be read is told to nobody, and those who listen go on listening', () => {
    const { doc, updates, copy } = kept();
    const broken = boardOf('one', 'two').slice(0, -9);
    expect(() => applyAsItCame(doc, broken, SERVER)).toThrow(Error);
    expect(updates.some(({ update }) => update === broken)).toBe(false);
    applyAsItCame(doc, boardOf('three'), SERVER);
    expect(copy()).toMatchObject({ three: 'three' });
  });

  test('reaches listeners of the new format, too', () => {
    const doc = new Y.Doc();
    const again = new Y.Doc();
    doc.on('updateV2', (update: Uint8Array) => Y.applyUpdateV2(again, update));
    applyAsItCame(doc, boardOf('one'), SERVER);
    expect(again.getMap('notes').toJSON()).toEqual({ one: 'one' });
  });
});
