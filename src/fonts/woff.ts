/**
 * WOFF 1 → sfnt. fontkit unpacks a WOFF table anew at every access, which costs seconds a line; unpacked once, the
 * font behaves as a TTF. The result is kept by content.
 */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { keep, keyOf, recall, whereKept } from '../cache/kept.js';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** Unpacks a WOFF 1 file (W3C WOFF 1.0, 4–5). Throws where the data is damaged. */
const unpackWoff = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = WOFF_HEADER + index * WOFF_ENTRY;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const stored = woff.subarray(offset, offset + packed);
    const data = packed < length ? inflateSync(stored) : stored;
    if (data.length !== length) throw new Error('a table has the wrong length');
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
  });
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), SFNT_HEADER + count * SFNT_ENTRY);
  const sfnt = Buffer.alloc(size);
  woff.copy(sfnt, 0, 4, 8);
  const log = Math.floor(Math.log2(count));
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(2 ** log * 16, 6);
  sfnt.writeUInt16BE(log, 8);
  sfnt.writeUInt16BE(count * 16 - 2 ** log * 16, 10);
  let offset = SFNT_HEADER + count * SFNT_ENTRY;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    tag.copy(sfnt, at);
    sfnt.writeUInt32BE(checksum, at + 4);
    sfnt.writeUInt32BE(offset, at + 8);
    sfnt.writeUInt32BE(data.length, at + 12);
    data.copy(sfnt, offset);
    offset += padded(data.length);
  }
  return sfnt;
};

/** A WOFF 1 file unpacked, kept in `folder` by what tells the font from all others. */
export interface Unpacked {
  whole(): Buffer;
  /** Where it is kept, to be read by ranges; null where it is not. */
  place(): string | null;
}

/** As `unpackWoff`; nothing is read or unpacked before it is asked for. */
export const unpackedWoff = (path: string, identity: Buffer, folder: string): Unpacked => {
  const key = keyOf('sfnt', identity);
  return {
    whole: () => {
      const kept = recall(folder, key);
      if (kept !== null) return kept;
      const sfnt = unpackWoff(readFileSync(path));
      keep(folder, key, sfnt);
      return sfnt;
    },
    place: () => whereKept(folder, key),
  };
};
