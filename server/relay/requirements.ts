import * as Y from 'yjs';

/** What must be in a document before an update: by client id, how many of that client's items. */
export type Requirements = ReadonlyMap<number, number>;

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * What an update builds on and does not bring itself: the items before its own of each client,
 * those its items were put beside or into, and those it deletes.
 */
export function requirementsOf({ structs, ds }: Decoded): Requirements {
  const own = new Map<number, { from: number; to: number }>();
  const required = new Map<number, number>();
  const require = (client: number, count: number) => {
    if ((required.get(client) ?? 0) < count) required.set(client, count);
  };

  for (const struct of structs) {
    const { client, clock } = struct.id;
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
  const build = (id: Y.ID | null) => {
    if (id && !brings(id.client, id.clock)) require(id.client, id.clock + 1);
  };
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    build(struct.origin ? struct.origin : null);
    build(struct.rightOrigin ? struct.rightOrigin : null);
    if (struct.parent instanceof Y.ID) build(struct.parent);
  }
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) {
      if (!brings(client, clock + len - 1)) require(client, clock + len);
    }
  }
  return required;
}

/** Whether a document has all that an update builds on. */
export function meets(doc: Y.Doc, required: Requirements): boolean {
  for (const [client, count] of required) if (Y.getState(doc.store, client) < count) return false;
  return true;
}
