import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { FIRST } from './i18n/first.ts';
import { offlineBuild, SERVICE_WORKER } from './offline/build.ts';

const COMPRESSIBLE = /\.(js|css|html|svg|json|ttf)$/;

const TEXTS = /i18n\/(\w+)\/(\w+)\.json$/;

/** A language comes in two files: what its first screens say, and all else. */
function textsOf(path: string): string | null {
  const [, language, namespace] = TEXTS.exec(path) ?? [];
  return namespace === undefined ? null : `texts-${language}-${FIRST.has(namespace) ? 'first' : 'more'}`;
}

/**
 * Small parts that the join page and other screens share: each in a file of its own, they would cost
 * more in requests than in themselves.
 */
const FIRST_PARTS =
  /client\/(ui\/(announce|font|useTitle|validate|Failure|theme|palette)\.tsx?|session\/(storage|forget|links|api|device)\.ts|board\/enter\.ts)$|shared\/protocol\/(roles|refusals)\.ts$/;

/** Writes a .br and a .gz beside every text file of the build, for the server to send as they are. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle(options) {
      const folder = options.dir!;
      const files = await readdir(folder, { recursive: true });
      for (const file of files.filter((name) => COMPRESSIBLE.test(name))) {
        const path = join(folder, file);
        const content = await readFile(path);
        if (content.length < 1024) continue;
        // The best takes seconds for the largest files and saves little there.
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: content.length < 400_000 ? 11 : 9 } };
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
        await writeFile(`${path}.gz`, await promisify(gzip)(content));
      }
    },
  };
}

const server = `http://127.0.0.1:${process.env.PORT ?? 4321}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offlineBuild(), precompress()],
  // Its modules are imports of addresses, which Vite's own handling serves and the optimiser cannot.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would need `data:` in more places of the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), [SERVICE_WORKER]: join(import.meta.dirname, 'offline/service-worker.ts') },
      output: {
        codeSplitting: { groups: [{ test: TEXTS, name: textsOf }, { test: FIRST_PARTS, name: 'first' }] },
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { port: 5173, proxy: { '/api': server, '/sync': { target: server, ws: true } } },
});
