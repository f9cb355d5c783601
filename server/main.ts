import { networkInterfaces } from 'node:os';
import { readConfig } from './config.ts';
import { createVoice, type Voice } from './observe/voice.ts';
import { StartError } from './start-error.ts';
import { formatHost, startServer, type RunningServer } from './start.ts';
import { reportUnexpected } from './unexpected.ts';

try {
  const config = readConfig(process.env);
  const voice = createVoice(config.log);
  endOnUnexpected(voice);
  const server = await startServer(config, { observer: voice.observer });
  closeOnSignal(server, voice);
  const url = isEverywhere(config.host) ? `http://127.0.0.1:${server.port}` : server.url;
  voice.say(`Plenary is open at ${url}`);
  for (const other of networkUrls(config.host, server.port)) voice.say(`In this network: ${other}`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Ctrl-C reaches the process twice at once: from the terminal, and passed on by npm. Only a later one is impatience. */
const ECHO_MS = 500;

/** Ends the process cleanly on the first signal, at once on a second one. */
function closeOnSignal(server: RunningServer, voice: Voice): void {
  let firstAt: number | null = null;
  const end = async () => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > ECHO_MS) process.exit(1);
      return;
    }
    firstAt = performance.now();
    await server.close();
    voice.flush();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}

/**
 * An error that nobody caught leaves the memory in a state nobody knows, so the process ends; what
 * anybody has seen is on disk. Told in our own way, since Node's would quote what people wrote.
 */
function endOnUnexpected(voice: Voice): void {
  process.once('uncaughtException', (error) => {
    reportUnexpected('running', error);
    voice.flush();
    process.exit(1);
  });
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Where others in the same network find the server; nowhere when it listens to this machine alone. */
function networkUrls(host: string, port: number): string[] {
  if (!isEverywhere(host)) return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => `http://${formatHost(address.address)}:${port}`);
}
