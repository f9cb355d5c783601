import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { fontFiles } from '../fonts.ts';

const require = createRequire(import.meta.url);

/** How the compiler is to write down what it complains of: in full, with places. */
const FULL_DIAGNOSTICS = 2;

let compiler: Promise<TypstCompiler> | null = null;

/**
 * Sets a document with Typst. It can read the files it is given and nothing else: no disk, no
 * network, no packages.
 * @param template Typst markup of ours
 * @param files by the path the template reads them from
 * @throws when the template does not fit the files
 */
export async function typeset(template: string, files: Record<string, Uint8Array>): Promise<Uint8Array> {
  compiler ??= startCompiler();
  const typst = await compiler;
  typst.add_source('/main.typ', template);
  for (const [path, bytes] of Object.entries(files)) typst.map_shadow(path, bytes);
  try {
    const { result, diagnostics } = typst.compile('/main.typ', undefined, 'pdf', FULL_DIAGNOSTICS) as { result?: Uint8Array; diagnostics?: unknown };
    if (!result) throw new TypeError(`Typst: ${JSON.stringify(diagnostics)}`);
    return result;
  } finally {
    // What one report said is gone before the next.
    typst.reset_shadow();
    typst.reset();
  }
}

async function startCompiler(): Promise<TypstCompiler> {
  initSync({ module: await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of await fontFiles()) await builder.add_raw_font(font);
  return builder.build();
}
