import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COSTS } from '../../../src/makeup/costs.js';
import { arranged } from '../../../src/makeup/free/arrange.js';
import { orderCost } from '../../../src/makeup/free/order.js';
import { type Cut, shapeName } from '../../../src/makeup/free/ways.js';

const story = (index: number, width: number): Cut => ({ kind: 'story', story: index, width, height: 10 });
const rows = (...children: readonly Cut[]): Cut => ({ kind: 'rows', children });
const columns = (...children: readonly Cut[]): Cut => ({ kind: 'columns', children });

/** Trees of three columns that begin with the first story. */
const cuts = fc
  .array(fc.constantFrom<readonly number[]>([3], [1, 2], [2, 1], [1, 1, 1]), { minLength: 1, maxLength: 5 })
  .map((bands) => {
    let next = 0;
    return rows(...bands.map((widths) => columns(...widths.map((width) => story(next++, width)))));
  });

describe('rows of pieces', () => {
  it('are turned round where that keeps gutters from meeting', () => {
    const { cut, cost } = arranged(rows(columns(story(0, 2), story(1, 4)), columns(story(2, 2), story(3, 4))), []);
    expect(shapeName(cut)).toBe('rows(columns(0 1) columns(3 2))');
    expect(cost).toBe(0);
  });

  it('keep clear of what stands over the region, and the first story keeps its side', () => {
    const bands = rows(columns(story(0, 4), story(1, 2)), columns(story(2, 3), story(3, 3)));
    expect(arranged(bands, [4])).toEqual({ cut: bands, cost: COSTS.seam });
    expect(arranged(rows(columns(story(1, 4), story(2, 2)), story(3, 6)), [4]).cost).toBe(0);
  });

  it('cost as a fault does where a gutter runs through all of them', () => {
    const bands = rows(columns(story(0, 3), story(1, 3)), columns(story(2, 3), story(3, 3)));
    expect(arranged(bands, []).cost).toBe(COSTS.seam + COSTS.fault);
  });

  it('hold the same stories, and never cost more than as they were found', () => {
    const storiesIn = (cut: Cut): number[] => (cut.kind === 'story' ? [cut.story] : cut.children.flatMap(storiesIn));
    const seams = (cut: Cut): number => arranged(rows(cut), []).cost;
    fc.assert(
      fc.property(cuts, (cut) => {
        const { cut: turned, cost } = arranged(cut, []);
        expect(storiesIn(turned).sort()).toEqual(storiesIn(cut).sort());
        expect(storiesIn(turned)[0]).toBe(0);
        expect(seams(turned)).toBe(cost);
      }),
    );
  });
});

describe('the order of weight', () => {
  it('costs where a lighter story stands above a weightier one, the more the weightier that is', () => {
    expect(orderCost(0b0011, 0b1100)).toBe(0);
    expect(orderCost(0b1101, 0b0010)).toBe((2 / 2) * COSTS.order);
    expect(orderCost(0b1000, 0b0001)).toBe(COSTS.order);
    expect(orderCost(0b1100, 0b0011)).toBe((2 + 2 / 2) * COSTS.order);
  });
});
