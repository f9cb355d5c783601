import { defineConfig } from 'vitest/config';

const project = (name: string, options: { timeout: number; setup?: string[]; serial?: boolean }) => ({
  root: import.meta.dirname + '/..',
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    testTimeout: options.timeout,
    hookTimeout: options.timeout,
    globalSetup: options.setup ?? [],
    fileParallelism: !options.serial,
  },
});

/** `unit` needs nothing, `integration` real sockets and databases, `e2e` the build and Chromium. */
export default defineConfig({
  test: {
    projects: [
      project('unit', { timeout: 60_000 }),
      project('integration', { timeout: 60_000 }),
      project('e2e', { timeout: 120_000, serial: true }),
    ],
  },
});
