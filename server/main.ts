import { networkInterfaces } from 'node:os';
import { readConfig } from './config.ts';
import { StartError } from './start-error.ts';
import { formatHost, startServer, type RunningServer } from './start.ts';

try {
  const config = readConfig(process.env);
  const server = await startServer(config);
  console.log(`Plenary is open at ${isEverywhere(config.host) ? `http://127.0.0.1:${server.port}` : server.url}`);
  for (const url of networkUrls(config.host, server.port)) console.log(`In this network: ${url}`);
  closeOnSignal(server);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Ends the process cleanly on the first signal, at once on the second. */
function closeOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      process.once(signal, () => process.exit(1));
      await server.close();
      process.exit(0);
    });
  }
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
