/**
 * What a font's tables add up to, and whether it is what its own checksums say (OpenType, table directory). To sum them
 * takes some 20 ms for a font of 15 MB; what came out is kept until anybody touches the file.
 */
import { statSync } from 'node:fs';
import { keep, keyOf, recall } from '../cache/kept.js';
import { readThrough, withFile } from '../cache/pieces.js';
import type { FontFile } from './files.js';
import type { Directory } from './true-type.js';

/** Changes with what is kept. */
const FORM = 'checksums 3';

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

/** What the tables of font files add up to, as it was found before where nobody has touched them since. */
export interface KeptSums {
  /** Throws where the file cannot be read. */
  of(file: FontFile, tables: Directory): TableSums;
  /** Keeps what was found. */
  keep(): void;
}

/** All that is known of fonts' sums, in one file of `folder`: of each font file as it was when it was last looked into. */
export const keptSums = (folder: string): KeptSums => {
  const found = new Map<string, Found>();
  const known = new Map(readKept(folder));
  return {
    of: ({ path, member }, tables) => {
      const name = `${path}#${member ?? ''}`;
      const { ino, size, mtimeMs, ctimeMs } = statSync(path);
      const state = keyOf(JSON.stringify([ino, size, mtimeMs, ctimeMs, [...tables]]));
      const before = found.get(name) ?? known.get(name);
      if (before?.state === state) return before;
      const sums = { state, ...sumsOfTables(path, tables) };
      found.set(name, sums);
      return sums;
    },
    keep: () => {
      if (found.size === 0) return;
      // Another build may have kept others since.
      const all = new Map([...readKept(folder), ...found]);
      keep(folder, KEY, Buffer.from(JSON.stringify([...all])));
    },
  };
};

/** Sums of a font, and what tells the file that they were found in from what it is when anybody has touched it. */
interface Found extends TableSums {
  readonly state: string;
}

const KEY = keyOf(FORM);

const readKept = (folder: string): readonly (readonly [name: string, found: Found])[] => {
  const kept = recall(folder, KEY);
  return kept === null ? [] : JSON.parse(kept.toString('utf8'));
};

const sumsOfTables = (path: string, tables: Directory): TableSums =>
  withFile(path, 'r', (file) => {
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
    return {
      sum: `x${keyOf(...summed.map(({ tag, length, sum }) => `${tag} ${length} ${sum}`)).slice(0, SUM_DIGITS)}`,
      changed: summed
        .filter(
          ({ tag, offset, checksum, sum }) => !isAsSaid(tag, checksum, sum, () => sumAt(offset + ADJUSTMENT_AT, 4)),
        )
        .map(({ tag }) => tag),
    };
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
