import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, glyphsIn, stretchesOf, textIn } from '../../src/page/stretches.js';
import type { PlacedGlyph } from '../../src/page/types.js';

const place = fc.double({ min: -1, max: 40, noNaN: true }).map((value) => value + 0);
const glyph: fc.Arbitrary<PlacedGlyph> = fc
  .record({
    face: fc.constantFrom('song', 'hei'),
    id: fc.nat(65_535),
    x: fc.oneof(fc.constant(0), place),
    y: fc.oneof(fc.constant(0), place),
    text: fc.constantFrom('中', '，', 'fi', ''),
    turned: fc.boolean(),
  })
  .map(({ turned, ...upright }) => (turned ? { ...upright, turned } : upright));

describe('a line in stretches', () => {
  it('holds its glyphs as they are, in their order', () => {
    fc.assert(
      fc.property(fc.array(glyph), (glyphs) => {
        const line = stretchesOf(glyphs);
        expect(glyphsIn(line)).toEqual(glyphs);
        expect(textIn(line)).toBe(glyphs.map(({ text }) => text).join(''));
        const ends = glyphs.length === 0 ? null : [glyphs[0]!, glyphs.at(-1)!].map(({ x, y }) => ({ x, y }));
        expect(endsOf(line)).toEqual(ends && { first: ends[0], last: ends[1] });
      }),
    );
  });

  it('begins a new stretch where face, baseline or turn change, and nowhere else', () => {
    const upright = { face: 'song', id: 1, y: 0, text: '字' };
    const line = stretchesOf([
      { ...upright, x: 0 },
      { ...upright, x: 1 },
      { ...upright, x: 2, y: -0.1 },
      { ...upright, x: 3, face: 'hei' },
      { ...upright, x: 3, y: 4, turned: true },
      { ...upright, x: 3, y: 5, turned: true },
    ]);
    expect(line.map(({ along }) => along)).toEqual([[0, 1], [2], [3], [4, 5]]);
  });
});
