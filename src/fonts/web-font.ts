/**
 * Some glyphs of a font as a font file for browsers. Browsers ask for characters and pages hold glyphs, so the n-th
 * glyph answers to the n-th character of a private area: what shows is the very glyph that was set.
 */
import type { FontFace } from './face.js';
import { type KitSubset, newKitSubset } from './subset.js';

/** First character of the Basic Multilingual Plane's private use area, and how many it has. */
export const FIRST_CHARACTER = 0xe000;
/** Most glyphs of a part of a font. */
export const MOST_GLYPHS = 6400;

/** What the types of fontkit leave out of its fonts. */
interface RawTables {
  readonly directory: { readonly tables: Readonly<Record<string, { offset: number; length: number }>> };
  readonly stream: { readonly buffer: Uint8Array };
}

type Tables = ReadonlyMap<string, Uint8Array>;

/** A font file with these glyphs, at most `MOST_GLYPHS`; the first answers to `FIRST_CHARACTER`. */
export function webFont({ font, attempt }: FontFace, glyphs: readonly number[]): Uint8Array {
  return attempt(() => fontWith(font, glyphs));
}

function fontWith(font: FontFace['font'], glyphs: readonly number[]): Uint8Array {
  const subset = newKitSubset(font);
  const places = glyphs.map((glyph) => subset.includeGlyph(glyph));
  const encoded = subset.encode();
  const isCff = subset.cff !== undefined;
  const own = isCff ? cffTables(font as unknown as RawTables, subset, encoded, font) : readTables(encoded);
  const tables = new Map([
    ...own,
    ['OS/2', os2(font)],
    ['cmap', cmap(places)],
    ['name', nameTable()],
    ['post', post()],
  ]);
  return writeTables(isCff ? 0x4f54544f : 0x00010000, tables);
}

function readTables(sfnt: Uint8Array): Tables {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.length);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = Buffer.from(sfnt.subarray(at, at + 4)).toString('latin1');
    const offset = view.getUint32(at + 8);
    tables.set(tag, sfnt.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

/** The tables that an OpenType font has round its CFF data; metrics anew for the glyphs that are left. */
function cffTables(raw: RawTables, { glyphs }: KitSubset, cff: Uint8Array, font: FontFace['font']): Tables {
  const copy = (tag: string): Buffer => {
    const { offset, length } = raw.directory.tables[tag]!;
    return Buffer.from(raw.stream.buffer.subarray(offset, offset + length));
  };
  const hhea = copy('hhea');
  hhea.writeUInt16BE(glyphs.length, 34);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  for (const [index, glyph] of glyphs.entries())
    hmtx.writeUInt16BE(Math.round(font.getGlyph(glyph).advanceWidth), index * 4);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt32BE(0x5000, 0);
  maxp.writeUInt16BE(glyphs.length, 4);
  return new Map([
    ['CFF ', cff],
    ['head', copy('head')],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['maxp', maxp],
  ]);
}

/** Format 4 (OpenType, cmap): one segment of characters, each with its glyph from an array. */
function cmap(places: readonly number[]): Uint8Array {
  const length = 16 + 2 * 8 + places.length * 2;
  const table = Buffer.alloc(12 + length);
  for (const [index, value] of [0, 1, 3, 1, 0, 12].entries()) table.writeUInt16BE(value, index * 2);
  const last = FIRST_CHARACTER + places.length - 1;
  // Format, length, language, twice the segments, search fields, ends, pad, starts, deltas, offsets of two segments.
  const words = [4, length, 0, 4, 4, 1, 0, last, 0xffff, 0, FIRST_CHARACTER, 0xffff, 0, 1, 4, 0, ...places];
  for (const [index, value] of words.entries()) table.writeUInt16BE(value, 12 + index * 2);
  return table;
}

function os2(font: FontFace['font']): Uint8Array {
  const table = Buffer.alloc(78);
  table.writeInt16BE(Math.round(font.unitsPerEm), 2);
  table.writeUInt16BE(400, 4);
  table.writeUInt16BE(5, 6);
  table.write('NONE', 58, 'latin1');
  table.writeUInt16BE(0x40, 62);
  table.writeUInt16BE(FIRST_CHARACTER, 64);
  table.writeUInt16BE(FIRST_CHARACTER + MOST_GLYPHS - 1, 66);
  table.writeInt16BE(Math.round(font.ascent), 68);
  table.writeInt16BE(Math.round(font.descent), 70);
  table.writeUInt16BE(Math.round(Math.max(font.ascent, font.bbox.maxY, 0)), 74);
  table.writeUInt16BE(Math.round(Math.max(-font.descent, -font.bbox.minY, 0)), 76);
  return table;
}

/** Family, style, full and PostScript name: some readers want them. */
function nameTable(): Uint8Array {
  const text = Buffer.from('Banxin', 'utf16le').swap16();
  const ids = [1, 2, 4, 6];
  const table = Buffer.alloc(6 + ids.length * 12);
  table.writeUInt16BE(ids.length, 2);
  table.writeUInt16BE(table.length, 4);
  for (const [index, id] of ids.entries()) {
    const at = 6 + index * 12;
    for (const [word, value] of [3, 1, 0x409, id, text.length, 0].entries()) table.writeUInt16BE(value, at + word * 2);
  }
  return Buffer.concat([table, text]);
}

function post(): Uint8Array {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00030000, 0);
  return table;
}

function checksum(data: Uint8Array): number {
  const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
  padded.set(data);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Whole sfnt files sum up to this (OpenType, head). */
const WHOLE = 0xb1b0afba;

function writeTables(version: number, tables: Tables): Uint8Array {
  const sorted = [...tables].filter(([, data]) => data.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const log = Math.floor(Math.log2(sorted.length));
  const header = Buffer.alloc(12 + sorted.length * 16);
  header.writeUInt32BE(version, 0);
  for (const [index, value] of [sorted.length, 2 ** log * 16, log, sorted.length * 16 - 2 ** log * 16].entries()) {
    header.writeUInt16BE(value, 4 + index * 2);
  }
  let offset = header.length;
  const parts: Uint8Array[] = [header];
  for (const [index, [tag, source]] of sorted.entries()) {
    const data = Buffer.from(source);
    if (tag === 'head') data.writeUInt32BE(0, 8);
    const at = 12 + index * 16;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum(data), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    padded.set(data);
    parts.push(padded);
    offset += padded.length;
  }
  const file = Buffer.concat(parts);
  const head = header.indexOf('head', 12, 'latin1');
  file.writeUInt32BE((WHOLE - checksum(file)) >>> 0, header.readUInt32BE(head + 8) + 8);
  return file;
}
