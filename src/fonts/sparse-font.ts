/**
 * A TrueType font for fontkit, of which only what is asked for comes into memory: all tables but the outlines, and these
 * glyph by glyph. A font of 15 MB takes as long to read as a page to make up; its other tables are half a megabyte.
 */
import type { FontBytes } from './true-type.js';

export interface SparseFont {
  /** As long as the font, each table at its place; outlines that were not asked for are zeros. */
  readonly sfnt: Buffer;
  /** Reads the outline of a glyph, and of those it is made of, to its place. */
  outline(glyph: number): void;
}

const HEADER = 12;
const ENTRY = 16;

/** Opens a font that `openTrueType` can read. */
export const openSparse = (bytes: FontBytes): SparseFont => {
  const places = new Map<string, number>();
  const sfnt = bytes((read, length) => {
    // Memory that is never written to is never taken.
    const whole = Buffer.alloc(length);
    const put = (from: number, count: number): void => void read(from, count).copy(whole, from);
    put(0, HEADER);
    const entries = whole.readUInt16BE(4);
    put(HEADER, entries * ENTRY);
    for (let at = HEADER; at < HEADER + entries * ENTRY; at += ENTRY) {
      const tag = whole.toString('latin1', at, at + 4);
      const offset = whole.readUInt32BE(at + 8);
      places.set(tag, offset);
      if (tag !== 'glyf') put(offset, whole.readUInt32BE(at + 12));
    }
    return whole;
  });
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => places.get(tag)!) as [number, number, number];
  const isLong = sfnt.readInt16BE(head + 50) === 1;
  const offsetOf = (glyph: number): number =>
    isLong ? sfnt.readUInt32BE(loca + glyph * 4) : sfnt.readUInt16BE(loca + glyph * 2) * 2;
  const there = new Set<number>();
  const outline = (glyph: number): void => {
    if (there.has(glyph)) return;
    there.add(glyph);
    const from = glyf + offsetOf(glyph);
    const to = glyf + offsetOf(glyph + 1);
    if (from === to) return;
    bytes((read) => read(from, to - from).copy(sfnt, from));
    for (const part of componentsOf(sfnt.subarray(from, to))) outline(part);
  };
  return { sfnt, outline };
};

/** Flags of a component (OpenType `glyf`, composite glyphs). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const COMPOSITE_AT = 10;

/** The glyphs that an outline is made of; none of a simple one. */
const componentsOf = (outline: Buffer): readonly number[] => {
  if (outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = COMPOSITE_AT, flags = MORE; (flags & MORE) !== 0; ) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    at += (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0;
  }
  return parts;
};
