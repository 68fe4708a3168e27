/**
 * A TrueType font for fontkit, of which only what is asked for comes into memory: all tables but the outlines, and these
 * glyph by glyph. A font of 15 MB takes as long to read as a page to make up; its other tables are half a megabyte.
 */
import { partsIn } from './composite.js';
import { directoryOf, type FontBytes } from './true-type.js';

/** A font in which only some outlines are. */
export interface SparseFont {
  /** As long as the font, each table at its place; outlines that were not asked for are zeros. */
  readonly sfnt: Buffer;
  /** Reads the outline of a glyph, and of those it is made of, to its place. */
  outline(glyph: number): void;
}

/** Opens a font that `openTrueType` can read. */
export const openSparse = (bytes: FontBytes): SparseFont => {
  const { sfnt, places } = bytes((read, length) => {
    const places = directoryOf(read);
    // Memory that is never written to is never taken.
    const sfnt = Buffer.alloc(length);
    const put = (from: number, to: number): void => void read(from, to - from).copy(sfnt, from);
    put(0, Math.min(...[...places.values()].map(({ offset }) => offset)));
    for (const [tag, { offset, length: own }] of places) if (tag !== 'glyf') put(offset, offset + own);
    return { sfnt, places };
  });
  const at = (tag: string): number => places.get(tag)!.offset;
  const isLong = sfnt.readInt16BE(at('head') + 50) === 1;
  const offsetOf = (glyph: number): number =>
    at('glyf') + (isLong ? sfnt.readUInt32BE(at('loca') + glyph * 4) : sfnt.readUInt16BE(at('loca') + glyph * 2) * 2);
  const there = new Set<number>();
  const outline = (glyph: number): void => {
    if (there.has(glyph)) return;
    there.add(glyph);
    const from = offsetOf(glyph);
    const own = bytes((read) => read(from, offsetOf(glyph + 1) - from));
    own.copy(sfnt, from);
    for (const part of partsIn(own)) outline(own.readUInt16BE(part));
  };
  return { sfnt, outline };
};
