/**
 * A kept file too large to be read for what is only passed on: it is looked through in small pieces, and parts of it
 * are read or copied. It stays what it was, also where another build keeps something else under its name meanwhile.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { inPieces } from './in-pieces.js';
import { SUM_BYTES } from './kept.js';

/** A part of a kept file. */
export interface KeptBytes {
  /** Writes it as a file of its own. Throws as the file system does. */
  copyTo(path: string): void;
}

export interface KeptFile {
  /** Its first bytes, or as many as there are. */
  start(length: number): Buffer;
  read(from: number, length: number): Buffer;
  part(from: number, length: number): KeptBytes;
  close(): void;
}

/** What is kept under `key`, if it is whole. It must be closed. */
export const openKept = (folder: string, key: string): KeptFile | null => {
  let file: number;
  try {
    file = openSync(join(folder, key), 'r');
  } catch {
    return null;
  }
  const close = (): void => closeSync(file);
  try {
    const length = fstatSync(file).size - SUM_BYTES;
    let sum = 0;
    if (length < 0) throw new Error('a kept file breaks off');
    inPieces(file, 0, length, (piece) => {
      sum = crc32(piece, sum);
    });
    const read = (from: number, count: number): Buffer => {
      const bytes = Buffer.allocUnsafeSlow(count);
      if (readSync(file, bytes, 0, count, from) !== count) throw new Error('a kept file breaks off');
      return bytes;
    };
    if (read(length, SUM_BYTES).readUInt32BE(0) !== sum) throw new Error('a kept file is damaged');
    const part = (from: number, count: number): KeptBytes => ({
      copyTo: (path) => {
        const copy = openSync(path, 'w');
        try {
          inPieces(file, from, count, (piece) => writeSync(copy, piece));
        } finally {
          closeSync(copy);
        }
      },
    });
    return { start: (count) => read(0, Math.min(count, length)), read, part, close };
  } catch {
    close();
    return null;
  }
};
