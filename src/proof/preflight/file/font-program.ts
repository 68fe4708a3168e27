/** Font programs in a PDF: whether they can be opened at all. Their outlines are not looked into. */
import { Unreadable } from '../../../pdf-objects/unreadable.js';

/** How wide the glyphs of a font program are. */
export interface Advances {
  readonly count: number;
  /** A glyph's advance, in thousandths of the size. */
  of(glyph: number): number;
  /** Glyphs whose advance is further from a width than `near`. */
  otherThan(width: number, near: number): number[];
  /** Whether a glyph has no outline and no advance: what a subset leaves out of its font, and keeps the number of. */
  isLeftOut(glyph: number): boolean;
}

/** The kinds of program, by the key that a font descriptor has them under (ISO 32000-1, table 126). */
export const PROGRAMS = ['FontFile', 'FontFile2', 'FontFile3'] as const;

/**
 * Opens a program; gives the advances of a TrueType one, of others null. Throws where it is none: an `Unreadable`, or
 * the view's own error where something is said to stand beyond its end.
 */
export const openFontProgram = (
  kind: (typeof PROGRAMS)[number],
  subtype: string | undefined,
  data: Uint8Array,
): Advances | null => {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  if (kind === 'FontFile2') return advancesIn(view, tablesIn(view));
  if (kind === 'FontFile3') {
    const cff = subtype === 'OpenType' ? tablesIn(view).get('CFF ') : { at: 0, length: data.length };
    if (cff) openCff(new DataView(data.buffer, data.byteOffset + cff.at, cff.length));
  } else if (view.getUint8(0) !== PFB && view.getUint16(0) !== PERCENT_BANG)
    throw new Unreadable('the program is no Type 1 font');
  return null;
};

/** How a Type 1 program begins: as a file of sections, or with `%!`. */
const PFB = 0x80;
const PERCENT_BANG = 0x2521;

interface Table {
  readonly at: number;
  readonly length: number;
}

/** 1.0, `true` and `OTTO`. */
const SFNT = new Set([0x00010000, 0x74727565, 0x4f54544f]);

/** The tables of a TrueType or OpenType font, by their tags. */
const tablesIn = (view: DataView): ReadonlyMap<string, Table> => {
  if (!SFNT.has(view.getUint32(0))) throw new Unreadable('the program is no font');
  const tables = new Map<string, Table>();
  for (let index = 0, entry = 12; index < view.getUint16(4); index++, entry += 16) {
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
    const table = { at: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
    if (table.at + table.length > view.byteLength)
      throw new Unreadable(`the program breaks off within its table “${tag}”`);
    tables.set(tag, table);
  }
  return tables;
};

const HEAD_MAGIC = 0x5f0f3cf5;

/** The advances that tables head, hhea, maxp and hmtx give; those of the outlines must be there, too. */
const advancesIn = (view: DataView, tables: ReadonlyMap<string, Table>): Advances => {
  const table = (tag: string): Table => {
    const found = tables.get(tag);
    if (found === undefined) throw new Unreadable(`the program lacks the table “${tag}”`);
    return found;
  };
  const [head, hhea, maxp, hmtx, loca, glyf] = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'].map(table) as [
    ...Table[],
  ];
  if (view.getUint32(head!.at + 12) !== HEAD_MAGIC) throw new Unreadable('the program has a damaged table “head”');
  const perEm = view.getUint16(head!.at + 18);
  const count = view.getUint16(maxp!.at + 4);
  const long = view.getUint16(hhea!.at + 34);
  if (perEm === 0 || long === 0 || long > count || long * 4 + (count - long) * 2 > hmtx!.length)
    throw new Unreadable('the program has fewer advances than glyphs');
  const isLong = view.getUint16(head!.at + 50) === 1;
  if ((count + 1) * (isLong ? 4 : 2) > loca!.length) throw new Unreadable('the program has fewer outlines than glyphs');
  const outline = (glyph: number): number =>
    isLong ? view.getUint32(loca!.at + glyph * 4) : view.getUint16(loca!.at + glyph * 2) * 2;
  if (outline(count) > glyf!.length) throw new Unreadable('the program breaks off within its outlines');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + hmtx!.at, hmtx!.length);
  const of = (glyph: number): number => {
    const at = Math.min(glyph, long - 1) * 4;
    return (((bytes[at]! << 8) | bytes[at + 1]!) / perEm) * 1000;
  };
  const otherThan = (width: number, near: number): number[] => {
    const [least, most] = [((width - near) * perEm) / 1000, ((width + near) * perEm) / 1000];
    const others: number[] = [];
    // A page's fonts have thousands of glyphs.
    for (let glyph = 0, at = 0; glyph < long; glyph++, at += 4) {
      const advance = (bytes[at]! << 8) | bytes[at + 1]!;
      if (advance < least || advance > most) others.push(glyph);
    }
    if (others.at(-1) === long - 1) for (let glyph = long; glyph < count; glyph++) others.push(glyph);
    return others;
  };
  const isLeftOut = (glyph: number): boolean =>
    glyph < count && of(glyph) === 0 && outline(glyph) === outline(glyph + 1);
  return { count, of, otherThan, isLeftOut };
};

