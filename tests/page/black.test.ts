import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBlack, solidOf, tintOf } from '../../src/page/black.js';
import { BLACK, type Frame, type Ink, WHITE } from '../../src/page/types.js';

const ink = (c: number, m: number, y: number, k = 0): Ink => ({ c, m, y, k });
const share = fc.integer({ min: 0, max: 100 });
const anyInk = fc.record({ c: share, m: share, y: share, k: share });

describe('a surface’s ink as a tint of black', () => {
  it('is as dark as its colours are', () => {
    expect(
      [ink(0, 100, 100), ink(100, 0, 0), ink(0, 0, 100), ink(0, 0, 0, 8), WHITE].map((one) => tintOf(one).k),
    ).toEqual([70, 30, 11, 8, 0]);
  });
  it('is no lighter where there is more ink', () => {
    fc.assert(
      fc.property(anyInk, fc.constantFrom('c', 'm', 'y', 'k'), (one, plate) => {
        const more = { ...one, [plate]: Math.min(100, one[plate] + 10) };
        expect(tintOf(more).k).toBeGreaterThanOrEqual(tintOf(one).k);
        expect(tintOf(more)).toEqual({ ...WHITE, k: tintOf(more).k });
      }),
    );
  });
});

describe('ink of type and rules', () => {
  it('is solid where it was a colour, for a screen would fray it', () => {
    expect([ink(0, 100, 95), ink(100, 0, 0), { ...ink(0, 60, 0), spot: 'gold' }].map(solidOf)).toEqual([
      BLACK,
      BLACK,
      BLACK,
    ]);
  });
  it('is black where it was a spot ink, also of one that black stands in for: no plate is left for it', () => {
    const spot = (k: number): Ink => ({ ...BLACK, k, spot: 'black of the nameplate' });
    expect([spot(100), spot(60), spot(10)].map(solidOf)).toEqual([BLACK, BLACK, WHITE]);
    expect(tintOf(spot(60))).toEqual(ink(0, 0, 0, 60));
  });
  it('is paper where it was as light as only type on a dark ground is, and a tint of black where it was one', () => {
    expect([ink(0, 0, 100), WHITE, ink(0, 0, 0, 40)].map(solidOf)).toEqual([WHITE, WHITE, ink(0, 0, 0, 40)]);
  });
});

it('puts a whole frame in black, whatever stands within what, and moves nothing', () => {
  const red = ink(0, 100, 95);
  const size = { width: 100, height: 50 };
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const frame: Frame = {
    size,
    children: [
      {
        at: { x: 1, y: 2 },
        item: {
          kind: 'group',
          tag: { part: 'masthead' },
          frame: {
            size,
            children: [
              { at: { x: 3, y: 4 }, item: { kind: 'glyphs', size: 10, ink: WHITE, ground: red, stretches: [] } },
              { at: { x: 5, y: 6 }, item: { kind: 'rule', to: { x: 9, y: 0 }, width: 1, ink: red } },
              { at: { x: 7, y: 8 }, item: { kind: 'image', file: 'x', size, crop, alt: '' } },
              { at: { x: 2, y: 1 }, item: { kind: 'squares', side: 2, rows: ['10', '01'], ink: red } },
              { at: { x: 0, y: 0 }, item: { kind: 'area', size, fill: red, stroke: { width: 1, ink: red } } },
            ],
          },
        },
      },
    ],
  };
  const text = JSON.stringify(inBlack(frame));
  const grey = JSON.stringify({ ...WHITE, k: 69 });
  expect(text).toBe(
    JSON.stringify(frame)
      .replace(`"ground":${JSON.stringify(red)}`, `"ground":${grey}`)
      .replace(`"fill":${JSON.stringify(red)}`, `"fill":${grey}`)
      .replaceAll(JSON.stringify(red), JSON.stringify(BLACK))
      .replace('"alt":""', '"alt":"","black":true'),
  );
});
