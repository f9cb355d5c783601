import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../shared/languages.ts';
import { AGENDA_LIMITS } from '../../../shared/protocol/limits.ts';
import { AGENDAS, TEMPLATE_IDS } from '../../../shared/templates/index.ts';
import { allowedNow, currentStep, nextStep, readRules, stepsSoFar, stepTexts } from '../../../shared/stage/agenda.ts';
import { readStage, setLocked } from '../../../shared/stage/document.ts';
import * as edit from '../../../shared/stage/edit-agenda.ts';
import { setReadsOnly } from '../../../shared/stage/readers.ts';
import { stageTypes } from '../../../shared/stage/records.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

const agendaOf = (doc: Y.Doc) => readStage(doc).agenda;
const ids = (doc: Y.Doc) => agendaOf(doc).steps.map(({ id }) => id);
const allowed = (doc: Y.Doc, participant?: string) => allowedNow(readRules(doc), participant);
const stepIn = (doc: Y.Doc, id: string) => agendaOf(doc).steps.find((step) => step.id === id)!;

describe('the agenda of a board', () => {
  test.each(TEMPLATE_IDS)('comes with the template (%s), fills ninety minutes, and has not begun', (template) => {
    const doc = seededStage(template);
    const { steps, current } = agendaOf(doc);
    expect(steps.map(({ id }) => id)).toEqual(AGENDAS[template].map(({ id }) => id));
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
    expect(current).toBeNull();
    for (const language of LANGUAGES) for (const step of steps) expect(stepTexts(step, language).instruction).not.toBe('');
  });

  test('is added to, reordered, reworded and shortened, and what was removed comes back', () => {
    const doc = seededStage();
    const id = edit.addStep(doc, { kind: 'discuss', minutes: 7 }, 1)!;
    edit.editStep(doc, id, { title: '  Who are \n we ', instructions: { pt: 'Apresentem-se.' }, minutes: 6.6 });
    edit.moveStep(doc, 'close', 0);
    edit.removeStep(doc, 'gather');
    expect(ids(doc)).toEqual(['close', 'welcome', id, 'private', 'reveal', 'group', 'vote', 'discuss', 'actions']);
    expect(stepIn(doc, id)).toMatchObject({ title: 'Who are we', minutes: 7 });
    expect(stepTexts(stepIn(doc, id), 'pt').instruction).toBe('Apresentem-se.');
    expect(stepTexts(stepIn(doc, id), 'en').instruction).toBe('Apresentem-se.');
    edit.editStep(doc, id, { title: '', instructions: { pt: ' ' } });
    expect(stepTexts(stepIn(doc, id), 'en')).toEqual(stepTexts(stepIn(doc, 'discuss'), 'en'));
    expect(agendaOf(doc).removed.map((step) => step.id)).toEqual(['gather']);
    edit.putStepBack(doc, 'gather');
    expect(ids(doc)).toContain('gather');
  });

  test('is led step by step; who follows may look back, and the step removed under them stays until all move on', () => {
    const doc = seededStage();
    expect(nextStep(agendaOf(doc))?.id).toBe('welcome');
    expect(stepsSoFar(agendaOf(doc))).toEqual([]);
    edit.goToStep(doc, 'reveal');
    expect(stepsSoFar(agendaOf(doc)).map(({ id }) => id)).toEqual(['welcome', 'private', 'reveal']);
    edit.goToStep(doc, 'nowhere');
    edit.removeStep(doc, 'reveal');
    expect(currentStep(agendaOf(doc))?.id).toBe('reveal');
    expect(nextStep(agendaOf(doc))?.id).toBe('gather');
    edit.goToStep(doc, 'gather');
    expect(ids(doc)).not.toContain('reveal');
    edit.goToStep(doc, 'close');
    expect(nextStep(agendaOf(doc))).toBeNull();
  });

  test('keeps what two facilitators change at the same time', () => {
    const doc = seededStage();
    const peer = peerOf(doc);
    edit.editStep(doc, 'vote', { minutes: 20 });
    edit.moveStep(doc, 'vote', 0);
    edit.removeStep(doc, 'close');
    edit.editStep(peer, 'vote', { title: 'Choose', instructions: { en: 'Choose three.' } });
    edit.editStep(peer, 'close', { minutes: 9 });
    const added = edit.addStep(peer, { kind: 'private', minutes: 5 })!;
    exchange(doc, peer);
    expect(agendaOf(doc)).toEqual(agendaOf(peer));
    expect(stepIn(doc, 'vote')).toMatchObject({ title: 'Choose', minutes: 20, instructions: { en: 'Choose three.' } });
    expect(ids(doc)[0]).toBe('vote');
    expect(ids(doc).at(-1)).toBe(added);
    expect(agendaOf(doc).removed).toMatchObject([{ id: 'close', minutes: 9 }]);
  });

  test('is put on a board of before by two at once, and is there once', () => {
    const doc = new Y.Doc();
    const peer = peerOf(doc);
    edit.seedAgenda(doc, 'both');
    edit.seedAgenda(peer, 'both');
    exchange(doc, peer);
    expect(ids(doc)).toEqual(AGENDAS.both.map(({ id }) => id));
  });

  test('has an end to its length', () => {
    const doc = seededStage();
    while (edit.addStep(doc, { kind: 'gather', minutes: 1 }) !== null);
    expect(ids(doc)).toHaveLength(AGENDA_LIMITS.steps);
  });
});

