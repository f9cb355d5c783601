import * as random from 'lib0/random';
import type * as Y from 'yjs';
import type { History } from '../../shared/board/index.ts';

/** How a page writes on a board where nothing may tell whose a note is. */
export interface HiddenClient {
  /** From now on writes as yet another client, so that what is written next is not known to be of the same page. */
  change(): void;
}

/**
 * Makes a page write as a Yjs client that it does not announce. Presence, and the provider with it,
 * know the page by the document's own client id; that one is put aside while the page changes
 * something, and only then.
 */
export function hideClient(doc: Y.Doc): HiddenClient {
  const announced = doc.clientID;
  let hidden = random.uint32();
  doc.on('beforeTransaction', ({ local }: Y.Transaction) => {
    if (local) doc.clientID = hidden;
  });
  doc.on('afterTransaction', () => {
    doc.clientID = announced;
  });
  return {
    change() {
      hidden = random.uint32();
    },
  };
}

/**
 * A history with which every act begins as yet another client, so that what somebody moves, groups,
 * draws or says about notes tells neither which notes they wrote nor what else they did.
 * @param change makes the page write as another client
 */
export function actingAnew(history: History, change: () => void): History {
  const anew = (begin: () => void) => () => {
    change();
    begin();
  };
  return { ...history, mark: anew(history.mark), gesture: anew(history.gesture) };
}
