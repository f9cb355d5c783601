import * as Y from 'yjs';

/** By client id, a number of that client's items. */
type Counts = ReadonlyMap<number, number>;

/** How an update stands to the document it is for. */
export interface Requirements {
  /** What must be there before it. */
  needs: Counts;
  /** What is there after it, of those clients whose items it brings. */
  brings: Counts;
  /** How many items it takes away, such as letters of texts and places of notes. */
  takes: number;
}

export const NO_REQUIREMENTS: Requirements = { needs: new Map(), brings: new Map(), takes: 0 };

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Yjs draws client ids from 32 bits. */
const CLIENT_LIMIT = 2 ** 32;

/**
 * How many items of one update may be put at the very same place. Yjs settles their order by
 * comparing each with each, so that a few thousand would keep the server from everybody else; no
 * editor puts more than a handful there.
 */
const SAME_PLACE_LIMIT = 1_000;

/**
 * Reads what an update builds on and does not bring itself: the items before its own of each
 * client, those its items were put beside or into, and those it deletes.
 * @throws Error for an update that Yjs decodes but whose numbers make no sense: not whole or too
 *   large (lib0 reads an endless varint as infinity), lengths of nothing, items that build on
 *   themselves or on later ones, or more at one place than anybody could have put there
 */
export function requirementsOf({ structs, ds }: Decoded): Requirements {
  const own = new Map<number, { from: number; to: number }>();
  const required = new Map<number, number>();
  const require = (client: number, count: number) => {
    if ((required.get(client) ?? 0) < count) required.set(client, count);
  };

  for (const struct of structs) {
    const { client, clock } = checkId(struct.id);
    checkRange(clock, struct.length);
    const range = own.get(client);
    if (!range) require(client, clock);
    // A gap that the update itself admits must be filled already.
    if (struct instanceof Y.Skip) require(client, clock + struct.length);
    own.set(client, { from: range?.from ?? clock, to: clock + struct.length });
  }
  const brings = (client: number, clock: number) => {
    const range = own.get(client);
    return range !== undefined && clock >= range.from && clock < range.to;
  };
  const places = new Map<string, number>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!(id instanceof Y.ID)) continue;
      checkId(id);
      if (id.client === struct.id.client && id.clock >= struct.id.clock) throw new Error('an item that builds on a later one');
      if (!brings(id.client, id.clock)) require(id.client, id.clock + 1);
    }
    const place = placeOf(struct);
    const there = (places.get(place) ?? 0) + 1;
    if (there > SAME_PLACE_LIMIT) throw new Error('too many items at one place');
    places.set(place, there);
  }
  let takes = 0;
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) {
      checkId({ client, clock });
      checkRange(clock, len);
      takes += len;
      if (!brings(client, clock + len - 1)) require(client, clock + len);
    }
  }
  return { needs: required, brings: new Map([...own].map(([client, { to }]) => [client, to])), takes };
}

/** Whether a document has all that an update builds on. */
export function meets(doc: Y.Doc, { needs }: Requirements): boolean {
  for (const [client, count] of needs) if (Y.getState(doc.store, client) < count) return false;
  return true;
}

/** The clients of which an update brings items that a document has not. */
export function newWriters(doc: Y.Doc, { brings }: Requirements): number[] {
  return [...brings].flatMap(([client, count]) => (Y.getState(doc.store, client) < count ? [client] : []));
}

/** Where an item was put: behind another, or at the beginning of its parent, under its key in a map. */
function placeOf({ origin, parent, parentSub, rightOrigin, id }: Y.Item): string {
  if (origin) return `${origin.client}:${origin.clock}`;
  // Before another: each puts the next one before itself, which is no crowd.
  if (rightOrigin) return `${id.client}:${id.clock}`;
  const inside = parent instanceof Y.ID ? `${parent.client}:${parent.clock}` : String(parent);
  return `${inside}/${parentSub ?? ''}`;
}

function checkId<T extends { client: number; clock: number }>(id: T): T {
  if (!Number.isSafeInteger(id.client) || id.client >= CLIENT_LIMIT) throw new Error('a client id that is none');
  if (!Number.isSafeInteger(id.clock)) throw new Error('a clock that is none');
  return id;
}

function checkRange(clock: number, length: number): void {
  if (!Number.isSafeInteger(length) || length < 1 || !Number.isSafeInteger(clock + length)) throw new Error('a length that is none');
}
