import { describe, expect, it } from 'vitest';
import {
  heldBy,
  justTooWide,
  readLeading,
  readRange,
  readSize,
  readSizes,
  SIZE_PATTERN,
  SIZES_PATTERN,
} from '../../src/template/values.js';

describe('values as papers write them', () => {
  it('sizes', () => {
    // GB/T 18358
    const names = '初号 小初 一号 小一 二号 小二 三号 小三 四号 小四 五号 小五 六号 小六 七号'.split(' ');
    expect(names.map(readSize)).toEqual([42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9, 7.5, 6.5, 5.5]);
    expect(['10.5pt', '12 pt'].map(readSize)).toEqual([10.5, 12]);
    expect(readSize(11)).toBe(11);
    expect(['五号', '10.5pt', '9 pt'].every((size) => SIZE_PATTERN.test(size))).toBe(true);
    expect(['五', '10.5', 'pt', '五号pt', '十号'].some((size) => SIZE_PATTERN.test(size))).toBe(false);
  });

  it('ranges of sizes', () => {
    expect(readSizes('小一..初号')).toEqual({ min: 24, max: 42 });
    expect(readSizes('18pt .. 小一')).toEqual({ min: 18, max: 24 });
    expect(readSizes([24, '初号'])).toEqual({ min: 24, max: 42 });
    expect(readSizes('三号')).toEqual({ min: 16, max: 16 });
    expect(SIZES_PATTERN.test('24..42')).toBe(true);
  });

  it('leading', () => {
    expect([
      readLeading('1 line', 15),
      readLeading('1.5 lines', 15),
      readLeading('17pt', 15),
      readLeading(16, 15),
    ]).toEqual([15, 22.5, 17, 16]);
  });

  it('ranges', () => {
    expect(readRange(4, 6)).toEqual({ min: 4, max: 4 });
    expect(readRange('2..4', 6)).toEqual({ min: 2, max: 4 });
    expect(readRange('3..', 6)).toEqual({ min: 3, max: 6 });
  });

  it('advertisements that take a column more for a hair’s breadth', () => {
    const grid = { measure: 15, gap: 1, bodySize: 10.5, leading: 15 };
    const said = (width: number) => justTooWide(width, heldBy({ width, height: 80 }, grid, 4));
    expect(said(116)).toEqual({
      message: 'an advertisement 116 mm wide takes 3 columns: 2 are 114.8 mm',
      hint: 'Sold at 114.8 mm it would fill 2.',
    });
    expect([50, 55, 114.8, 120, 174].map(said)).toEqual([null, null, null, null, null]);
  });
});
