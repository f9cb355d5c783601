import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { SITE_LIMITS } from '../../../shared/protocol/limits.ts';
import { putParticipant, readStage } from '../../../shared/stage/document.ts';
import { setReadsOnly } from '../../../shared/stage/readers.ts';
import { stageTypes } from '../../../shared/stage/records.ts';
import { setScribe, weightOf } from '../../../shared/stage/scribes.ts';
import { addSite, editSite, ensureSite, readSites, removeSite, sayHeadcount } from '../../../shared/stage/sites.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

const person = (id: string, site: string, joinedAt = 0) => ({ id, name: id, site, role: 'participant' as const, language: 'en' as const, joinedAt });

describe('a site', () => {
  test('is made by the first who joins from there, and found by the next however they spell it', () => {
    const doc = seededStage();
    const evora = ensureSite(doc, ' Évora ', { language: 'pt' });
    expect(evora).toMatchObject({ name: 'Évora', language: 'pt', country: '', headcount: 0 });
    expect(ensureSite(doc, 'évora', { language: 'en', headcount: 12 }).id).toBe(evora.id);
    // What somebody has said already stays; what nobody has said is filled in.
    expect(readSites(doc)).toMatchObject([{ id: evora.id, language: 'pt', headcount: 12 }]);
  });

  test('has the headcount that was said first by whoever joined, or by a facilitator, and tells which', () => {
    const doc = seededStage();
    const { id } = addSite(doc, { name: 'Pécs' });
    const said = () => readSites(doc).map(({ headcount, headcountBy }) => [headcount, headcountBy])[0];
    expect(said()).toEqual([0, null]);
    sayHeadcount(doc, id, 12, 'rui');
    sayHeadcount(doc, id, 90, 'mallory');
    expect(said()).toEqual([12, 'rui']);
    editSite(doc, id, { country: 'Hungary' });
    expect(said()).toEqual([12, 'rui']);
    editSite(doc, id, { headcount: 9 });
    sayHeadcount(doc, id, 90, 'mallory');
    expect(said()).toEqual([9, null]);
  });

  test('has a colour and a pattern that no other has, and its neighbour differs in both', () => {
    const doc = seededStage();
    for (let number = 0; number < 40; number += 1) addSite(doc, { name: `Place ${number}` }, { at: number });
    const sites = readSites(doc);
    expect(new Set(sites.map(({ color, pattern }) => `${color} ${pattern}`)).size).toBe(40);
    sites.slice(1).forEach((site, index) => {
      expect(site.color).not.toBe(sites[index]!.color);
      expect(site.pattern).not.toBe(sites[index]!.pattern);
    });
  });

  test('keeps what two facilitators say of it at the same time', () => {
    const doc = seededStage();
    const { id } = addSite(doc, { name: 'Swansea' });
    const peer = peerOf(doc);
    editSite(doc, id, { headcount: 9.4, name: ' Swansea \n West ' });
    editSite(peer, id, { country: 'Wales', language: 'cy' });
    exchange(doc, peer);
    expect(readSites(doc)).toEqual(readSites(peer));
    expect(readSites(doc)[0]).toMatchObject({ name: 'Swansea West', headcount: 9, country: 'Wales', language: 'cy' });
  });

  test('of a board of before, a plain value, is read, drawn and changed like any other', () => {
    const doc = seededStage();
    stageTypes(doc).sites.set('old', { id: 'old', name: 'Pécs' });
    expect(readSites(doc)).toMatchObject([{ id: 'old', name: 'Pécs', headcount: 0, color: 'teal' }]);
    editSite(doc, 'old', { headcount: 4 });
    expect(readSites(doc)).toMatchObject([{ id: 'old', name: 'Pécs', headcount: 4 }]);
    removeSite(doc, 'old');
    expect(readSites(doc)).toEqual([]);
  });

  test('that a broken program wrote takes no other down (promise 5)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'country', 'headcount', 'color', 'pattern', 'language', 'madeAt'), fc.anything()), (fields) => {
        const doc = seededStage();
        const { id } = addSite(doc, { name: 'Cork' });
        try {
          stageTypes(doc).sites.set('odd', new Y.Map(Object.entries({ ...fields, id: 'odd' })));
        } catch {
          // What Yjs itself does not take can arrive from nobody.
        }
        expect(readStage(doc).sites.get(id)?.name).toBe('Cork');
      }),
      { numRuns: 60 },
    );
  });
});

describe('for how many people somebody speaks', () => {
  const workshop = (headcount: number, scribes: readonly string[], others: readonly string[]) => {
    const doc = seededStage();
    const { id: site } = addSite(doc, { name: 'Évora', headcount });
    [...scribes, ...others].forEach((name, index) => putParticipant(doc, person(name, site, index)));
    for (const scribe of scribes) setScribe(doc, scribe, true);
    return doc;
  };
  const weights = (doc: Y.Doc) => [...readStage(doc).participants.keys()].sort().map((id) => weightOf(readStage(doc), id));

  test('is one; for a scribe the room without those who are there by themselves', () => {
    expect(weights(workshop(12, ['s'], []))).toEqual([12]);
    expect(weights(workshop(12, ['s'], ['a', 'b']))).toEqual([1, 1, 10]);
    expect(weights(workshop(7, ['s1', 's2'], ['a']))).toEqual([1, 3, 3]);
    expect(weights(workshop(8, ['s1', 's2'], ['a']))).toEqual([1, 4, 3]);
    expect(weights(workshop(0, ['s'], ['a']))).toEqual([1, 1]);
  });

  test('is none for who is unknown, was removed, or only reads', () => {
    const doc = workshop(5, ['s'], ['a', 'b']);
    putParticipant(doc, { ...person('a', readSites(doc)[0]!.id), removed: true });
    setReadsOnly(doc, 'b', true);
    expect(weights(doc)).toEqual([0, 0, 4]);
    expect(weightOf(readStage(doc), 'nobody')).toBe(0);
    setScribe(doc, 's', false);
    expect(weightOf(readStage(doc), 's')).toBe(1);
  });

  test('adds up to the headcount of the site wherever that is enough for everybody there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SITE_LIMITS.headcount }), fc.integer({ min: 1, max: 5 }), fc.nat(8), (headcount, scribes, others) => {
        const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
        const doc = workshop(headcount, names('s', scribes), names('a', others));
        const sum = weights(doc).reduce((total, weight) => total + weight, 0);
        expect(sum).toBe(Math.max(headcount, scribes + others));
      }),
      { numRuns: 60 },
    );
  });
});
