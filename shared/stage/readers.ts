import type * as Y from 'yjs';
import { changeStage } from './change.ts';
import { stageTypes } from './records.ts';

/** Participants who only read, because they came late or a facilitator has said so. */
export function readReaders(doc: Y.Doc): ReadonlySet<string> {
  return new Set([...stageTypes(doc).readers].flatMap(([participant, reads]) => (reads === true ? [participant] : [])));
}

/** Makes a participant somebody who only reads, or lets them write again. */
export function setReadsOnly(doc: Y.Doc, participant: string, readsOnly: boolean): void {
  changeStage(doc, () => {
    const { readers } = stageTypes(doc);
    if (readsOnly) readers.set(participant, true);
    else readers.delete(participant);
  });
}

/** Whether participants who join from now on only read. */
export function lateComersRead(doc: Y.Doc): boolean {
  return stageTypes(doc).now.get('lateComersRead') === true;
}

/** Lets those who join from now on only read, or write as everybody. */
export function setLateComersRead(doc: Y.Doc, read: boolean): void {
  changeStage(doc, () => stageTypes(doc).now.set('lateComersRead', read));
}
