import type { LiveBoard, Note } from '../../shared/board/index.ts';

/**
 * Which notes have come, or have changed what they say, since this person last saw them on this
 * device. One's own notes never count, nor do empty ones, which nobody could read; and on the first
 * visit nothing does, since everything would.
 */
export interface Unread {
  has(id: string): boolean;
  count(): number;
  /** All of them; the same array until one comes or goes. */
  ids(): readonly string[];
  /** What the unread note says, by `versionOf`; `undefined` where it is not unread. */
  version(id: string): number | undefined;
  /** These have been seen as they are now. */
  see(ids: Iterable<string>): void;
  onNote(id: string, listener: () => void): () => void;
  onChange(listener: () => void): () => void;
  /** Keeps at once what was seen, which is otherwise done a little later. */
  keep(): void;
  close(): void;
}

/** Where it is kept what somebody has seen, by `versionOf`. */
export interface SeenMemory {
  /** `null` on the first visit. */
  load(): Set<number> | null;
  save(seen: ReadonlySet<number>): void;
  /** Called when another page of the same person has saved. */
  onSaved(listener: () => void): () => void;
}

export interface UnreadSource {
  live: Pick<LiveBoard, 'note' | 'notes' | 'onNotes'>;
  /** `null` for viewers. */
  participant: string | null;
  memory: SeenMemory;
  /** Whether the board has come from the server once, so that a note that is not there is on no board. */
  isWhole(): boolean;
  onWhole(listener: () => void): () => void;
}

/** What a note says, as 32 bits: a note that was seen with these words need not be kept word by word. */
export function versionOf({ id, text }: Pick<Note, 'id' | 'text'>): number {
  let hash = 0x811c9dc5;
  const mix = (part: string) => {
    for (let i = 0; i < part.length; i += 1) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  };
  mix(id);
  mix(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How soon what was seen is kept. */
const SAVE_AFTER_MS = 1_000;

export function createUnread({ live, participant, memory, isWhole, onWhole }: UnreadSource): Unread {
  let seen = memory.load();
  const unread = new Map<string, number>();
  let list: readonly string[] = [];
  const listeners = new Set<() => void>();
  const noteListeners = new Map<string, Set<() => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isOwn = (note: Note) => participant !== null && note.author === participant;
  /** What is unread of a note; `undefined` where it is its author's own, empty, or seen. */
  const unreadVersion = (note: Note | undefined): number | undefined => {
    if (!note || !seen || note.text.trim() === '') return undefined;
    const version = versionOf(note);
    return isOwn(note) || seen.has(version) ? undefined : version;
  };
  const check = (ids: Iterable<string>) => {
    const told: string[] = [];
    for (const id of ids) {
      const was = unread.has(id);
      const version = unreadVersion(live.note(id));
      if (version === undefined) unread.delete(id);
      else unread.set(id, version);
      if (was !== (version !== undefined)) told.push(id);
    }
    if (told.length === 0) return;
    list = [...unread.keys()];
    for (const id of told) for (const listener of noteListeners.get(id) ?? []) listener();
    for (const listener of listeners) listener();
  };

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!seen) return;
    for (const version of memory.load() ?? []) seen.add(version);
    if (!isWhole()) return memory.save(seen);
    // What is on the board no more need not be remembered.
    const kept = new Set<number>();
    for (const note of live.notes()) {
      const version = versionOf(note);
      if (seen.has(version)) kept.add(version);
    }
    return memory.save(kept);
  };
  const saveSoon = () => {
    timer ??= setTimeout(save, SAVE_AFTER_MS);
  };
  const see = (ids: Iterable<string>) => {
    if (!seen) return;
    const fresh = [...ids];
    for (const id of fresh) {
      const note = live.note(id);
      if (note) seen.add(versionOf(note));
    }
    check(fresh);
    saveSoon();
  };

  /** On the first visit, everything the board held when one came counts as seen. */
  const begin = () => {
    if (seen || !isWhole()) return;
    seen = new Set(live.notes().map(versionOf));
    saveSoon();
  };

  begin();
  check(live.notes().map((note) => note.id));
  const stops = [
    onWhole(begin),
    memory.onSaved(() => {
      if (!seen) return;
      for (const version of memory.load() ?? []) seen.add(version);
      check(list);
    }),
    live.onNotes((changed, byMe) => {
      if (!byMe) return check(changed);
      // What one has changed in another's note, one has seen.
      const others = [...changed].filter((id) => {
        const note = live.note(id);
        return note !== undefined && !isOwn(note);
      });
      if (others.length > 0) see(others);
      return check(changed);
    }),
  ];

  return {
    has: (id) => unread.has(id),
    count: () => unread.size,
    ids: () => list,
    version: (id) => unread.get(id),
    see: (ids) => see([...ids].filter((id) => unread.has(id))),
    onNote(id, listener) {
      const known = noteListeners.get(id) ?? new Set();
      noteListeners.set(id, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0 && noteListeners.get(id) === known) noteListeners.delete(id);
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    keep() {
      if (timer !== undefined) save();
    },
    close() {
      if (timer !== undefined) save();
      stops.forEach((stop) => stop());
    },
  };
}
