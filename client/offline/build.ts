import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** The entry of the service worker and the name it is served by, from the root so that it serves all screens. */
export const SERVICE_WORKER = 'service-worker';

/** Tells the service worker of which build it is, and which files every screen of that build needs. */
export function offlineBuild(): Plugin {
  return {
    name: 'offline-build',
    apply: 'build',
    async writeBundle(options, bundle) {
      const folder = options.dir!;
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry && chunk.name !== SERVICE_WORKER);
      if (!entry) return;
      const page = await readFile(join(folder, 'index.html'));
      const shell = ['/icon.svg', ...shellOf(entry, chunks).map((file) => `/${file}`)];
      const hash = createHash('sha256').update(page).digest('hex');
      const build = { id: createHash('sha256').update(hash).update(shell.join()).digest('hex').slice(0, 16), page: hash, shell };
      const path = join(folder, `${SERVICE_WORKER}.js`);
      const script = await readFile(path, 'utf8');
      await writeFile(path, script.replaceAll('PLENARY_BUILD', JSON.stringify(build)));
    },
  };
}

/** Screens that are large and not always used: they are kept when they are. */
const LATER: ReadonlySet<string> = new Set(['CanvasView', 'ReportPage']);

/** A chunk and all it may ever fetch, but for what comes later, with their styles. */
function shellOf(entry: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const files = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
      const imported = chunks.find((candidate) => candidate.fileName === name);
      if (imported && !LATER.has(imported.name)) visit(imported);
    }
  };
  visit(entry);
  return [...files];
}
