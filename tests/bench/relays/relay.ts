/** A kind of server that is measured. */
export interface RelayKind {
  name: string;
  /** As it stands in the tables. */
  title: string;
  /** The package whose version is reported. */
  package: string;
  /** Whether what was written is there again after a restart. */
  keeps: boolean;
  /** What Node is to run. */
  program(place: { folder: string; port: number }): { args: string[]; env: Record<string, string> };
  /** Makes a room, and a place in it for each of so many people. */
  openRoom(server: { url: string; port: number }, people: number): Promise<Seat[]>;
}

/** How one person gets into a room. Stays valid when the server is started again on its port and folder. */
export interface Seat {
  port: number;
  /** Path and query of the WebSocket. */
  path: string;
  /** What stands before every message of the protocol, in both directions. */
  prefix: Uint8Array;
  /** What is said first. */
  opening: readonly Uint8Array[];
}

let rooms = 0;

/** A name for a room, for servers that take any. */
export function roomName(): string {
  rooms += 1;
  return `room-${process.pid}-${rooms}`;
}
