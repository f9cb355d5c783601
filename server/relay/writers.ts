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
  /** Writes down what was claimed since. Until then, and while the disk refuses, claims hold in memory. */
  save(): void;
}

interface Claim {
  room: string;
  client: number;
  participant: string;
}

export function createWriters(storage: Storage): Writers {
  let unsaved: Claim[] = [];

  const ownerOf = ({ key, owners }: Room, client: number): string | null => {
    const known = owners.get(client);
    if (known !== undefined) return known;
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
      if (ownerOf(room, client) !== null) return;
      room.owners.set(client, participant);
      unsaved.push({ room: room.key, client, participant });
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
