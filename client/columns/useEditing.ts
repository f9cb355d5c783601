import { useEffect, type RefObject } from 'react';
import type { Note } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';
import { setPresence } from '../session/people.ts';
import type { ColumnsScope } from './context.ts';
import { locateWithin, type Lists } from './lists.ts';

/**
 * Shows others in which note this person writes, and notices when that note is taken away or may no
 * longer be changed: when it may again, it does not take the focus from wherever that is by then.
 * @param shown the lists the page was last built from, to know where the note was
 */
export function useEditing({ editing, gone }: Pick<ColumnsScope, 'editing' | 'gone'>, shown: RefObject<Lists>): void {
  const { awareness, live, stage, mayChange } = useSession();
  useEffect(() => {
    let last: Note | undefined;
    const begin = () => {
      const id = editing.get();
      last = id === null ? undefined : live.note(id);
      setPresence(awareness, { editing: id });
    };
    const stops = [
      editing.subscribe(begin),
      stage.onChange(() => {
        const id = editing.get();
        if (id !== null && live.note(id) && !mayChange(id)) editing.set(null);
      }),
      live.onNotes((changed, byMe) => {
        const id = editing.get();
        if (id === null || !changed.has(id)) return;
        const note = live.note(id);
        if (note) {
          last = note;
          return;
        }
        const place = locateWithin(shown.current, id);
        // One's own undo may take a note away too; that needs no telling.
        // A private note that was shown meanwhile lies on the board.
        if (!byMe && last && place && last.wave === undefined) gone.set([...gone.get(), { note: last, ...place, by: 'other' }]);
        editing.set(null);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      if (editing.get() !== null) setPresence(awareness, { editing: null });
    };
  }, [awareness, live, stage, mayChange, editing, gone, shown]);
}
