import { defineConfig } from 'vitest/config';

const project = (name: string, options: { timeout: number; serial?: boolean }) => ({
  root: import.meta.dirname + '/..',
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    testTimeout: options.timeout,
    hookTimeout: options.timeout,
    fileParallelism: !options.serial,
  },
});

/**
 * `unit` needs nothing, `integration` real sockets and databases, `e2e` the build and Chromium;
 * `screenshots` tests nothing and is run when the pictures in docs/ are to be taken anew.
 */
export default defineConfig({
  test: {
    projects: [
      project('unit', { timeout: 60_000 }),
      project('integration', { timeout: 60_000 }),
      project('e2e', { timeout: 120_000, serial: true }),
      project('screenshots', { timeout: 120_000, serial: true }),
    ],
  },
});
