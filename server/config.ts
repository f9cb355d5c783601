import { resolve } from 'node:path';
import { z } from '../shared/zod.ts';
import type { HandoverTimes } from './access/handover.ts';
import { RATE_LIMITS, type RateLimits } from './access/limits.ts';
import { LOG_LEVELS, type LogLevel } from './observe/log.ts';
import { RELAY_LIMITS, type RelayLimits } from './relay/limits.ts';
import { StartError } from './start-error.ts';

/** How a server is to run. */
export interface Config {
  host: string;
  /** 0 for any free port. */
  port: number;
  /** The folder of the database. */
  dataDir: string;
  /** The folder of the built client. */
  clientDir: string;
  /** Milliseconds to wait for another process that is writing to the database. */
  busyTimeout: number;
  /** Milliseconds between snapshots that are made by themselves while a board is changed; 0 for none. */
  snapshotEvery: number;
  /** Days after its last change on which a board is deleted; 0 for never. */
  keepDays: number;
  /** Days in which a deleted board can be brought back. */
  graceDays: number;
  /** The largest file that a board is imported from, in bytes. */
  largestImport: number;
  /** Whether `/metrics` is shown, to whoever can reach the server. */
  metrics: boolean;
  log: LogConfig;
  limits: RelayLimits;
  /** How often one address may do what is worth guarding. */
  rates: RateLimits;
  /** When somebody else takes over from facilitators who have gone. */
  handover: HandoverTimes;
  /** Whether a web server in front tells, in `X-Forwarded-For`, where a request comes from. */
  trustProxy: boolean;
}

/** How the server tells of its work: in sentences, or in lines of JSON with at least this level. */
export interface LogConfig {
  format: 'text' | 'json';
  level: LogLevel;
}

const whole = (name: string, least: number, most: number) =>
  z.coerce
    .number(`${name} is a whole number.`)
    .int(`${name} is a whole number.`)
    .min(least, `${name} is at least ${least}.`)
    .max(most, `${name} is at most ${most}.`);

const oneOf = <T extends string>(name: string, values: readonly T[]) =>
  z.enum(values, `${name} is one of ${values.join(', ')}.`);

const text = (name: string) => z.string().trim().min(1, `${name} is empty.`);

const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;

const environment = z.object({
  HOST: text('HOST').default('127.0.0.1'),
  PORT: whole('PORT', 0, 65_535).default(4321),
  DATA_DIR: text('DATA_DIR').default('./data'),
  LOG: oneOf('LOG', ['text', 'json']).default('text'),
  LOG_LEVEL: oneOf('LOG_LEVEL', LOG_LEVELS).default('info'),
  METRICS: oneOf('METRICS', ['0', '1']).default('0'),
  MAX_MESSAGE_BYTES: whole('MAX_MESSAGE_BYTES', 1024, 256 * MEGABYTE).default(RELAY_LIMITS.message),
  MAX_UNSENT_BYTES: whole('MAX_UNSENT_BYTES', 64 * 1024, 1024 * MEGABYTE).default(RELAY_LIMITS.disconnectAt),
  BOARDS_PER_MINUTE: whole('BOARDS_PER_MINUTE', 0, 1_000_000).default(RATE_LIMITS.board),
  LINKS_PER_MINUTE: whole('LINKS_PER_MINUTE', 0, 1_000_000).default(RATE_LIMITS.link),
  PASSPHRASES_PER_MINUTE: whole('PASSPHRASES_PER_MINUTE', 0, 1_000_000).default(RATE_LIMITS.passphrase),
  HANDOVER_MINUTES: whole('HANDOVER_MINUTES', 0, 1_440).default(10),
  TRUST_PROXY: oneOf('TRUST_PROXY', ['0', '1']).default('0'),
  SNAPSHOT_MINUTES: whole('SNAPSHOT_MINUTES', 0, 1_440).default(5),
  KEEP_DAYS: whole('KEEP_DAYS', 0, 36_500).default(0),
  GRACE_DAYS: whole('GRACE_DAYS', 0, 3_650).default(30),
  MAX_IMPORT_BYTES: whole('MAX_IMPORT_BYTES', 1024, 1024 * MEGABYTE).default(128 * MEGABYTE),
});

/** Beside this file once built, under `dist/` while this file is TypeScript. */
const CLIENT_DIR = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client';

/**
 * Reads the configuration from environment variables.
 * @throws StartError with a sentence for each value that is not valid
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new StartError(parsed.error.issues.map((issue) => issue.message).join(' '));
  const { HOST, PORT, DATA_DIR, LOG, LOG_LEVEL, METRICS, MAX_MESSAGE_BYTES, MAX_UNSENT_BYTES, SNAPSHOT_MINUTES } = parsed.data;
  const { BOARDS_PER_MINUTE, LINKS_PER_MINUTE, PASSPHRASES_PER_MINUTE, TRUST_PROXY, HANDOVER_MINUTES } = parsed.data;
  const { KEEP_DAYS, GRACE_DAYS, MAX_IMPORT_BYTES } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    clientDir: resolve(import.meta.dirname, CLIENT_DIR),
    busyTimeout: 2_000,
    snapshotEvery: SNAPSHOT_MINUTES * MINUTE,
    keepDays: KEEP_DAYS,
    graceDays: GRACE_DAYS,
    largestImport: MAX_IMPORT_BYTES,
    metrics: METRICS === '1',
    log: { format: LOG, level: LOG_LEVEL },
    limits: { ...RELAY_LIMITS, message: MAX_MESSAGE_BYTES, disconnectAt: MAX_UNSENT_BYTES },
    rates: { board: BOARDS_PER_MINUTE, link: LINKS_PER_MINUTE, passphrase: PASSPHRASES_PER_MINUTE },
    handover: { after: HANDOVER_MINUTES * 60_000, every: 15_000 },
    trustProxy: TRUST_PROXY === '1',
  };
}
