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

function read(typst: Typst): { text: string; structure: string; fonts: string } {
  const path = join(temporaryFolder(), 'report.pdf');
  writeFileSync(path, pdfBy(typst, told));
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const names = run('pdffonts', path).split('\n').slice(2).map((line) => /^(?:[A-Z]{6}\+)?(\S*)/.exec(line)![1]!);
  return { text: run('pdftotext', '-layout', path, '-'), structure: run('pdfinfo', '-struct', path), fonts: [...new Set(names)].sort().join(' ') };
}

test('the compiler that runs everywhere writes what the one made for this system writes', async () => {
  const everywhere = read(await wasmTypst());
  expect(everywhere.text.length).toBeGreaterThan(HOSTILE_TEXTS.join('').length);
  const native = await nativeTypst();
  if (process.platform === 'linux' && process.arch === 'x64') expect(native).not.toBeNull();
  if (native) expect(read(native)).toEqual(everywhere);
});

test.each([
  ['that runs everywhere', wasmTypst],
  ['made for this system', nativeTypst],
])('the compiler %s says what it cannot set, and keeps nothing of it', async (_, start) => {
  const typst = await start();
  if (!typst) return;
  expect(() => typst.typeset('#unknown-name', {})).toThrow(/unknown variable: unknown-name/);
  const reads = '#read("/secret.txt")';
  expect(new TextDecoder('latin1').decode(typst.typeset(reads, { '/secret.txt': new TextEncoder().encode('x') }))).toMatch(/^%PDF-/);
  expect(() => typst.typeset(reads, {})).toThrow(/Typst: /);
});
