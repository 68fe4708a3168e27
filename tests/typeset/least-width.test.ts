import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastWidth, prepare } from '../../src/typeset/index.js';
import { fakeFonts } from './fake-fonts.js';
import { plain, set } from './helpers.js';

const least = (text: string): number => leastWidth(prepare(plain(text), fakeFonts));

it('the least width is that of the widest piece that no rule lets break', () => {
  expect(least('')).toBe(0);
  expect(least('新桥通车')).toBe(1);
  // A stop stays with its character, and is trimmed at the line's end (rule 11).
  expect(least('新桥通车。')).toBe(1.5);
  expect(least('（新）')).toBe(2);
  expect(least('天……地')).toBe(3);
  const number = least('1,234.56');
  expect(number).toBeGreaterThan(2);
  expect(least('共1,234.56元')).toBe(number);
  expect(least('2021—2025年')).toBe(5);
});

it('no line is wider than its measure where that is no less', () => {
  const text = fc.stringMatching(/^[天地玄黄，。（）“”·ab1—… ]{1,16}$/);
  fc.assert(
    fc.property(text, fc.double({ min: 0, max: 6, noNaN: true }), (words, more) => {
      const width = least(words);
      const widest = (measure: number): number =>
        Math.max(0, ...set(plain(words, { align: 'start' }), measure, fakeFonts).map((line) => line.width));
      expect(widest(width + more)).toBeLessThanOrEqual(width + more + 0.01);
    }),
  );
});
