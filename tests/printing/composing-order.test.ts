import { expect, it } from 'vitest';
import type { PagePlan } from '../../src/issue/types.js';
import { composingOrder } from '../../src/printing/run.js';

const run = (...numbers: number[][]) => ({ plans: numbers.map((each) => ({ numbers: each }) as unknown as PagePlan) });

it('a short run comes first, then those of most pages, others as they come', () => {
  const runs = [run([1]), run([2]), run([3], [5]), run([4]), run([6, 7]), run([8], [9, 10])];
  expect(composingOrder(runs).map((one) => runs.indexOf(one))).toEqual([3, 5, 2, 4, 0, 1]);
  expect(composingOrder([run([1, 2])])).toHaveLength(1);
  expect(composingOrder([])).toEqual([]);
});