/** CharStrings, in a CFF font's Top DICT. */
const CHAR_STRINGS = 17;

/** Follows a CFF font (Adobe Technical Note 5176) to its outlines. */
const openCff = (view: DataView): void => {
  if (view.getUint8(0) !== 1) throw new Unreadable('the program is no CFF font');
  const names = indexAt(view, view.getUint8(2));
  const tops = indexAt(view, names.end);
  // Strings and subroutines.
  indexAt(view, indexAt(view, tops.end).end);
  const outlines = numberFor(CHAR_STRINGS, view, tops.first, tops.second);
  if (tops.count === 0 || outlines === undefined) throw new Unreadable('the program is a CFF font without outlines');
  if (indexAt(view, outlines).count === 0) throw new Unreadable('the program is a CFF font without glyphs');
};

/** An INDEX: how many it holds, where the first one begins and ends, and where all of it ends. */
const indexAt = (view: DataView, at: number): { count: number; first: number; second: number; end: number } => {
  const count = view.getUint16(at);
  if (count === 0) return { count, first: at + 2, second: at + 2, end: at + 2 };
  const size = view.getUint8(at + 2);
  const base = at + 2 + (count + 1) * size;
  const offset = (index: number): number => {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + view.getUint8(at + 3 + index * size + byte);
    return base + value;
  };
  const [first, second, end] = [offset(0), offset(1), offset(count)];
  if (size < 1 || size > 4 || first !== base + 1 || second < first || end < second || end > view.byteLength)
    throw new Unreadable('the program is a CFF font whose parts break off');
  return { count, first, second, end };
};

/** The whole number that a DICT has for an operator; undefined where it has none. */
const numberFor = (operator: number, view: DataView, from: number, to: number): number | undefined => {
  let last: number | undefined;
  for (let at = from; at < to; ) {
    const byte = view.getUint8(at);
    if (byte === operator) return last;
    if (byte >= 32 && byte <= 246) [last, at] = [byte - 139, at + 1];
    else if (byte >= 247 && byte <= 250) [last, at] = [(byte - 247) * 256 + view.getUint8(at + 1) + 108, at + 2];
    else if (byte >= 251 && byte <= 254) [last, at] = [-(byte - 251) * 256 - view.getUint8(at + 1) - 108, at + 2];
    else if (byte === 28) [last, at] = [view.getInt16(at + 1), at + 3];
    else if (byte === 29) [last, at] = [view.getInt32(at + 1), at + 5];
    else if (byte === 30) at = realEnd(view, at + 1);
    else at += byte === 12 ? 2 : 1;
  }
  return undefined;
};

/** Behind a real number, which ends with half a byte of ones. */
const realEnd = (view: DataView, from: number): number => {
  let at = from;
  while ((view.getUint8(at) & 0xf) !== 0xf && view.getUint8(at) >> 4 !== 0xf) at++;
  return at + 1;
};
