import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { Room } from './room.ts';

/**
 * Whose each Yjs client of a room is.
 *
 * A client numbers its changes itself. Somebody else who wrote under its id could take the numbers
 * of what it has not sent yet, which Yjs would then pass over as known: its owner's work would be
 * lost. So the first participant whose page says that it is a client owns it, for good: also after
 * they have left, since an offline page comes back with the numbers it has given meanwhile.
 */
export interface Writers {
  /** Whether somebody may speak and write as a client: it is theirs, or nobody's. */
  mayUse(room: Room, client: number, participant: string | null): boolean;
  /** Gives a client that nobody owns to a participant. */
  claim(room: Room, client: number, participant: string): void;
  /**
   * Notes who has written as these clients, on boards where nothing on disk may tell: there pages
   * write as clients that they do not announce, and whose is whose is kept in memory alone.
   */
  wrote(room: Room, clients: readonly number[], participant: string | null): void;
  /**
   * Whether an update tells whose it is on a board where nothing may: its sender's page did not know yet,
   * because it was offline when the board became anonymous.
   */
  tells(room: Room, update: Uint8Array, participant: string | null): boolean;
  /** Forgets whose a room's clients are. @throws Refusal 'not-saved' */
  forget(room: Room): void;
  /** Writes down what was claimed since. Until then, and while the disk refuses, claims hold in memory. */
  save(): void;
}

interface Claim {
  room: string;
  client: number;
  participant: string;
}

/** @param isAnonymous whether nothing may tell who wrote what on a board */
export function createWriters(storage: Storage, isAnonymous: (board: string) => boolean): Writers {
  let unsaved: Claim[] = [];
  /** By the key of an anonymous board's room, then by client. */
  const unwritten = new Map<string, Map<number, string>>();
  const mayNotTell = ({ name }: Room) => name.kind === 'board' && isAnonymous(name.board);

  const ownerOf = ({ key, owners }: Room, client: number): string | null => {
    const known = owners.get(client);
    if (known !== undefined) return known;
    const seen = unwritten.get(key)?.get(client);
    if (seen !== undefined) return seen;
    const claim = unsaved.find(({ room, client: claimed }) => room === key && claimed === client);
    const owner = claim?.participant ?? storage.writerOf(key, client);
    // That nobody owns a client is not kept: anybody could name any number of them.
    if (owner !== null) owners.set(client, owner);
    return owner;
  };

  return {
    mayUse(room, client, participant) {
      const owner = ownerOf(room, client);
      return owner === null || owner === participant;
    },
    claim(room, client, participant) {
      if (ownerOf(room, client) !== null || mayNotTell(room)) return;
      room.owners.set(client, participant);
      unsaved.push({ room: room.key, client, participant });
    },
    wrote(room, clients, participant) {
      if (participant === null || !mayNotTell(room)) return;
      const owners = unwritten.get(room.key) ?? new Map<number, string>();
      unwritten.set(room.key, owners);
      for (const client of clients) owners.set(client, participant);
    },
    tells: (room, update, participant) => participant !== null && mayNotTell(room) && Buffer.from(update.buffer, update.byteOffset, update.length).includes(participant),
    forget(room) {
      storage.transaction(() => storage.removeWriters(room.key));
      unsaved = unsaved.filter(({ room: key }) => key !== room.key);
      // Whoever is here keeps what is theirs for as long as they stay.
      unwritten.set(room.key, new Map(room.owners));
      room.owners.clear();
    },
    save() {
      if (unsaved.length === 0) return;
      try {
        storage.transaction(() => {
          for (const { room, client, participant } of unsaved) storage.addWriter(room, client, participant);
        });
        unsaved = [];
      } catch (error) {
        reportUnexpected('writing down whose clients are whose', error);
      }
    },
  };
}
