import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeBook } from '../../../src/pdf/fonts/code-book.js';
import { fonts } from '../pages.js';

const face = fonts.face(fonts.glyph('song', 0x4e00).face);
const han = (character: string): number => face.glyphOf(character.codePointAt(0)!);

const asked = fc.array(
  fc.record({
    glyph: fc.constantFrom(0, 1, han('永'), han('，')),
    said: fc.constantFrom('永', '，', '', 'fi'),
    cell: fc.constantFrom('whole' as const, 'left' as const),
  }),
  { maxLength: 40 },
);

describe('a code book', () => {
  it('gives every pair of glyph and text one code, and every code one pair', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const book = new CodeBook(face);
        const codes = all.map(({ glyph, said, cell }) => book.coded(glyph, said, cell).code);
        expect(all.map(({ glyph, said, cell }) => book.coded(glyph, said, cell).code)).toEqual(codes);
        const meaning = new Map(book.entries.map((entry) => [entry.code, entry]));
        for (const [index, one] of all.entries()) {
          expect(codes[index]).toBeGreaterThan(0);
          expect(meaning.get(codes[index]!)).toMatchObject(one);
        }
        expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(meaning.size);
      }),
    );
  });

  it('numbers a glyph alike on every page', () => {
    const [one, other] = [new CodeBook(face), new CodeBook(face)];
    other.coded(han('咸'), '咸', 'whole');
    expect(one.coded(han('永'), '永', 'whole').code).toBe(other.coded(han('永'), '永', 'whole').code);
    expect(one.coded(han('，'), '，', 'left').code).toBe(other.coded(han('，'), '，', 'left').code);
    expect(one.adopt(other.entries)).toBe(true);
    expect(one.entries.map(({ said }) => said).sort()).toEqual(['咸', '永', '，'].sort());
  });

  it('takes nothing of a book where a code means something else', () => {
    const [one, other] = [new CodeBook(face), new CodeBook(face)];
    one.coded(han('一'), '⼀', 'whole');
    other.coded(han('永'), '永', 'whole');
    other.coded(han('一'), '一', 'whole');
    const before = one.entries;
    expect(one.adopt(other.entries)).toBe(false);
    expect(one.entries).toEqual(before);
  });
});
