import { InstancePresenceRecordType, throttle, type Editor, type TLInstancePresence } from '@tldraw/tldraw';
import { onPeers, readPeers, setPresence } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import { personColor } from '../ui/person-color.ts';

const CURSOR_INTERVAL_MS = 50;

/** Shows others' cursors with their names on this canvas, and this person's cursor to them. */
export function bindPresence(editor: Editor, session: Session): () => void {
  const { store } = editor;

  const shown = new Set<TLInstancePresence['id']>();
  const draw = () => {
    const { participants } = session.stage.current();
    const wanted = new Set<TLInstancePresence['id']>();
    const put: TLInstancePresence[] = [];
    for (const peer of readPeers(session.awareness)) {
      if (!peer.cursor || peer.participant === null) continue;
      const id = InstancePresenceRecordType.createId(String(peer.client));
      wanted.add(id);
      const before = store.unsafeGetWithoutCapture(id);
      const userName = participants.get(peer.participant)?.name ?? '';
      const color = personColor(participants, peer.participant);
      const hasMoved = before?.cursor?.x !== peer.cursor.x || before.cursor.y !== peer.cursor.y;
      if (before && !hasMoved && before.userName === userName && before.color === color) continue;
      put.push({
        ...InstancePresenceRecordType.create({ id, userId: String(peer.client), userName, currentPageId: editor.getCurrentPageId() }),
        color,
        cursor: { ...peer.cursor, type: 'default', rotation: 0 },
        lastActivityTimestamp: hasMoved ? Date.now() : (before?.lastActivityTimestamp ?? Date.now()),
      });
    }
    const gone = [...shown].filter((id) => !wanted.has(id));
    if (put.length === 0 && gone.length === 0) return;
    for (const id of gone) shown.delete(id);
    for (const { id } of put) shown.add(id);
    store.mergeRemoteChanges(() => {
      store.remove(gone);
      store.put(put);
    });
  };

  const tell = throttle((event: PointerEvent) => {
    const { x, y } = editor.screenToPage({ x: event.clientX, y: event.clientY });
    setPresence(session.awareness, { cursor: { x: Math.round(x), y: Math.round(y) } });
  }, CURSOR_INTERVAL_MS);
  const leave = () => {
    tell.cancel();
    setPresence(session.awareness, { cursor: null });
  };

  const container = editor.getContainer();
  container.addEventListener('pointermove', tell);
  container.addEventListener('pointerleave', leave);
  const stopPeers = onPeers(session.awareness, draw);
  const stopStage = session.stage.onChange(draw);
  draw();
  return () => {
    container.removeEventListener('pointermove', tell);
    container.removeEventListener('pointerleave', leave);
    stopPeers();
    stopStage();
    leave();
  };
}
