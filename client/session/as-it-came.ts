import { readVarUint, readVarUint8Array } from 'lib0/decoding';
import { messageYjsSyncStep2 } from 'y-protocols/sync';
import { messageSync, type WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** From so many bytes on it is worth the while. */
const LARGE = 30_000;

/**
 * Lets a provider tell of the server's answer as it came. Yjs writes every change out again for those who
 * listen to updates; for a whole board of thousands of notes that takes about as long as reading it did.
 */
export function tellAnswersAsTheyCame(provider: WebsocketProvider): void {
  const usual = provider.messageHandlers[messageSync]!;
  provider.messageHandlers[messageSync] = (encoder, decoder, of, emitSynced, type) => {
    const start = decoder.pos;
    const update = readVarUint(decoder) === messageYjsSyncStep2 ? readVarUint8Array(decoder) : null;
    if (!update || update.byteLength < LARGE) {
      decoder.pos = start;
      usual(encoder, decoder, of, emitSynced, type);
      return;
    }
    try {
      applyAsItCame(provider.doc, update, provider);
    } catch (error) {
      // As y-protocols does.
      console.error('Caught error while handling a Yjs update', error);
    }
    if (emitSynced && !provider.synced) provider.synced = true;
  };
}

/**
 * Applies an update and tells those who listen to updates of just these bytes, which bring all that is
 * new, and maybe some that is not.
 * @throws what `Y.applyUpdate` throws; nobody is told of bytes that cannot be read
 */
export function applyAsItCame(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  let isRead = false;
  let applied: Y.Transaction | null = null;
  // lib0 has no other way to know whether anybody listens, which is what Yjs asks.
  const { _observers: observers } = doc;
  const listeners = observers.get('update');
  // Between these two events Yjs writes the change out, if somebody listens, and does nothing else.
  const tell = (transaction: Y.Transaction) => {
    if (transaction !== applied || !isRead || !listeners) return;
    doc.emit('update', [update, origin, doc, transaction]);
    observers.delete('update');
    doc.once('beforeObserverCalls', listen);
    doc.once('afterAllTransactions', listen);
  };
  const listen = () => void (listeners && observers.set('update', listeners));
  doc.on('afterTransactionCleanup', tell);
  try {
    Y.transact(
      doc,
      (transaction) => {
        applied = transaction;
        Y.applyUpdate(doc, update, origin);
        isRead = true;
      },
      origin,
      false,
    );
  } finally {
    doc.off('afterTransactionCleanup', tell);
    doc.off('beforeObserverCalls', listen);
    doc.off('afterAllTransactions', listen);
  }
}
