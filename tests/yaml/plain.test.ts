import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/yaml/parse.js';
import type { Path } from '../../src/yaml/places.js';
import { readPlainYaml } from '../../src/yaml/plain.js';

/** Paths of all that a value holds. */
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => pathsIn(inside, [...path, key]))
    : []),
];

/** Whether a text is read without the package; it is then read as the package reads it, places and all. */
const agrees = (text: string): boolean => {
  const plain = readPlainYaml('a.yaml', text, 7);
  if (plain === null) return false;
  const { value: parsed, diagnostics } = parseYaml('a.yaml', text, 7);
  expect(diagnostics).toEqual([]);
  expect(plain.value).toEqual(parsed!.value);
  // The order of keys too.
  expect(JSON.stringify(plain.value)).toBe(JSON.stringify(parsed!.value));
  for (const path of [...pathsIn(plain.value), ['nowhere'], ['a', 'nowhere']]) {
    expect(plain.at(path), `the value at ${path.join('.')}`).toEqual(parsed!.at(path));
    expect(plain.keyAt(path), `the key at ${path.join('.')}`).toEqual(parsed!.keyAt(path));
  }
  return true;
};

const VALUES = [
  ...[
    'a',
    '甲乙',
    'a b',
    '“甲”，乙',
    '1',
    '007',
    '0.42',
    '2021-12-03',
    '1.2.3',
    '1e3',
    '0x1f',
    '0o7',
    '12月',
    '.5',
    '-1',
  ],
  ...['null', '~', 'true', 'False', 'yes', 'photos/a.jpg', 'package:@a/b.ttf', 'http://a.b/c#d', "it's", 'a"b', '2..4'],
  ...['"甲: 乙 # 丙"', "'甲'", '"a\\n"', "'a''b'", '"a', '""', '[]', '[ a, 甲, 1 ]', '[0.5, 0.5]', '[a, ]', '[a', '{}'],
  ...[
    '{ see: a }',
    '{ see: [a, b] }',
    '{ a: b, a: c }',
    '{a: b}',
    '{ a }',
    '- a',
    '? a',
    '&x a',
    '*x',
    '!t a',
    '|',
    '>-',
  ],
  ...[
    'a: b',
    'a:',
    'a #b',
    'a# b',
    '@a',
    '`a`',
    '%a',
    '[a]b',
    '"a"b',
    '甲：乙',
    '🀄',
    '\u00a0a\u00a0',
    '　甲　',
    'a\tb',
    '',
  ],
];
const KEYS = ['a', 'b', 'c-d', 'constructor', '__proto__', '1', '01', '6-7', '甲', 'null', '"q"', 'a.b', 'a b'];
const ENDS = ['', '', '', ' ', ' # c', '# c', '\t', '\r'];

const line = (weird: number) =>
  constantFrom('', '  ', '    ', ...(weird ? [' ', '   '] : [])).chain((indent) =>
    constantFrom('', '', '', '- ', '-   ', ...(weird ? ['-', '- - ', '--- ', '# '] : [])).chain((dash) =>
      constantFrom(...KEYS.slice(0, weird ? KEYS.length : 4)).chain((key) =>
        constantFrom(': ', ': ', ':', ...(weird ? [':  ', ' : ', '', ': # '] : [])).chain((colon) =>
          constantFrom(...VALUES.slice(0, weird ? VALUES.length : 4), ...(colon === ':' ? [''] : [])).chain((value) =>
            constantFrom(...ENDS.slice(0, weird ? ENDS.length : 4)).map(
              (end) =>
                `${indent}${dash}${dash && value.length % 2 ? '' : key + colon}${colon === ':' ? '' : value}${end}`,
            ),
          ),
        ),
      ),
    ),
  );

describe('plain YAML', () => {
  it('is read as the package reads it, wherever it is read at all', () => {
    let read = 0;
    const look = (lines: readonly string[]) => {
      read += Number(agrees(lines.join('\n')));
    };
    for (const weird of [0, 1]) {
      assert(property(array(line(weird), { minLength: 1, maxLength: 7 }), look), { numRuns: 4000 });
      // One value of each kind after the other, with a map before and after it.
      for (const value of VALUES) {
        for (const end of ENDS) look(['x: 1', `a: ${value}${end}`, ...(weird ? ['y:', '  - 2'] : [])]);
        look(['- a', `- ${value}`]);
        look(['a:', `  - ${value}`, `  - b: ${value}`, '    c: 1', '', '# end', '']);
      }
    }
    expect(read).toBeGreaterThan(500);
  });

  it('ends where the package lets it end, whatever comment comes after', () => {
    for (const indent of ['', ' ', '  ', '   ', '    ', '     ', '      ']) {
      for (const value of ['x', '"x"', '[x]', '{ y: x }']) {
        for (const before of [`a: ${value}`, `a:\n  b: ${value}`, `a:\n  - ${value}`, `a:\n  - b: ${value}`]) {
          for (const after of ['', '\n', '\nc: 1\n']) agrees(`${before}\n${indent}# c${after}`);
        }
      }
    }
  });

  it('is that of the sample issue', () => {
    const folder = 'issues/12867/articles';
    for (const name of readdirSync(folder)) {
      const front = /^---\n(.*?)\n---\n/s.exec(readFileSync(`${folder}/${name}`, 'utf8'))![1]!;
      expect(agrees(front), name).toBe(true);
    }
    for (const name of ['issues/12867/issue.yaml', 'fonts/fonts.yaml']) {
      expect(agrees(readFileSync(name, 'utf8')), name).toBe(true);
    }
  });

  it.each([
    '',
    '# 空',
    '- a',
    'a',
    'a: b\n---\n',
    'a: 1\na: 2',
    'a: |\n  b',
    'a: b\n  c',
    'a: b: c',
    'a: &x b',
    'a:\tb',
  ])('%j is left to the package', (text) => expect(readPlainYaml('a.yaml', text)).toBeNull());
});
