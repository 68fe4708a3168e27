/** The glyphs of a font that a document uses, as a font program of their own. */
import type { Font } from 'fontkit';
import { partsIn } from './composite.js';
import { shiftGlyph } from './shift-glyph.js';
import type { TrueType } from './true-type.js';

/** The part of its cell that a glyph is kept as. */
export type Cell = 'whole' | 'left' | 'right';

/** Some glyphs of a font, each at a place of its own, to be embedded. */
export interface Subset {
  readonly isCff: boolean;
  /** How many glyphs there are; the next one's place. */
  readonly count: number;
  /** The glyph's place, which it may have already. */
  include(glyph: number): number;
  /** A further place for a glyph, kept as a part of its cell. */
  append(glyph: number, cell: Cell): number;
  encode(): Uint8Array;
}

/** A subset with the tables that PDF asks for (ISO 32000-1, 9.9): the outlines as they are, composites renumbered. */
export const trueTypeSubset = (font: TrueType): Subset => {
  const glyphs: number[] = [];
  const places = new Map<number, number>();
  const halves = new Map<number, Cell>();
  const include = (glyph: number): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    places.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  include(0);
  return {
    isCff: false,
    get count() {
      return glyphs.length;
    },
    include,
    append: (glyph, cell) => {
      if (cell !== 'whole') halves.set(glyphs.length, cell);
      return glyphs.push(glyph) - 1;
    },
    encode: () => {
      const outlines: Uint8Array[] = [];
      const metrics: number[] = [];
      // Composites bring their parts along while this goes on.
      for (let from = 0; from < glyphs.length; from = outlines.length) {
        for (const { advance, bearing, outline } of font.glyphs(glyphs.slice(from))) {
          const place = outlines.length;
          const whole = renumbered(outline, include);
          const cell = halves.get(place);
          if (cell === undefined) {
            outlines.push(whole);
            metrics.push(advance, bearing);
            continue;
          }
          const half = Math.round(advance / 2);
          const moved = cell === 'right' ? shiftGlyph(whole, -half) : whole;
          if (moved === null) throw new Error(`glyph ${glyphs[place]!} is composite and was to be halved`);
          outlines.push(moved);
          metrics.push(half, bearing - (cell === 'right' ? half : 0));
        }
      }
      return fontOf(font, outlines, metrics);
    },
  };
};

/** A composite outline with its parts' places in the subset (OpenType, table glyf); others as they are. */
const renumbered = (outline: Buffer, include: (glyph: number) => number): Buffer => {
  const parts = partsIn(outline);
  if (parts.length === 0) return outline;
  const copy = Buffer.from(outline);
  for (const at of parts) copy.writeUInt16BE(include(copy.readUInt16BE(at)), at);
  return copy;
};

const fontOf = (font: TrueType, outlines: readonly Uint8Array[], metrics: readonly number[]): Buffer => {
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => Buffer.from(font.table(tag)!)) as Buffer[];
  hhea!.writeUInt16BE(outlines.length, 34);
  maxp!.writeUInt16BE(outlines.length, 4);
  const width = font.longOffsets ? 4 : 2;
  const loca = new DataView(new ArrayBuffer((outlines.length + 1) * width));
  let offset = 0;
  for (let place = 0; place <= outlines.length; place++) {
    if (font.longOffsets) loca.setUint32(place * width, offset);
    else loca.setUint16(place * width, offset / 2);
    offset += outlines[place]?.length ?? 0;
  }
  const hmtx = new DataView(new ArrayBuffer(metrics.length * 2));
  for (let index = 0; index < metrics.length; index++) hmtx.setUint16(index * 2, metrics[index]! & 0xffff);
  const kept = (tag: string): Table => {
    const bytes = font.table(tag);
    return [tag, bytes && [bytes]];
  };
  return sfntOf([
    ['head', [head!]],
    ['hhea', [hhea!]],
    ['loca', [Buffer.from(loca.buffer)]],
    ['maxp', [maxp!]],
    kept('cvt '),
    kept('prep'),
    ['glyf', outlines],
    ['hmtx', [Buffer.from(hmtx.buffer)]],
    kept('fpgm'),
  ]);
};

/** A table's name and its bytes in parts; null where the font has none. */
type Table = readonly [tag: string, parts: readonly Uint8Array[] | null];

/** Tables behind their directory. Checksums stay zero: a PDF's reader has no use for them. */
const sfntOf = (all: readonly Table[]): Buffer => {
  const tables = all.flatMap(([tag, parts]) => (parts === null ? [] : [{ tag, parts }]));
  const exponent = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.write('true', 'latin1');
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(2 ** exponent * 16, 6);
  directory.writeUInt16BE(exponent, 8);
  directory.writeUInt16BE((tables.length - 2 ** exponent) * 16, 10);
  let end = directory.length;
  for (const [index, { tag, parts }] of tables.entries()) {
    const at = 12 + index * 16;
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(end, at + 8);
    directory.writeUInt32BE(length, at + 12);
    end += length;
  }
  // Not `Buffer.concat`: of a thousand outlines it looks at each several times.
  const program = Buffer.allocUnsafe(end);
  program.set(directory);
  let offset = directory.length;
  for (const { parts } of tables) {
    for (const part of parts) {
      program.set(part, offset);
      offset += part.length;
    }
  }
  return program;
};

/** A subset of fontkit's, with what its types leave out. */
export interface KitSubset {
  readonly glyphs: number[];
  readonly cff?: unknown;
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

/** A new, empty subset of fontkit's. */
export const newKitSubset = (font: Font): KitSubset => font.createSubset() as unknown as KitSubset;

/** fontkit's subset, for CFF fonts and collections: their glyphs are kept whole. */
export const kitSubset = (font: Font): Subset => {
  const subset = newKitSubset(font);
  return {
    isCff: subset.cff !== undefined,
    get count() {
      return subset.glyphs.length;
    },
    include: (glyph) => subset.includeGlyph(glyph),
    append: (glyph) => subset.glyphs.push(glyph) - 1,
    encode: () => subset.encode(),
  };
};
