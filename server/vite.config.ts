import { defineConfig } from 'vite';

/** Bundles the server's own code for Node; its dependencies stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'main.ts',
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
});
