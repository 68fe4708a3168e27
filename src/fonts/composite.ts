/** Outlines that are made of others (OpenType, table glyf). */

const HAVE_WORDS = 0x01;
const HAVE_SCALE = 0x08;
const MORE = 0x20;
const HAVE_TWO_SCALES = 0x40;
const HAVE_MATRIX = 0x80;
const FIRST_PART = 10;

/** Where the numbers of the glyphs stand that an outline is made of, two bytes each; nowhere in one of its own. */
export const partsIn = (outline: Buffer): readonly number[] => {
  // Of a composite one the number of contours is negative.
  if (outline.length === 0 || outline[0]! < 0x80) return [];
  const places: number[] = [];
  for (let at = FIRST_PART, flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & HAVE_WORDS ? 4 : 2);
    at += flags & HAVE_SCALE ? 2 : flags & HAVE_TWO_SCALES ? 4 : flags & HAVE_MATRIX ? 8 : 0;
  }
  return places;
};
