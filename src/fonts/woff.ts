/**
 * WOFF 1 → sfnt. fontkit unpacks a WOFF table anew at every access, which costs seconds a line; unpacked once, the
 * font behaves as a TTF. The result is kept by content.
 */
import { inflateSync } from 'node:zlib';
import { keep, keyOf, recall, whereKept } from '../cache/kept.js';
import { isUnchangedTable } from './checksums.js';
import { bytesOfFile } from './true-type.js';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * The parts of the sfnt that a WOFF 1 file packs (W3C WOFF 1.0, 4–5), one after the other: put together they would take
 * their room twice. Throws where the data is damaged.
 */
const unpackWoff = (path: string): readonly Buffer[] =>
  bytesOfFile(path)((read) => {
    const header = read(0, WOFF_HEADER);
    const count = header.readUInt16BE(12);
    const entries = read(WOFF_HEADER, count * WOFF_ENTRY);
    const sfnt = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
    header.copy(sfnt, 0, 4, 8);
    const log = Math.floor(Math.log2(count));
    sfnt.writeUInt16BE(count, 4);
    sfnt.writeUInt16BE(2 ** log * 16, 6);
    sfnt.writeUInt16BE(log, 8);
    sfnt.writeUInt16BE(count * 16 - 2 ** log * 16, 10);
    const parts: Buffer[] = [sfnt];
    let offset = sfnt.length;
    for (let index = 0; index < count; index++) {
      const from = index * WOFF_ENTRY;
      const [stored, packed, length] = [4, 8, 12].map((at) => entries.readUInt32BE(from + at)) as [
        number,
        number,
        number,
      ];
      const bytes = read(stored, packed);
      // In one piece, with room for a byte more: zlib then sees that it is at the end.
      const table = packed < length ? inflateSync(bytes, { chunkSize: Math.max(64, length + 1) }) : bytes;
      if (table.length !== length) throw new Error('a table has the wrong length');
      const tag = entries.toString('latin1', from, from + 4);
      // Of what is deflated zlib's own checksum has told.
      if (table === bytes && !isUnchangedTable(tag, entries.readUInt32BE(from + 16), table)) {
        throw new Error('a table is not what its checksum says');
      }
      const at = SFNT_HEADER + index * SFNT_ENTRY;
      entries.copy(sfnt, at, from, from + 4);
      entries.copy(sfnt, at + 4, from + 16, from + 20);
      sfnt.writeUInt32BE(offset, at + 8);
      sfnt.writeUInt32BE(length, at + 12);
      const padding = Buffer.alloc(-length & 3);
      parts.push(table, padding);
      offset += length + padding.length;
    }
    return parts;
  });

/** A WOFF 1 file unpacked, kept in `folder` by what tells the font from all others. */
export interface Unpacked {
  /** Where it is kept, to be read by ranges; null where it cannot be kept. */
  place(): string | null;
  /** All of it in memory. */
  whole(): Buffer;
}

/** Nothing is read or unpacked before it is asked for. Both throw where the file is damaged. */
export const unpackedWoff = (path: string, identity: Buffer, folder: string): Unpacked => {
  const key = keyOf('sfnt', identity);
  const place = (): string | null => {
    const kept = whereKept(folder, key);
    if (kept !== null) return kept;
    keep(folder, key, ...unpackWoff(path));
    return whereKept(folder, key);
  };
  return {
    place,
    whole: () => {
      place();
      return recall(folder, key) ?? Buffer.concat(unpackWoff(path));
    },
  };
};
