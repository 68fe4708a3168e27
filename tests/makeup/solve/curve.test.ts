import { describe, expect, it } from 'vitest';
import { both, flat, stack, within } from '../../../src/makeup/solve/curve.js';

const INF = Infinity;

describe('curves', () => {
  it('adds costs where pieces share a height', () => {
    expect(both([1, 2, INF], [10, INF, 30])).toEqual([11, INF, INF]);
  });
  it('takes the cheaper of two', () => {});
  it('keeps only a range of heights', () => {
    expect(within([1, 2, 3, 4], 1, 2)).toEqual([INF, 2, 3, INF]);
    expect(flat(1, 2, 3)).toEqual([INF, 0, 0, INF]);
  });
  it('stacks: heights add, the split is remembered', () => {
    const { curve, split } = stack([INF, 4, 1], [INF, 0, 7]);
    expect(curve).toEqual([INF, INF, 4, 1].slice(0, 3));
    expect(split[2]).toBe(1);
  });
});
