import { expect, it } from 'vitest';
import { frameOfBox } from '../../src/makeup/box.js';
import type { Area } from '../../src/page/types.js';

/** Rules round a piece: how far their outer and inner edges stand inside it, and that they are alike on all sides. */
const rulesOf = (box: 'rule' | 'double'): readonly (readonly [outer: number, inner: number])[] =>
  frameOfBox(box, 200, 100).map(({ at, item }) => {
    const { size, stroke } = item as Area;
    expect([at.x * 2 + size.width, at.y * 2 + size.height]).toEqual([200, 100]);
    expect(at.x).toBe(at.y);
    return [at.x - stroke!.width / 2, at.x + stroke!.width / 2];
  });

it('a rule lies inside its piece', () => {
  expect(rulesOf('rule')).toEqual([[0, 0.5]]);
});

it('of two rules the thick one stands outside, the thin one inside, white between them', () => {
  const [[outer, thick], [thin, inner]] = rulesOf('double') as [[number, number], [number, number]];
  expect([outer, thick, thin]).toEqual([0, 1.5, 3]);
  expect(inner - thin).toBeCloseTo(0.35);
});

it('a tint fills its piece, and has no rule', () => {
  expect(frameOfBox('tint', 200, 100)).toEqual([
    {
      at: { x: 0, y: 0 },
      item: { kind: 'area', size: { width: 200, height: 100 }, fill: { c: 0, m: 0, y: 0, k: 8 } },
    },
  ]);
});
