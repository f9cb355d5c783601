import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireSession } from './access/credentials.ts';
import { startHandover } from './access/handover.ts';
import { connectionRefusal } from './access/standing.ts';
import type { Config } from './config.ts';
import { keepBeforeClearing } from './history/clearing.ts';
import { createKeeper } from './history/keeper.ts';
import { keepPauses } from './desks/pauses.ts';
import { createTallies } from './desks/tallies.ts';
import { addressOf } from './http/address.ts';
import { createApi } from './http/api.ts';
import { serveFiles } from './http/files.ts';
import { createHttpServer } from './http/server.ts';
import { watchedFiles } from './http/watched.ts';
import { createMetrics } from './observe/metrics.ts';
import { observers, type Observer } from './observe/observer.ts';
import { createReadiness } from './observe/readiness.ts';
import { createRelay } from './relay/relay.ts';
import { createReportMaker } from './reports/maker.ts';
import { StartError } from './start-error.ts';
import type { openDatabase } from './storage/driver.ts';
import { databasePath } from './storage/files.ts';
import { lockFolder } from './storage/lock.ts';
import { openSqliteStorage } from './storage/sqlite.ts';
import type { Storage } from './storage/types.ts';

/** A server that is open. */
export interface RunningServer {
  /** Where it is, without a slash at the end. */
  url: string;
  port: number;
  /**
   * Does what is due for the history of boards; done from time to time by itself.
   * @param now milliseconds since 1970
   */
  tendHistory(now?: number): Promise<void>;
  /** Saves what has arrived, sends everybody away to come back soon, closes the database. */
  close(): Promise<void>;
}

/** What may be put in place of the usual parts. */
export interface ServerParts {
  /** Who is told of what happens, beside the metrics. */
  observer: Observer;
  openDatabase: typeof openDatabase;
}

/** Milliseconds that answers in the making have to be sent when the server closes. */
const LAST_ANSWERS = 1_000;
/** Milliseconds between looks for connections that wait for no answer any more. */
const IDLE_CHECK = 50;

/**
 * Opens the database and listens.
 * @throws StartError when it cannot, in a sentence for the person who starts it
 */
export async function startServer(config: Config, parts: Partial<ServerParts> = {}): Promise<RunningServer> {
  const { storage, unlock } = await openData(config, parts.openDatabase);
  const metrics = config.metrics ? createMetrics(() => relay.figures()) : null;
  const observer = observers([parts.observer, metrics?.observer].filter((one) => one !== undefined));
  const files = watchedFiles(serveFiles(config.clientDir), observer);
  const server: Server = createHttpServer(() => api, files, metrics);
  const relay = createRelay({
    server,
    storage,
    limits: config.limits,
    observer,
    authorise(board, token) {
      const session = requireSession(storage, board, token);
      return { id: session.tokenHash, link: session.link, participant: session.participant, role: session.role };
    },
    addressOf: (request) => addressOf(request, config.trustProxy),
    outstayed: (session) => connectionRefusal(storage, session),
    onChanged(room) {
      keepPauses(storage, relay, room);
      keeper.changed(room);
      tallies.changed(room);
    },
    onClearing: (clearing) => keepBeforeClearing(storage, relay, clearing),
  });
  const keeper = createKeeper(storage, () => relay, config);
  const tallies = createTallies(relay, storage);
  const reports = createReportMaker();
  const api = createApi(storage, relay, reports, config, observer, createReadiness(storage), keeper.changedAt);
  const stopHandover = startHandover(storage, relay, config.handover);

  const closeData = () => {
    stopHandover();
    storage.close();
    unlock();
  };
  try {
    await listen(server, config);
  } catch (error) {
    await keeper.stop();
    tallies.stop();
    await relay.close();
    closeData();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${formatHost(config.host)}:${port}`,
    port,
    tendHistory: keeper.tend,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // Node closes those that are idle when it is told to, not those that become so.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK);
      await keeper.stop();
      tallies.stop();
      await Promise.all([relay.close(), reports.close()]);
      const lastAnswers = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
      await closed;
      clearTimeout(lastAnswers);
      clearInterval(idle);
      closeData();
    },
  };
}

async function openData(
  { dataDir, busyTimeout }: Config,
  open?: typeof openDatabase,
): Promise<{ storage: Storage; unlock: () => void }> {
  let unlock: (() => void) | null = null;
  try {
    mkdirSync(dataDir, { recursive: true });
    unlock = await lockFolder(dataDir);
    return { storage: await openSqliteStorage(databasePath(dataDir), busyTimeout, open), unlock };
  } catch (error) {
    unlock?.();
    if (error instanceof StartError) throw error;
    throw new StartError(`The data folder ${dataDir} cannot be used: ${messageOf(error)}.`, error);
  }
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(`Port ${port} is already in use. Close what uses it, or set PORT to another.`, error);
  }
  if (error.code === 'EACCES') {
    return new StartError(`Port ${port} may not be used by this user. Set PORT to one above 1023.`, error);
  }
  return new StartError(`The server cannot listen at ${host}:${port}: ${error.message}.`, error);
}

/** A host as it stands in a URL: an IPv6 address goes in brackets (RFC 3986 section 3.2.2). */
export function formatHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
