/**
 * What a font's tables add up to, and whether it is what its own checksums say (OpenType, table directory). To sum them
 * takes some 20 ms for a font of 15 MB; what came out is kept until anybody touches the file.
 */
import { fstatSync } from 'node:fs';
import { keep, keyOf, recall } from '../cache/kept.js';
import { readThrough, withFile } from '../cache/pieces.js';
import type { Directory } from './true-type.js';

/** Changes with what is kept. */
const FORM = 'checksums 2';

/** Tables that print. In others, as OS/2, tools change a right or a name and leave the checksum as it was. */
const PRINTING = [
  ...['head', 'hhea', 'maxp', 'hmtx', 'cmap', 'loca', 'glyf', 'CFF ', 'CFF2'],
  ...['cvt ', 'fpgm', 'prep', 'GDEF', 'GSUB', 'GPOS', 'kern'],
];

/** A font's tables as they are, as far as they bear on what is printed. */
export interface TableSums {
  /** What tells them from any others. A letter comes first: to YAML it is a text, whatever its digits. */
  readonly sum: string;
  /** Tags of those that differ from the font's own checksums; a table with the checksum 0 has none. */
  readonly changed: readonly string[];
}

/** Throws where the file cannot be read. */
export const sumsOfTables = (path: string, tables: Directory, cacheFolder: string): TableSums =>
  withFile(path, 'r', (file) => {
    const { ino, size, mtimeMs, ctimeMs } = fstatSync(file);
    const key = keyOf(FORM, path, JSON.stringify([ino, size, mtimeMs, ctimeMs, [...tables]]));
    const known = recall(cacheFolder, key);
    if (known !== null) return JSON.parse(known.toString('utf8')) as TableSums;
    const sumAt = (from: number, length: number): number => {
      let sum = 0;
      let done = 0;
      readThrough(file, from, length, (bytes) => {
        sum = addWords(bytes, sum, done);
        done += bytes.length;
      });
      return sum;
    };
    const summed = [...tables]
      .filter(([tag]) => PRINTING.includes(tag))
      .map(([tag, place]) => ({ tag, ...place, sum: sumAt(place.offset, place.length) }));
    const sums: TableSums = {
      sum: `x${keyOf(...summed.map(({ tag, length, sum }) => `${tag} ${length} ${sum}`)).slice(0, SUM_DIGITS)}`,
      changed: summed
        .filter(
          ({ tag, offset, checksum, sum }) => !isAsSaid(tag, checksum, sum, () => sumAt(offset + ADJUSTMENT_AT, 4)),
        )
        .map(({ tag }) => tag),
    };
    keep(cacheFolder, key, Buffer.from(JSON.stringify(sums)));
    return sums;
  });

/** Enough for a house's fonts, and soon typed. */
const SUM_DIGITS = 12;

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
