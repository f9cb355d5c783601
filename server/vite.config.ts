import { join } from 'node:path';
import { defineConfig } from 'vite';

const entry = (path: string) => join(import.meta.dirname, path);

/** Bundles the server's own code for Node; its dependencies stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    rollupOptions: {
      input: {
        main: entry('main.ts'),
        backup: entry('commands/backup.ts'),
        restore: entry('commands/restore.ts'),
        'report-worker': entry('reports/worker.ts'),
      },
      // Beside the entries, since the server finds the client from where its own code is.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
});
