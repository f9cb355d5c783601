import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { initSync, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { fontFiles } from '../fonts.ts';
import type { Typst } from './typst.ts';

const require = createRequire(import.meta.url);

/** How the compiler is to write down what it complains of: in full, with places. */
const FULL_DIAGNOSTICS = 2;

/** Typst as WebAssembly, which can read neither disk nor network. */
export async function wasmTypst(): Promise<Typst> {
  // V8 compiles anew what WebAssembly runs often (v8.dev/docs/wasm-compilation-pipeline). A report is over
  // before most of that has paid: unless it waits longer, half of the first PDF's time is the compiler's.
  setFlagsFromString('--wasm-tiering-budget=60000000');
  initSync({ module: await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of await fontFiles()) await builder.add_raw_font(font);
  const compiler = await builder.build();
  return {
    isFast: false,
    typeset(template, files) {
      compiler.add_source('/main.typ', template);
      for (const [path, bytes] of Object.entries(files)) compiler.map_shadow(path, bytes);
      try {
        const { result, diagnostics } = compiler.compile('/main.typ', undefined, 'pdf', FULL_DIAGNOSTICS) as { result?: Uint8Array; diagnostics?: unknown };
        if (!result) throw new TypeError(`Typst: ${JSON.stringify(diagnostics)}`);
        return result;
      } finally {
        compiler.reset_shadow();
        compiler.reset();
      }
    },
  };
}
