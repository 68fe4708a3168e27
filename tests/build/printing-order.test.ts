import { expect, it } from 'vitest';
import type { PagePlan } from '../../src/issue/types.js';
import { printingOrder } from '../../src/run.js';

const run = (...numbers: number[][]): PagePlan[] => numbers.map((each) => ({ numbers: each }) as unknown as PagePlan);

it('runs of most pages are printed first, others as they come', () => {
  expect(printingOrder([run([1]), run([2]), run([3], [5]), run([4]), run([6, 7]), run([8], [9, 10])])).toEqual([
    5, 2, 4, 0, 1, 3,
  ]);
  expect(printingOrder([])).toEqual([]);
});