describe('what participants may do now', () => {
  test('is everything on a board without an agenda, before the start, and after the end', () => {
    const everything = { notes: 'board', voting: true };
    expect(allowed(new Y.Doc())).toEqual(everything);
    const doc = seededStage();
    expect(allowed(doc)).toEqual(everything);
    edit.goToStep(doc, 'private');
    edit.goToStep(doc, null);
    expect(allowed(doc)).toEqual(everything);
  });

  test('follows the kind of the step, or what the facilitator has said for it', () => {
    const doc = seededStage();
    edit.goToStep(doc, 'private');
    expect(allowed(doc)).toEqual({ notes: 'desk', voting: false });
    edit.goToStep(doc, 'vote');
    expect(allowed(doc)).toEqual({ notes: 'none', voting: true });
    edit.editStep(doc, 'vote', { notes: 'board', voting: false });
    expect(allowed(doc)).toEqual({ notes: 'board', voting: false });
    edit.editStep(doc, 'vote', { notes: 'none', voting: true });
    edit.editStep(doc, 'vote', { kind: 'gather' });
    expect(allowed(doc)).toEqual({ notes: 'board', voting: false });
  });

  test('is nothing while the board is locked, and for those who only read', () => {
    const doc = seededStage();
    edit.goToStep(doc, 'gather');
    setReadsOnly(doc, 'late', true);
    expect(allowed(doc, 'late')).toEqual({ notes: 'none', voting: false });
    expect(allowed(doc, 'early').notes).toBe('board');
    setReadsOnly(doc, 'late', false);
    expect(allowed(doc, 'late').notes).toBe('board');
    setLocked(doc, true);
    expect(allowed(doc, 'early')).toEqual({ notes: 'none', voting: false });
    // A board is locked so that people vote on what stands.
    edit.takeVotes(doc);
    expect(allowed(doc, 'early')).toEqual({ notes: 'none', voting: true });
  });

  test('survives whatever a broken program writes into the agenda (promise 5)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), fc.anything(), (fields, step, odd) => {
        const doc = seededStage();
        const types = stageTypes(doc);
        const write = (act: () => void) => {
          try {
            act();
          } catch {
            // What Yjs itself does not take can arrive from nobody.
          }
        };
        write(() => types.agenda.set('vote', new Y.Map(Object.entries({ ...fields, id: 'vote' }))));
        write(() => types.agenda.set('odd', odd));
        write(() => types.readers.set('odd', odd));
        write(() => types.now.set('step', step));
        const { agenda } = readStage(doc);
        expect(agenda.steps.map(({ id }) => id)).toContain('welcome');
        expect(['board', 'desk', 'none']).toContain(allowed(doc, 'anybody').notes);
      }),
      { numRuns: 60 },
    );
  });
});
