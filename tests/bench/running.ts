import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RelayKind } from './relays/relay.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** A relay that a scenario runs against, with a folder of its own. */
export interface Running {
  server: ServerProcess;
  folder: string;
  /** Ends the server and starts it again on the same port and folder. */
  again(how: 'stop' | 'kill'): Promise<void>;
}

/** Starts a fresh relay for some work, and leaves nothing of it. */
export async function withRelay<T>(
  kind: RelayKind,
  profile: string | undefined,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const start = (port?: number) => startServerProcess({ kind, folder, profile, ...(port && { port }) });
  const running: Running = {
    server: await start(),
    folder,
    async again(how) {
      await running.server[how]();
      running.server = await start(running.server.port);
    },
  };
  try {
    return await work(running);
  } finally {
    await (profile ? running.server.stop() : running.server.kill());
    rmSync(folder, { recursive: true, force: true });
  }
}
