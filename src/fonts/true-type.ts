/**
 * A TrueType font read by the byte ranges that are needed: characters, advances, outlines. A font of 15 MB is neither
 * read nor understood as a whole; fontkit is asked for what needs more (shaping, ink, vertical forms).
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A range of a font's bytes. Throws where they are not there. */
export type Read = (offset: number, length: number) => Buffer;

/** A font's bytes, wherever they are; a file is open only while it is used. */
export type FontBytes = <T>(use: (read: Read, length: number) => T) => T;

/** A font's bytes in its file. */
export const bytesOfFile =
  (path: string): FontBytes =>
  (use) => {
    const file = openSync(path, 'r');
    const read: Read = (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      if (readSync(file, bytes, 0, length, offset) !== length) throw new Error('it breaks off');
      return bytes;
    };
    try {
      return use(read, fstatSync(file).size);
    } finally {
      closeSync(file);
    }
  };

/** A font's bytes in memory. */
export const bytesOfBuffer =
  (bytes: Buffer): FontBytes =>
  (use) =>
    use((offset, length) => {
      if (offset + length > bytes.length) throw new Error('it breaks off');
      return bytes.subarray(offset, offset + length);
    }, bytes.length);

/** What a font holds of one glyph. */
export interface GlyphData {
  /** Advance and left bearing in font units. */
  readonly advance: number;
  readonly bearing: number;
  /** Its outline; empty for a blank one. */
  readonly outline: Buffer;
}

/** A TrueType font, read as far as it is asked. */
export interface TrueType {
  readonly unitsPerEm: number;
  /** Whether offsets of outlines are stored whole (and not halved in 16 bits). */
  readonly longOffsets: boolean;
  /** A table's bytes; null where the font has none. */
  table(tag: string): Buffer | null;
  /** Glyph of a code point; 0 where the font lacks it. */
  glyphOf(codePoint: number): number;
  /** Advance in font units. */
  advance(glyph: number): number;
  glyphs(ids: readonly number[]): readonly GlyphData[];
}

/**
 * A font file's length and its directory, which holds a checksum of every table: what tells the font from all others;
 * where those checksums are wrong, it needs the `sum` of fonts.yaml, too. Null where it is no single TrueType font,
 * packed (WOFF 1) or not.
 */
export const identityOf = (
  read: Read,
  length: number,
  sum: string | null,
): { readonly identity: Buffer; readonly isPacked: boolean } | null => {
  const head = read(0, Math.min(WOFF_HEADER, length));
  const tag = head.toString('latin1', 0, 4);
  const isPacked = tag === 'wOFF';
  if (!isPacked && !TRUE_TYPE.includes(tag)) return null;
  const [at, size] = isPacked
    ? [WOFF_HEADER, head.readUInt16BE(12) * WOFF_ENTRY]
    : [HEADER, head.readUInt16BE(4) * ENTRY];
  const told = Buffer.alloc(8);
  told.writeDoubleBE(length);
  return { identity: Buffer.concat([told, head, read(at, size), Buffer.from(sum ?? '')]), isPacked };
};

const HEADER = 12;
const ENTRY = 16;
const TRUE_TYPE = ['\0\x01\0\0', 'true'];
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

/** Where a font's tables stand in its file, by their tags, and the checksums that it gives them. */
export type Directory = ReadonlyMap<string, TablePlace>;

interface TablePlace {
  readonly offset: number;
  readonly length: number;
  /** Of the table's words, unpacked. */
  readonly checksum: number;
}

/** The directory of a font that begins at a byte of its file. */
export const directoryOf = (read: Read, start = 0): Directory =>
  placesIn(read(start + HEADER, read(start, HEADER).readUInt16BE(4) * ENTRY), ENTRY, 8, 4);

/** The directory of a packed font (WOFF 1): each table is as long as it is packed. */
export const packedDirectoryOf = (read: Read): Directory =>
  placesIn(read(WOFF_HEADER, read(0, WOFF_HEADER).readUInt16BE(12) * WOFF_ENTRY), WOFF_ENTRY, 4, 16);

