import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { openShelf } from '../../src/fonts/shelf.js';
import { trueTypeSubset } from '../../src/fonts/subset.js';
import type { TrueType } from '../../src/fonts/true-type.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-shelf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const IDENTITY = Buffer.from('a font');

/** A font of four glyphs that counts how often it is opened. */
const font = (): { opened: number; open: () => TrueType } => {
  const counted = {
    opened: 0,
    open: (): TrueType => {
      counted.opened++;
      const head = Buffer.alloc(54);
      head.writeUInt16BE(1000, 18);
      return {
        unitsPerEm: 1000,
        longOffsets: false,
        table: (tag) => (tag === 'prep' ? null : tag === 'head' ? head : Buffer.alloc(40, tag)),
        glyphOf: (code) => (code >= 0x4e00 && code < 0x4e04 ? code - 0x4e00 : 0),
        advance: (glyph) => 1000 + glyph,
        glyphs: (ids) => ids.map((id) => ({ advance: 1000 + id, bearing: 10 - id, outline: Buffer.alloc(id * 4, id) })),
      };
    },
  };
  return counted;
};

const ask = (shelf: TrueType, codes: readonly number[]): unknown =>
  codes.map((code) => {
    const glyph = shelf.glyphOf(code);
    const { advance, bearing, outline } = shelf.glyphs([glyph])[0]!;
    expect(shelf.advance(glyph)).toBe(advance);
    return [glyph, advance, bearing, outline.toString('hex')];
  });

describe('a shelf', () => {
  it('gives what the font gives, and opens it only for what it has not', () => {
    const codes = [0x4e01, 0x4e03, 0x20, 0x4e02];
    const plain = ask(font().open(), codes);
    const first = font();
    const shelf = openShelf(IDENTITY, folder, first.open)!;
    expect(ask(shelf, codes.slice(0, 3))).toEqual((plain as unknown[]).slice(0, 3));
    shelf.keep();
    const second = font();
    const again = openShelf(IDENTITY, folder, second.open)!;
    expect(ask(again, codes.slice(0, 3))).toEqual((plain as unknown[]).slice(0, 3));
    expect(again.table('maxp')).toEqual(shelf.table('maxp'));
    expect(again.table('prep')).toBeNull();
    expect([again.unitsPerEm, again.longOffsets]).toEqual([1000, false]);
    expect(second.opened).toBe(0);
    expect(ask(again, codes)).toEqual(plain);
    expect(second.opened).toBe(1);
    again.keep();
    expect(ask(openShelf(IDENTITY, folder, () => null)!, codes)).toEqual(plain);
  });

  it('keeps what two threads took, whichever keeps last', () => {
    const [one, other] = [
      openShelf(IDENTITY, join(folder, 'two'), font().open)!,
      openShelf(IDENTITY, join(folder, 'two'), font().open)!,
    ];
    ask(one, [0x4e01]);
    ask(other, [0x4e02]);
    one.keep();
    other.keep();
    const both = openShelf(IDENTITY, join(folder, 'two'), () => null)!;
    expect(ask(both, [0x4e01, 0x4e02])).toEqual(ask(font().open(), [0x4e01, 0x4e02]));
  });

  it('is made anew where it is damaged, and there is none for another font', () => {
    const own = join(folder, 'damaged');
    const { open } = font();
    const shelf = openShelf(IDENTITY, own, open)!;
    ask(shelf, [0x4e02]);
    shelf.keep();
    const [name] = readdirSync(own);
    const bytes = readFileSync(join(own, name!));
    bytes[20]! ^= 1;
    writeFileSync(join(own, name!), bytes);
    const anew = font();
    expect(ask(openShelf(IDENTITY, own, anew.open)!, [0x4e02])).toEqual(ask(open(), [0x4e02]));
    expect(anew.opened).toBe(1);
    expect(openShelf(Buffer.from('a font of CFF'), own, () => null)).toBeNull();
  });
});

describe('a real font on its shelf', () => {
  it('is embedded byte for byte as from its file, packed or not', async () => {
    const cache = join(folder, 'real');
    const subsetOf = async (role: string): Promise<Buffer> => {
      const set = (await loadFonts(DEFAULT_FONTS, cache)).value!;
      const face = set.face(set.glyph(role, 0x41).face);
      const subset = face.subset();
      for (const character of '咸宁日报éÅ½，') subset.include(face.glyphOf(character.codePointAt(0)!));
      const encoded = Buffer.from(subset.encode());
      set.keep();
      return encoded;
    };
    for (const role of ['song', 'kai']) {
      const first = await subsetOf(role);
      expect((await subsetOf(role)).equals(first), role).toBe(true);
    }
    expect(trueTypeSubset(font().open()).count).toBe(1);
  });
});
