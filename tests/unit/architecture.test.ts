import { dirname, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { readSource, sourceFiles, walk } from '../support/source.ts';

/** What each part may import of the others. */
const MAY_IMPORT: Record<string, string[]> = {
  client: ['client', 'shared'],
  server: ['server', 'shared'],
  shared: ['shared'],
};

function imports(file: string): string[] {
  const found: string[] = [];
  walk(readSource(file), (node) => {
    const source = node.source as { value?: unknown } | null | undefined;
    if (typeof source?.value === 'string') found.push(source.value);
  });
  return found;
}

const inside = (file: string) =>
  imports(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => normalize(`${dirname(file)}/${path}`));

test.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (part) => {
  const wrong = sourceFiles(part, /\.tsx?$/).flatMap((file) =>
    inside(file)
      .filter((path) => !MAY_IMPORT[part]!.includes(path.split('/')[0]!))
      .map((path) => `${file} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('only the canvas imports tldraw', () => {
  const wrong = sourceFiles('client', /\.tsx?$/)
    .filter((file) => !file.startsWith('client/canvas/'))
    .filter((file) => imports(file).some((path) => /tldraw/.test(path)));
  expect(wrong).toEqual([]);
});
