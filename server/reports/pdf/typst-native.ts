import { createRequire } from 'node:module';
import { fontFiles } from '../fonts.ts';
import type { Typst } from './typst.ts';

const require = createRequire(import.meta.url);

/** Builds of typst.ts for one system each; npm installs the one that fits, if any does. */
const BUILDS = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);

/** The part of its interface that is used here (`@myriaddreamin/typst-ts-node-compiler` 0.7 has it as types). */
interface Build {
  NodeCompiler: {
    create(args: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler;
  };
}

interface Compiler {
  addSource(path: string, source: string): void;
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): Compiled;
  fetchDiagnostics(error: object): unknown[];
  pdf(document: object, options: object): Buffer;
  resetShadow(): void;
  evictCache(maxAge: number): void;
}

interface Compiled {
  result: object | null;
  takeDiagnostics(): object | null;
}

/** The folder the template's paths begin at. There is none on disk, so that only what is given can be read. */
const ROOT = '/plenary-report';

/** Typst as code of this system; `null` where there is none that runs here. */
export async function nativeTypst(): Promise<Typst | null> {
  const build = loadBuild();
  if (!build) return null;
  const compiler = build.NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: await fontFiles() }] });
  return {
    isFast: true,
    typeset(template, files) {
      const main = `${ROOT}/main.typ`;
      compiler.addSource(main, template);
      for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(`${ROOT}${path}`, Buffer.from(bytes));
      try {
        const compiled = compiler.compile({ mainFilePath: main });
        if (!compiled.result) throw new TypeError(`Typst: ${JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics() ?? {}))}`);
        return compiler.pdf(compiled.result, {});
      } finally {
        compiler.resetShadow();
        compiler.evictCache(0);
      }
    },
  };
}

function loadBuild(): Build | null {
  for (const name of BUILDS) {
    try {
      return require(name) as Build;
    } catch {
      // Not of this system, not installed, or for a newer one.
    }
  }
  return null;
}
