import { nativeTypst } from './typst-native.ts';
import { wasmTypst } from './typst-wasm.ts';

/** A compiler of Typst. */
export interface Typst {
  /** Whether it sets the letters of a drawn picture fast enough for a picture of a large board. */
  readonly isFast: boolean;
  /**
   * Sets a document. The template may read the files it is given; ours reads no others, nor packages.
   * Nothing of them is kept afterwards.
   * @param files by the path the template reads them from
   * @throws when the template does not fit the files
   */
  typeset(template: string, files: Readonly<Record<string, Uint8Array>>): Uint8Array;
}

let started: Promise<Typst> | null = null;

/** The compiler made for this system where there is one, else the one that runs everywhere. Both write the same PDF. */
export function typst(): Promise<Typst> {
  started ??= nativeTypst().then((native) => native ?? wasmTypst());
  return started;
}
