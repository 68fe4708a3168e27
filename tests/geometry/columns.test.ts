import { expect, it } from 'vitest';
import { dividedMeasure } from '../../src/geometry/columns.js';

it('text columns across base columns share their characters and gaps, in whole characters', () => {
  // Six base columns of 15 with gaps of 2 are 100 characters.
  const grid = { measure: 15, gap: 2 };
  const shares = [1, 2, 3, 4, 5, 6, 7, 12].map((count) => dividedMeasure(count, 6, grid));
  expect(shares).toEqual([100, 49, 32, 23, 18, 15, 12, 6]);
  expect(dividedMeasure(80, 6, grid)).toBe(0);
});
