/** Moves a TrueType outline sideways (OpenType specification, table glyf). */

const SHORT = 0x02;
const REPEAT = 0x08;
const SAME_OR_POSITIVE = 0x10;

/**
 * The glyph's data with every point moved by `by` font units: the first point's x is written anew, all others follow
 * from it. Null for composite glyphs, whose outline stands elsewhere.
 */
export const shiftGlyph = (data: Uint8Array, by: number): Uint8Array | null => {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const contours = view.getInt16(0);
  if (contours <= 0) return null;
  const points = view.getUint16(10 + (contours - 1) * 2) + 1;
  const flagsAt = 12 + contours * 2 + view.getUint16(10 + contours * 2);
  const first = data[flagsAt]!;
  const repeats = first & REPEAT ? data[flagsAt + 1]! : 0;
  const xAt = endOfFlags(data, flagsAt, points);
  const xBytes = first & SHORT ? 1 : first & SAME_OR_POSITIVE ? 0 : 2;
  const short = first & SAME_OR_POSITIVE ? data[xAt]! : -data[xAt]!;
  const x = (first & SHORT ? short : xBytes === 2 ? view.getInt16(xAt) : 0) + by;

  const flag = first & ~(SHORT | SAME_OR_POSITIVE | REPEAT);
  const rest = first & ~REPEAT;
  const repeated = repeats > 1 ? [rest | REPEAT, repeats - 1] : repeats === 1 ? [rest] : [];
  const moved = [
    ...data.subarray(0, flagsAt),
    flag,
    ...repeated,
    ...data.subarray(flagsAt + (first & REPEAT ? 2 : 1), xAt),
    (x >> 8) & 0xff,
    x & 0xff,
    ...data.subarray(xAt + xBytes),
  ];
  while (moved.length % 4 !== 0) moved.push(0);
  const result = Uint8Array.from(moved);
  const header = new DataView(result.buffer);
  header.setInt16(2, view.getInt16(2) + by);
  header.setInt16(6, view.getInt16(6) + by);
  return result;
};

const endOfFlags = (data: Uint8Array, from: number, points: number): number => {
  let at = from;
  for (let seen = 0; seen < points; seen++) {
    const flag = data[at++]!;
    if (flag & REPEAT) seen += data[at++]!;
  }
  return at;
};
