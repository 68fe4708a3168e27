import { describe, expect, it } from 'vitest';
import { limitInk, maxInk } from '../../../src/pdf/pictures/ink.js';

/** A pixel of inks in per cent. */
const pixel = (...inks: readonly number[]): readonly number[] => inks.map((ink) => Math.round(ink * 2.55));

describe('total ink', () => {
  it('is the greatest sum of any pixel', () => {
    expect(
      maxInk(Uint8Array.from([...pixel(20, 0, 0, 0), ...pixel(60, 60, 60, 40), ...pixel(0, 0, 0, 100)])),
    ).toBeCloseTo(220);
    expect(maxInk(new Uint8Array(0))).toBe(0);
  });

  it.each([
    ['cyan', [100, 60, 60, 80]],
    ['magenta', [60, 100, 60, 80]],
    ['yellow', [60, 60, 100, 80]],
  ])('is brought under the limit out of all colours alike, most of them %s; black stays', (_, inks) => {
    const pixels = Uint8Array.from([...pixel(...inks), ...pixel(50, 50, 50, 50)]);
    limitInk(pixels, 220);
    expect(maxInk(pixels)).toBeLessThanOrEqual(220);
    expect(maxInk(pixels)).toBeGreaterThan(218);
    expect(pixels[3]).toBe(204);
    // 140 of 220 are left of the colours.
    for (const [at, ink] of inks.slice(0, 3).entries()) expect(pixels[at]! / 2.55 / ink).toBeCloseTo(140 / 220, 1);
    // A pixel within the limit is left alone.
    expect([...pixels.subarray(4)]).toEqual(pixel(50, 50, 50, 50));
  });

  it('loses all colour where black alone is the limit', () => {
    const pixels = Uint8Array.from(pixel(40, 30, 20, 100));
    limitInk(pixels, 100);
    expect([...pixels]).toEqual([0, 0, 0, 255]);
    // Less than black itself takes: it is kept, and nothing goes below no ink.
    const dark = Uint8Array.from(pixel(40, 30, 20, 100));
    limitInk(dark, 60);
    expect([...dark]).toEqual([0, 0, 0, 255]);
  });
});
