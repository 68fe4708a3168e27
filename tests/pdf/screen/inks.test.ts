import { expect, it } from 'vitest';
import type { Ink } from '../../../src/page/types.js';
import { inkKey } from '../../../src/pdf/colour.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { screenInks } from '../../../src/pdf/screen/inks.js';
import { group, line, page } from '../pages.js';

const ink = (c: number): Ink => ({ c, m: 0, y: 0, k: 0 });
const size = { width: 100, height: 50 };

it('every ink on the pages has its colour: what has none would be shown in black', async () => {
  const inside = group({ part: 'story' }, [
    [0, 20, { ...line('白', 9, ink(1)), ground: ink(2) }],
    [0, 40, { kind: 'rule', to: { x: 9, y: 0 }, width: 1, ink: ink(3) }],
    [0, 60, { kind: 'area', size, fill: ink(4), stroke: { ink: ink(5), width: 1 } }],
    [0, 60, { kind: 'area', size }],
    [0, 80, { kind: 'squares', rows: ['1'], side: 2, ink: ink(6) }],
  ]);
  const shown = await screenInks(
    [page([[0, 0, inside]]), page([[0, 20, line('字', 9, { ...ink(7), spot: 'gold' })]])],
    (await loadPress(null, 'test')).value!,
  );
  expect([...shown.keys()].sort()).toEqual(
    [...[1, 2, 3, 4, 5, 6].map(ink), { ...ink(7), spot: 'gold' }].map(inkKey).sort(),
  );
});
