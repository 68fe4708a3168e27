import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageName } from '../../src/issue/page-name.js';

const named = (parts: Readonly<Record<string, number>>, pattern: string | null, ...pages: readonly number[]) => {
  const list = Object.entries(parts).map(([name, from]) => ({ name, from }));
  return pages.map((page) => pageName(page, { parts: list, pattern }));
};

it('says a page in numerals where the issue is in one piece', () => {
  expect(named({}, null, 1, 4, 12, 105)).toEqual(['第一版', '第四版', '第十二版', '第一百零五版']);
});
it('counts a part’s own pages, and those before any part without letters', () => {
  expect(named({ A: 1, B: 9 }, null, 1, 8, 9, 20)).toEqual(['A01版', 'A08版', 'B01版', 'B12版']);
  expect(named({ 特: 9 }, null, 8, 9)).toEqual(['第八版', '特01版']);
});
it('follows the paper’s pattern', () => {
  expect(named({ A: 1, B: 9 }, '{part}{page}版', 2, 10)).toEqual(['A2版', 'B2版']);
  expect(named({}, '第{page2}版', 3)).toEqual(['第03版']);
  expect(named({ B: 5 }, '{part}叠第{chinese}版', 6)).toEqual(['B叠第二版']);
});
it('gives no two pages one name, where it has the letters', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), (starts) => {
      const parts = Object.fromEntries(starts.sort((a, b) => a - b).map((from, index) => ['ABCDE'[index]!, from]));
      const names = named(parts, null, ...Array.from({ length: 70 }, (_, index) => index + 1));
      expect(new Set(names).size).toBe(70);
    }),
  );
});
