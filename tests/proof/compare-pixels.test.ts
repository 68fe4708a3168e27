import { describe, expect, it } from 'vitest';
import { comparePixels } from '../../src/proof/compare-pixels.js';
import type { Raster } from '../../src/proof/raster.js';

const white = (width = 100, height = 80): Raster => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 4).fill(255),
});

const dot = (raster: Raster, x: number, y: number, channel: number, value: number): void => {
  raster.pixels[(y * raster.width + x) * 4 + channel] = value;
};
const half = (x: number): string => (x < 50 ? 'left' : 'right');

describe('comparePixels', () => {
  it('finds nothing between equals', () => {
    expect(comparePixels(white(), white(), half)).toBeNull();
  });

  it.each([0, 1, 2, 3])('sees one step in one pixel of channel %i', (channel) => {
    const after = white();
    dot(after, 99, 79, channel, 254);
    const areas = [{ name: 'right', x: 99, y: 79, width: 1, height: 1 }];
    expect(comparePixels(white(), after, half)).toEqual({ pixels: 1, most: 1, areas });
  });

  it('boxes what lies together, and keeps two stories and two places apart', () => {
    const after = white();
    for (const [x, y] of [
      [10, 10],
      [22, 20],
      [48, 10],
      [51, 10],
      [10, 75],
    ] as const) {
      dot(after, x, y, 1, 0);
    }
    expect(comparePixels(white(), after, half)?.areas).toEqual([
      { name: 'left', x: 10, y: 10, width: 13, height: 11 },
      { name: 'left', x: 48, y: 10, width: 1, height: 1 },
      { name: 'right', x: 51, y: 10, width: 1, height: 1 },
      { name: 'left', x: 10, y: 75, width: 1, height: 1 },
    ]);
  });

  it('reads pixels that do not begin on a word', () => {
    const { width, height, pixels } = white();
    const shifted = new Uint8Array(pixels.length + 1).fill(255).subarray(1);
    expect(comparePixels({ width, height, pixels: shifted }, white(), half)).toBeNull();
  });
});
