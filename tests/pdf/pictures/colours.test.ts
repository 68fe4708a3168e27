import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS_A_ROW, coloursOf, withColours } from '../../../src/pdf/pictures/colours.js';

/** Few colours and many pixels, as pictures have them. */
const pixels = fc
  .array(fc.integer({ min: 0, max: 2 ** 24 - 1 }), { minLength: 1, maxLength: 300 })
  .chain((colours) => fc.array(fc.constantFrom(...colours), { minLength: 1, maxLength: 400 }));
const bytesOf = (colours: readonly number[]): number[] =>
  colours.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]);

/** Any four inks for a colour. */
const inksOf = (red: number, green: number, blue: number): number[] => [
  blue,
  green,
  red,
  (red * 31 + green * 7 + blue) & 255,
];

describe('the colours of a picture', () => {
  it('are listed once, and give every pixel its own inks back', () => {
    fc.assert(
      fc.property(pixels, fc.integer({ min: 1, max: 400 }), (picture, length) => {
        const strips: Uint8Array[] = [];
        for (let at = 0; at < picture.length; at += length)
          strips.push(Uint8Array.from(bytesOf(picture.slice(at, at + length))));
        const { rows, spread } = coloursOf(strips);
        const different = [...new Set(picture)].sort((a, b) => a - b);
        expect(rows.length).toBe(Math.ceil(different.length / COLOURS_A_ROW) * COLOURS_A_ROW * 3);
        expect([...rows.subarray(0, different.length * 3)]).toEqual(bytesOf(different));
        const inks = Uint8Array.from(
          Array.from({ length: rows.length / 3 }, (_, at) =>
            inksOf(rows[at * 3]!, rows[at * 3 + 1]!, rows[at * 3 + 2]!),
          ).flat(),
        );
        const given = strips.flatMap((rgb) => [...spread(rgb, inks, new Uint8Array((rgb.length / 3) * 4))]);
        expect(given).toEqual(picture.flatMap((rgb) => inksOf(rgb >> 16, (rgb >> 8) & 255, rgb & 255)));
      }),
    );
  });

  it('are a picture’s own, also where tables were used before and are used beside', async () => {
    const rowsOf = (...colours: number[]): Promise<number[]> =>
      withColours([Uint8Array.from(bytesOf(colours))], async ({ rows }) => [...rows.subarray(0, 6)]);
    const [red, blue] = [0xff0000, 0x0000ff];
    expect(await rowsOf(red, blue)).toEqual(bytesOf([blue, red]));
    expect(await Promise.all([rowsOf(red), rowsOf(blue)])).toEqual([bytesOf([red, 0]), bytesOf([blue, 0])]);
  });
});
