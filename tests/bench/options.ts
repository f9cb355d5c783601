import { parseArgs } from 'node:util';
import { RELAYS } from './relays/index.ts';
import type { RelayKind } from './relays/relay.ts';
import type { Case } from './scenarios/case.ts';
import { CASES } from './scenarios/index.ts';

/** What the bench was asked to do. */
export interface Options {
  cases: readonly Case[];
  relays: readonly RelayKind[];
  repeats: number;
  seconds: number;
  cycles: number;
  kills: number;
  profile: string | undefined;
  /** Whether this is less than a full run. */
  draft: boolean;
  /** Whether the tables go into the documentation. */
  write: boolean;
}

const HELP = `npm run bench -- [options] [case...]

A case is named in full or by how its name begins: ${CASES.map(({ name }) => name).join(', ')}.
Without any, all are run.

  --relays NAMES   comma-separated: ${RELAYS.map(({ name }) => name).join(', ')} (all)
  --repeats N      runs of each case against each relay (3)
  --seconds N      how long cursors, notes and strokes are sent (10)
  --cycles N       how often idle rooms are filled and left (10)
  --kills N        how often the server is killed (50)
  --profile DIR    write CPU profiles of the servers; costs some of the time that is measured
  --dry            print only, as runs shorter than the above do anyway
  --draft          write down a shorter run too, marked as a draft
`;

/** The least that is worth writing down. */
const FULL = { repeats: 3, seconds: 10, cycles: 10, kills: 50 };

/** Reads the command line. @returns `null` when help was asked for, and has been given */
export function readOptions(args: string[]): Options | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      relays: { type: 'string' },
      repeats: { type: 'string', default: String(FULL.repeats) },
      seconds: { type: 'string', default: String(FULL.seconds) },
      cycles: { type: 'string', default: String(FULL.cycles) },
      kills: { type: 'string', default: String(FULL.kills) },
      profile: { type: 'string' },
      dry: { type: 'boolean', default: false },
      draft: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return null;
  }
  const amounts = {
    repeats: whole('repeats', values.repeats),
    seconds: whole('seconds', values.seconds),
    cycles: whole('cycles', values.cycles),
    kills: whole('kills', values.kills),
  };
  const isFull = (Object.keys(FULL) as (keyof typeof FULL)[]).every((key) => amounts[key] >= FULL[key]);
  const isWhole = isFull && !values.relays && !values.profile;
  return {
    ...amounts,
    cases: pickCases(positionals),
    relays: pickRelays(values.relays),
    profile: values.profile,
    draft: !isWhole,
    write: !values.dry && (isWhole || values.draft),
  };
}

function whole(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} is a whole number from 1 on.`);
  return Number(value);
}

function pickCases(names: readonly string[]): readonly Case[] {
  if (names.length === 0) return CASES;
  return names.flatMap((name) => {
    const exact = CASES.filter((candidate) => candidate.name === name);
    const found = exact.length > 0 ? exact : CASES.filter((candidate) => candidate.name.startsWith(name));
    if (found.length === 0) throw new Error(`There is no case ${name}.\n\n${HELP}`);
    return found;
  });
}

function pickRelays(names: string | undefined): readonly RelayKind[] {
  if (names === undefined) return RELAYS;
  return names.split(',').map((name) => {
    const found = RELAYS.find((relay) => relay.name === name);
    if (!found) throw new Error(`There is no relay ${name}.\n\n${HELP}`);
    return found;
  });
}
