/**
 * Whether a font's tables are what its own checksums say (OpenType, table directory). To sum them takes some 20 ms for a
 * font of 15 MB; what came out is kept until anybody touches the file.
 */
import { fstatSync } from 'node:fs';
import { keep, keyOf, recall } from '../cache/kept.js';
import { readThrough, withFile } from '../cache/pieces.js';
import type { Directory } from './true-type.js';

/** Changes with what is kept. */
const FORM = 'checksums 1';

/** Tables that print. In others, as OS/2, tools change a right or a name and leave the checksum as it was. */
const PRINTING = [
  ...['head', 'hhea', 'maxp', 'hmtx', 'cmap', 'loca', 'glyf', 'CFF ', 'CFF2'],
  ...['cvt ', 'fpgm', 'prep', 'GDEF', 'GSUB', 'GPOS', 'kern'],
];

/**
 * Tags of the tables that differ from their checksums, as far as they bear on what is printed; a table with the checksum
 * 0 has none. Throws where the file cannot be read.
 */
export const changedTables = (path: string, tables: Directory, cacheFolder: string): readonly string[] =>
  withFile(path, 'r', (file) => {
    const { ino, size, mtimeMs, ctimeMs } = fstatSync(file);
    const key = keyOf(FORM, path, JSON.stringify([ino, size, mtimeMs, ctimeMs, [...tables]]));
    const known = recall(cacheFolder, key);
    if (known !== null) return JSON.parse(known.toString('utf8')) as readonly string[];
    const sumAt = (from: number, length: number): number => {
      let sum = 0;
      let done = 0;
      readThrough(file, from, length, (bytes) => {
        sum = addWords(bytes, sum, done);
        done += bytes.length;
      });
      return sum;
    };
    const changed = [...tables].flatMap(([tag, { offset, length, checksum }]) => {
      if (!PRINTING.includes(tag)) return [];
      return isAsSaid(tag, checksum, sumAt(offset, length), () => sumAt(offset + ADJUSTMENT_AT, 4)) ? [] : [tag];
    });
    keep(cacheFolder, key, Buffer.from(JSON.stringify(changed)));
    return changed;
  });

/** Whether a table in memory is what its checksum says, as far as it bears on what is printed. */
export const isUnchangedTable = (tag: string, checksum: number, table: Buffer): boolean =>
  !PRINTING.includes(tag) || isAsSaid(tag, checksum, addWords(table), () => table.readInt32BE(ADJUSTMENT_AT));

/** Where `head` makes up for the sum of the whole file: in its own checksum this word counts as zero, or as it is. */
const ADJUSTMENT_AT = 8;

const isAsSaid = (tag: string, checksum: number, sum: number, adjustment: () => number): boolean => {
  const difference = (sum - checksum) | 0;
  return checksum === 0 || difference === 0 || (tag === 'head' && difference === adjustment());
};

/** Adds up big-endian words of four bytes, in 32 bits with a sign; the first byte is a table's `place`-th. */
const addWords = (bytes: Uint8Array, before = 0, place = 0): number => {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = before;
  let at = 0;
  const addByte = (): void => {
    sum = (sum + (bytes[at]! << (24 - 8 * ((place + at) & 3)))) | 0;
    at += 1;
  };
  while (at < bytes.length && ((place + at) & 3) > 0) addByte();
  for (; at + 4 <= bytes.length; at += 4) sum = (sum + words.getInt32(at)) | 0;
  while (at < bytes.length) addByte();
  return sum;
};
