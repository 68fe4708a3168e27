import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageName, pageNames } from '../../../src/issue/plan/page-name.js';

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
it('says two pages that face each other as one', () => {
  const both = (parts: Readonly<Record<string, number>>, pattern: string | null, left: number): string => {
    const list = Object.entries(parts).map(([name, from]) => ({ name, from }));
    return pageNames([left, left + 1], { parts: list, pattern });
  };
  expect(both({}, null, 6)).toBe('第六、七版');
  expect(both({}, null, 16)).toBe('第十六、十七版');
  expect(both({}, null, 20)).toBe('第二十、二十一版');
  expect(both({ A: 1 }, null, 6)).toBe('A06、07版');
  expect(both({}, '{page}版', 12)).toBe('12、13版');
  expect(both({}, '第{page}', 98)).toBe('第98、99');
  expect(pageNames([4], { parts: [], pattern: null })).toBe('第四版');
});
