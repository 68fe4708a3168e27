import { expect, it } from 'vitest';
import { groundOf } from '../../src/page/ground.js';
import { stretchesOf } from '../../src/page/stretches.js';
import { BLACK, type Glyphs, WHITE } from '../../src/page/types.js';

/** Two characters of 10 pt, the second at x and y from the first, in em. */
const pair = (x: number, y: number, looks: Partial<Glyphs> = { ground: BLACK }): Glyphs => {
  const glyphs = [
    { face: 'hei', id: 1, x: 0, y: 0, text: '导' },
    { face: 'hei', id: 2, x, y, text: '读' },
  ];
  return { kind: 'glyphs', size: 10, ink: WHITE, stretches: stretchesOf(glyphs), ...looks };
};
const edges = (item: Glyphs): readonly number[] => {
  const { at, size } = groundOf(item)!;
  return [at.x, at.y, at.x + size.width, at.y + size.height].map((value) => Math.round(value * 100) / 100);
};

it('reaches half an em past a line’s ends and a little over and under its em box', () => {
  expect(edges(pair(1, 0))).toEqual([-5, -10.4, 25, 2.8]);
  expect(edges(pair(1.5, 0))).toEqual([-5, -10.4, 30, 2.8]);
});
it('stands upright under an upright line', () => {
  expect(edges(pair(0, 1))).toEqual([-1.6, -13.8, 11.6, 16.2]);
});
it('is not under a line that has none, nor under one without glyphs', () => {
  expect(groundOf(pair(1, 0, {}))).toBeNull();
  expect(groundOf({ ...pair(1, 0), stretches: [] })).toBeNull();
});
