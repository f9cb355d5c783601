import { inColumn, isSameValue, type Note, type Placement } from '../../shared/board/index.ts';

/** What can happen to a note by others' hands. */
export type Happening = 'came' | 'moved' | 'edited' | 'recolored' | 'went' | 'commented' | 'reacted' | 'tagged' | 'planned';

/** What others did to one note since it was last told, in sum. */
export interface NewsItem {
  note: Note;
  happenings: ReadonlySet<Happening>;
  /** The participant who did it; `null` where several did, or nobody knows who. */
  by: string | null;
  /** Whether the note is this person's own. */
  mine: boolean;
}

/** Gathers what happens on the board until it is told. */
export interface Gatherer {
  /**
   * Takes in that notes have changed.
   * @param by who did it: a participant's id, `null` where that is not known
   */
  take(changed: Iterable<string>, by: string | null, tellable: boolean): void;
  /** Whether there is something to tell. */
  waits(): boolean;
  /**
   * Hands over what there is to tell, each note once, and forgets it.
   * @param isOpen whether others are writing in a note; of it nothing is told before they are done
   */
  hand(isOpen: (note: string) => boolean): NewsItem[];
}

interface Pending {
  note: Note;
  happenings: Set<Happening>;
  by: Set<string | null>;
}

/**
 * @param me the participant whose own acts are no news; `null` for a viewer
 * @param read a note as it is now
 */
export function createGatherer(me: string | null, notes: readonly Note[], read: (id: string) => Note | undefined): Gatherer {
  const known = new Map(notes.map((note) => [note.id, note]));
  const pending = new Map<string, Pending>();

  const takeOne = (id: string, by: string | null, tellable: boolean) => {
    const before = known.get(id);
    const after = read(id);
    if (after) known.set(id, after);
    else known.delete(id);
    if (!tellable || (by !== null && by === me)) {
      // What I took away, or have just seen to myself, need not be told any more.
      if (!after) pending.delete(id);
      return;
    }
    const happenings = compare(before, after, me);
    const note = after ?? before;
    if (!note || happenings.length === 0) return;
    const entry = pending.get(id) ?? { note, happenings: new Set(), by: new Set() };
    entry.note = note;
    entry.by.add(by);
    const all = sum(entry.happenings, happenings);
    if (all.size === 0) pending.delete(id);
    else pending.set(id, { ...entry, happenings: all });
  };

  return {
    take(changed, by, tellable) {
      for (const id of changed) takeOne(id, by, tellable);
    },
    waits: () => pending.size > 0,
    hand(isOpen) {
      const items: NewsItem[] = [];
      for (const [id, { note, happenings, by }] of pending) {
        const beingWritten = (happenings.has('came') && (read(id)?.text ?? '').trim() === '') || isOpen(id);
        if (beingWritten && (happenings.has('came') || happenings.has('edited'))) continue;
        pending.delete(id);
        const [only] = by;
        items.push({ note: read(id) ?? note, happenings, by: by.size === 1 ? only! : null, mine: me !== null && note.author === me });
      }
      return items;
    },
  };
}

function compare(before: Note | undefined, after: Note | undefined, me: string | null): Happening[] {
  if (!before) return after ? ['came'] : [];
  if (!after) return ['went'];
  const happenings: Happening[] = [];
  if (!samePlace(before.placement, after.placement)) happenings.push('moved');
  if (before.text !== after.text) happenings.push('edited');
  if (before.color !== after.color) happenings.push('recolored');
  const comments = (note: Note) => note.comments.filter(({ author }) => author === null || author !== me).length;
  if (comments(after) > comments(before)) happenings.push('commented');
  if (before.action === null && after.action !== null) happenings.push('tagged');
  else if (!isSameValue(before.action, after.action)) happenings.push('planned');
  const reactions = (note: Note) => note.reactions.reduce((count, { participants }) => count + participants.filter((one) => one !== me).length, 0);
  if (reactions(after) > reactions(before)) happenings.push('reacted');
  return happenings;
}

/** What comes of it all: a note that came and went was never there, one that went and is back is as it was. */
function sum(before: ReadonlySet<Happening>, then: readonly Happening[]): Set<Happening> {
  if (then.includes('went')) return before.has('came') ? new Set() : new Set(['went']);
  if (then.includes('came')) return before.has('went') ? new Set() : new Set(['came']);
  return before.has('came') ? new Set(before) : new Set([...before, ...then]);
}

function samePlace(a: Placement, b: Placement): boolean {
  if (inColumn(a) !== inColumn(b)) return false;
  if (inColumn(a) && inColumn(b)) return a.approach === b.approach && a.column === b.column && a.order === b.order && a.group === b.group;
  return !inColumn(a) && !inColumn(b) && a.x === b.x && a.y === b.y;
}
