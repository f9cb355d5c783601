import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfBy } from '../../server/reports/pdf/pdf.ts';
import { nativeTypst } from '../../server/reports/pdf/typst-native.ts';
import { wasmTypst } from '../../server/reports/pdf/typst-wasm.ts';
import type { Typst } from '../../server/reports/pdf/typst.ts';
import { buildReport } from '../../shared/report/model.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hostileContent, HOSTILE_TEXTS } from '../unit/report/hostile.ts';

/** Two compilers set PDFs, and a server has one or the other: a reader cannot tell by which. */

const content = hostileContent();
const told = { content, report: buildReport(content, 'en'), language: 'en' as const };

async function read(typst: Typst): Promise<{ text: string; structure: string; fonts: string }> {
  const path = join(temporaryFolder(), 'report.pdf');
  writeFileSync(path, await pdfBy(typst, told));
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const names = run('pdffonts', path).split('\n').slice(2).map((line) => /^(?:[A-Z]{6}\+)?(\S*)/.exec(line)![1]!);
  return { text: run('pdftotext', '-layout', path, '-'), structure: run('pdfinfo', '-struct', path), fonts: [...new Set(names)].sort().join(' ') };
}

const everywhere = await wasmTypst();
const native = await nativeTypst();

test.runIf(process.platform === 'linux' && process.arch === 'x64')('Linux on x64 has a compiler of its own', () => {
  expect(native).not.toBeNull();
});

test.runIf(native)('the compiler that runs everywhere writes what the one made for this system writes', async () => {
  const written = await read(everywhere);
  expect(written.text.length).toBeGreaterThan(HOSTILE_TEXTS.join('').length);
  expect(await read(native!)).toEqual(written);
});

test.each([everywhere, native].filter((one) => one !== null))('what cannot be set is told, and nothing of it is kept', (typst) => {
  expect(() => typst.typeset('#unknown-name', {})).toThrow(/unknown variable: unknown-name/);
  const reads = '#read("/secret.txt")';
  expect(new TextDecoder('latin1').decode(typst.typeset(reads, { '/secret.txt': new TextEncoder().encode('x') }))).toMatch(/^%PDF-/);
  expect(() => typst.typeset(reads, {})).toThrow(/Typst: /);
});
