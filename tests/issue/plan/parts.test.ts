import { expect, it } from 'vitest';
import { facingPages } from '../../../src/issue/plan/parts.js';

it.each([
  ['an issue of one part', [], [1, 2, 3, 4, 5, 6, 7, 8], [[1], [2, 3], [4, 5], [6, 7], [8]]],
  [
    'two parts: the last page of one faces none of the next',
    [
      { name: 'A', from: 1 },
      { name: 'B', from: 5 },
    ],
    [1, 2, 3, 4, 5, 6, 7, 8],
    [[1], [2, 3], [4], [5], [6, 7], [8]],
  ],
  ['pages that are not planned', [], [2, 4, 5, 7], [[2], [4, 5], [7]]],
])('pages lie open as they are folded: %s', (_, parts, numbers, expected) =>
  expect(facingPages(numbers, parts)).toEqual(expected),
);