const placesIn = (entries: Buffer, size: number, offsetAt: number, checksumAt: number): Directory => {
  const places = new Map<string, TablePlace>();
  for (let at = 0; at < entries.length; at += size) {
    const [offset, length] = [entries.readUInt32BE(at + offsetAt), entries.readUInt32BE(at + offsetAt + 4)];
    const checksum = entries.readUInt32BE(at + checksumAt);
    places.set(entries.toString('latin1', at, at + 4), { offset, length, checksum });
  }
  return places;
};

/** Null where it is another kind of font (CFF, a collection, variable), or its characters are mapped another way. */
export const openTrueType = (bytes: FontBytes): TrueType | null => {
  const places = bytes((read) => (TRUE_TYPE.includes(read(0, 4).toString('latin1')) ? directoryOf(read) : null));
  if (places === null) return null;
  const needed = ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'glyf', 'cmap'];
  if (places.has('fvar') || !needed.every((tag) => places.has(tag))) return null;

  const tables = new Map<string, Buffer>();
  const table = (tag: string): Buffer | null => {
    const place = places.get(tag);
    if (place === undefined) return null;
    const known = tables.get(tag) ?? bytes((read) => read(place.offset, place.length));
    tables.set(tag, known);
    return known;
  };
  const glyphOf = characterMap(table('cmap')!);
  if (glyphOf === null) return null;
  const head = table('head')!;
  const unitsPerEm = head.readUInt16BE(18);
  if (unitsPerEm < LEAST_UNITS || unitsPerEm > MOST_UNITS) throw new Error('an em of it has no size');
  const longOffsets = head.readInt16BE(50) === 1;
  const metrics = table('hhea')!.readUInt16BE(34);
  const outlinesAt = places.get('glyf')!.offset;
  const offsetOf = (glyph: number): number =>
    longOffsets ? table('loca')!.readUInt32BE(glyph * 4) : table('loca')!.readUInt16BE(glyph * 2) * 2;
  const advance = (glyph: number): number => table('hmtx')!.readUInt16BE(Math.min(glyph, metrics - 1) * 4);
  const bearing = (glyph: number): number =>
    table('hmtx')!.readInt16BE(glyph < metrics ? glyph * 4 + 2 : metrics * 2 + glyph * 2);
  return {
    unitsPerEm,
    longOffsets,
    table,
    glyphOf,
    advance,
    glyphs: (ids) =>
      bytes((read) =>
        ids.map((id) => ({
          advance: advance(id),
          bearing: bearing(id),
          outline: read(outlinesAt + offsetOf(id), offsetOf(id + 1) - offsetOf(id)),
        })),
      ),
  };
};

/** Units that an em may have (OpenType, table head). */
const LEAST_UNITS = 16;
const MOST_UNITS = 16384;

/** Unicode subtables, best first: platform and encoding. */
const UNICODE = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];

/** Code point → glyph (OpenType `cmap`, formats 4 and 12). */
const characterMap = (cmap: Buffer): ((codePoint: number) => number) | null => {
  const subtables = new Map<string, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = 4 + index * 8;
    const kind = `${cmap.readUInt16BE(at)}.${cmap.readUInt16BE(at + 2)}`;
    if (!subtables.has(kind)) subtables.set(kind, cmap.readUInt32BE(at + 4));
  }
  const best = UNICODE.find((kind) => subtables.has(kind));
  if (best === undefined) return null;
  const map = cmap.subarray(subtables.get(best)!);
  const format = map.readUInt16BE(0);
  return format === 12 ? (code) => inGroups(map, code) : format === 4 ? (code) => inSegments(map, code) : null;
};

const inGroups = (map: Buffer, code: number): number => {
  let low = 0;
  let high = map.readUInt32BE(12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = 16 + middle * 12;
    if (code < map.readUInt32BE(at)) high = middle - 1;
    else if (code > map.readUInt32BE(at + 4)) low = middle + 1;
    else return map.readUInt32BE(at + 8) + code - map.readUInt32BE(at);
  }
  return 0;
};

const inSegments = (map: Buffer, code: number): number => {
  const doubled = map.readUInt16BE(6);
  for (let segment = 0; segment < doubled; segment += 2) {
    if (code > map.readUInt16BE(14 + segment)) continue;
    const start = map.readUInt16BE(16 + doubled + segment);
    if (code < start) return 0;
    const delta = map.readUInt16BE(16 + doubled * 2 + segment);
    const rangeAt = 16 + doubled * 3 + segment;
    const range = map.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = map.readUInt16BE(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
};
