import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../src/makeup/costs.js';
import { orderCost } from '../../../src/makeup/free/order.js';
import { type Region, subsetCosts } from '../../../src/makeup/free/subsets.js';
import { shapeName, waysOf } from '../../../src/makeup/free/ways.js';
import { cost } from '../trees.js';

const regions = fc
  .record({
    stories: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 3 }),
    lines: fc.integer({ min: 3, max: 8 }),
    gap: fc.constantFrom({ min: 0, max: 0 }, { min: 1, max: 2 }),
    seed: fc.string({ maxLength: 3 }),
  })
  .map(
    ({ seed, ...region }): Region => ({
      ...region,
      gutter: (height) => height,
      curve: (story, width) =>
        Array.from({ length: region.lines + 1 }, (_, height) => cost(`${seed}${story}`, width, height)),
    }),
  );

const setOf = (stories: readonly number[]): number => stories.reduce((set, story) => set | (1 << story), 0);

/** The least cost of some stories in a piece, every way to part them tried out; the weightiest stands first. */
function brute(region: Region, stories: readonly number[], width: number, height: number): number {
  if (height < 0) return Infinity;
  let best = stories.length === 1 ? region.curve(stories[0]!, width)[height]! : Infinity;
  for (let bits = 1; bits < 2 ** stories.length - 1; bits += 2) {
    const one = stories.filter((_, at) => (bits >> at) & 1);
    const other = stories.filter((_, at) => !((bits >> at) & 1));
    for (let left = 1; left < width; left++) {
      const parts = brute(region, one, left, height) + brute(region, other, width - left, height);
      best = Math.min(best, parts + region.gutter(height));
    }
    const order = orderCost(setOf(one), setOf(other));
    for (let above = 0; above <= height; above++) {
      const own = order + brute(region, one, width, above);
      if (own === Infinity) continue;
      for (let gap = region.gap.min; gap <= region.gap.max; gap++) {
        const between = (gap - region.gap.min) * COSTS.gapLine;
        best = Math.min(best, own + between + brute(region, other, width, height - above - gap));
      }
    }
  }
  return best;
}

const everything = ({ stories, columns, lines }: Region, form: 'any' | 'not-down' = 'any') => ({
  form,
  set: 2 ** stories - 1,
  width: columns,
  height: lines,
});

describe('the costs of all slicing trees', () => {
  it('are least where brute force finds them', () => {
    fc.assert(
      fc.property(regions, (region) => {
        const all = Array.from({ length: region.stories }, (_, story) => story);
        const found = subsetCosts(region).cost(everything(region));
        expect(found).toBe(brute(region, all, region.columns, region.lines));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the trees', () => {
  it('come by their costs, the cheapest of all first, each shape once', () => {
    fc.assert(
      fc.property(regions, (region) => {
        const costs = subsetCosts(region);
        const nth = waysOf(costs);
        const ways = Array.from({ length: 30 }, (_, rank) => nth(everything(region), rank)).filter(
          (way) => way !== null,
        );
        expect(ways[0]?.cost ?? Infinity).toBe(costs.cost(everything(region)));
        expect(ways.map((way) => way.cost)).toEqual(ways.map((way) => way.cost).sort((a, b) => a - b));
        expect(new Set(ways.map(({ cut }) => shapeName(cut))).size).toBe(ways.length);
      }),
    );
  });

  it('are all there: three stories that may have any size stand in eight ways', () => {
    const curve = () => [Infinity, 1, 1, 1];
    const nth = waysOf(
      subsetCosts({ stories: 3, columns: 3, lines: 3, gap: { min: 0, max: 0 }, gutter: () => 0, curve }),
    );
    const region = { form: 'any', set: 7, width: 3, height: 3 } as const;
    const ways = Array.from({ length: 12 }, (_, rank) => nth(region, rank)).filter((way) => way !== null);
    expect(ways.map(({ cut }) => shapeName(cut)).sort()).toEqual([
      'columns(0 1 2)',
      'columns(0 rows(1 2))',
      'columns(rows(0 1) 2)',
      'columns(rows(0 2) 1)',
      'rows(0 1 2)',
      'rows(0 columns(1 2))',
      'rows(columns(0 1) 2)',
      'rows(columns(0 2) 1)',
    ]);
  });

  it('are cut across first where no gutter may run down', () => {
    const curve = () => [Infinity, 1, 1];
    const nth = waysOf(
      subsetCosts({ stories: 2, columns: 2, lines: 2, gap: { min: 0, max: 0 }, gutter: () => 0, curve }),
    );
    const names = [0, 1].map((rank) => nth({ form: 'not-down', set: 3, width: 2, height: 2 }, rank));
    expect(names.map((way) => way && shapeName(way.cut))).toEqual(['rows(0 1)', null]);
  });
});
