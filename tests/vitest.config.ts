import { defineConfig } from 'vitest/config';

const project = (name: string, options: { timeout: number; serial?: boolean; retry?: number }) => ({
  root: import.meta.dirname + '/..',
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    testTimeout: options.timeout,
    hookTimeout: options.timeout,
    fileParallelism: !options.serial,
    retry: options.retry ?? 0,
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
      // A busy machine can starve a browser. A test that needed its second try is listed as such.
      project('e2e', { timeout: 120_000, serial: true, retry: 1 }),
      project('screenshots', { timeout: 120_000, serial: true }),
    ],
  },
});
