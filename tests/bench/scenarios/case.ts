import type { RelayKind } from '../relays/relay.ts';

/** What one run of a case against one relay has measured; what a relay does not have is left out. */
export type Figures = Record<string, number>;

export interface RunOptions {
  /** How long the load lasts. */
  seconds: number;
  /** How often rooms are filled and left. */
  cycles: number;
  /** How often a server is killed. */
  kills: number;
  /** Which repeat this is, from 0. */
  repeat: number;
  /** A folder for CPU profiles of the servers. */
  profile?: string | undefined;
}

/** A line of a case's table. */
export interface Row {
  key: string;
  label: string;
  /** After the decimal point. */
  digits?: number;
}

/** What we want to reach. */
export interface Goal {
  /** The row it is about. */
  key: string;
  /** Of Plenary's figure: a limit, or a share of what a peer has. */
  atMost: number;
  /** The relay whose figure it is a share of; left out, `atMost` is the limit itself. */
  of?: string;
}

/** One table: a load, and what is read off it. */
export interface Case {
  name: string;
  title: string;
  /** What is done, for the reader of the table. */
  about: string;
  /** Names of the relays it makes sense for. */
  relays: readonly string[];
  rows: readonly Row[];
  goals: readonly Goal[];
  run(kind: RelayKind, options: RunOptions): Promise<Figures>;
}

/** The relays that most cases are run against. */
export const COMMON = ['plenary', 'y-websocket', 'hocuspocus'] as const;

/** Those, and the one that keeps its documents in LevelDB. */
export const WITH_LEVELDB = ['plenary', 'y-websocket', 'y-leveldb', 'hocuspocus'] as const;
