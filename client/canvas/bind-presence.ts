import { InstancePresenceRecordType, throttle, type Editor, type TLInstancePresence } from '@tldraw/tldraw';
import { readPeers, setPresence } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import { personColor } from '../ui/person-color.ts';

const CURSOR_INTERVAL_MS = 50;

/** Shows others' cursors with their names on this canvas, and this person's cursor to them. */
export function bindPresence(editor: Editor, session: Session): () => void {
  const { store } = editor;

  const draw = () => {
    const { participants } = session.stage.current();
    const wanted = new Map<TLInstancePresence['id'], TLInstancePresence>();
    for (const peer of readPeers(session.awareness)) {
      if (!peer.cursor || peer.participant === null) continue;
      const id = InstancePresenceRecordType.createId(String(peer.client));
      const before = store.get(id);
      const moved = before?.cursor?.x !== peer.cursor.x || before.cursor.y !== peer.cursor.y;
      wanted.set(id, {
        ...InstancePresenceRecordType.create({
          id,
          userId: String(peer.client),
          userName: participants.get(peer.participant)?.name ?? '',
          currentPageId: editor.getCurrentPageId(),
        }),
        color: personColor(participants, peer.participant),
        cursor: { ...peer.cursor, type: 'default', rotation: 0 },
        lastActivityTimestamp: moved ? Date.now() : (before?.lastActivityTimestamp ?? Date.now()),
      });
    }
    const gone = store.query.records('instance_presence').get().filter((record) => !wanted.has(record.id));
    store.mergeRemoteChanges(() => {
      store.remove(gone.map((record) => record.id));
      store.put([...wanted.values()]);
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
  session.awareness.on('change', draw);
  const stopStage = session.stage.onChange(draw);
  draw();
  return () => {
    container.removeEventListener('pointermove', tell);
    container.removeEventListener('pointerleave', leave);
    session.awareness.off('change', draw);
    stopStage();
    leave();
  };
}
