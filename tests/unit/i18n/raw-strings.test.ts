import { describe, expect, test } from 'vitest';
import { rawStrings } from '../../support/raw-strings.ts';
import { readSource, sourceFiles } from '../../support/source.ts';

describe('the search for raw strings', () => {
  test.each([
    ['text of an element', 'const a = <p>Hello there</p>'],
    ['a literal in braces', "const a = <p>{'Hello'}</p>"],
    ['one branch of a choice', "const a = <p>{x ? 'Yes' : t('no')}</p>"],
    ['a label', 'const a = <button aria-label="Close"/>'],
    ['a template in a title', 'const a = <i title={`Note ${n}`}/>'],
    ['an announcement', "announce('Saved')"],
  ])('finds %s', (_what, source) => {
    expect(rawStrings(source)).toHaveLength(1);
  });

  test('leaves alone what nobody reads', () => {
    expect(rawStrings('const a = <p className="wide" data-x="Hello">{t("home.title")} · {n} %</p>')).toEqual([]);
  });
});

test.each([...sourceFiles('client', /\.tsx$/), ...sourceFiles('shared', /\.tsx$/)])('%s says nothing that is not translated', (file) => {
  expect(rawStrings(readSource(file))).toEqual([]);
});
