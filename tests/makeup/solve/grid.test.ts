import { describe, expect, it } from 'vitest';
import { baselineIn, pageGrid } from '../../../src/makeup/solve/grid.js';

/** Three columns of 10 characters at 10 pt, 2 characters between them: 100, 20, 100, 20, 100. */
const grid = { columns: 3, measure: 10, gap: 2, bodySize: 10, leading: 15, lines: 40 };

describe('the grid of a page', () => {
  const page = pageGrid(grid);
  it('has its columns beside each other with a gap between them', () => {
    expect([0, 1, 2].map(page.left)).toEqual([0, 120, 240]);
    expect(page.width({ from: 0, width: 1 })).toBe(100);
    expect(page.width({ from: 1, width: 2 })).toBe(220);
    expect(page).toMatchObject({ columns: 3, lines: 40, leading: 15, gap: 20 });
  });
  it('has no fold', () => {
    expect(page.folds({ from: 0, width: 3 })).toBe(false);
    expect(page.foldIn({ from: 0, width: 3 })).toBeNull();
  });
});

describe('the grid of a spread', () => {
  /** The type areas stand 80 pt from each other. */
  const spread = pageGrid(grid, 2, 80);
  it('goes on beyond the fold’s margins', () => {
    expect([0, 2, 3, 5].map(spread.left)).toEqual([0, 240, 420, 660]);
    expect(spread.columns).toBe(6);
    expect(spread.width({ from: 2, width: 2 })).toBe(280);
    expect(spread.width({ from: 3, width: 2 })).toBe(220);
  });
  it('is folded in the middle of them', () => {
    expect([0, 1, 2, 3].map((from) => spread.folds({ from, width: 2 }))).toEqual([false, false, true, false]);
    expect(spread.foldIn({ from: 2, width: 2 })).toBe(140);
    expect(spread.foldIn({ from: 0, width: 6 })).toBe(380);
    expect(spread.foldIn({ from: 0, width: 3 })).toBeNull();
  });
});

it('type stands in the middle of its line by its em box, of which 88 % lie over the baseline', () => {
  expect(baselineIn(15, 10)).toBeCloseTo(2.5 + 8.8, 9);
});
