import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig, type Config } from '../../server/config.ts';
import { startServer, type RunningServer, type ServerParts } from '../../server/start.ts';
import { temporaryFolder } from './folder.ts';

/** A server in this process, on a port and a data folder of its own. */
export interface TestServer extends RunningServer {
  /** Its database file. */
  database: string;
}

/** All tests come from one address; only those about the limits are to meet them. */
const NO_RATES = { board: 0, link: 0, passphrase: 0 };

/** Starts a server that is closed when the test is finished, if it is not by then. */
export async function startTestServer(changes: Partial<Config> = {}, parts: Partial<ServerParts> = {}): Promise<TestServer> {
  const dataDir = changes.dataDir ?? temporaryFolder();
  const server = await startServer({ ...readConfig({ PORT: '0' }), rates: NO_RATES, dataDir, ...changes }, parts);
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= server.close());
  onTestFinished(close);
  return { ...server, close, database: join(dataDir, 'plenary.db') };
}
