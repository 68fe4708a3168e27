/**
 * Bytes of a file in pieces, each where it lies: in memory, or in a file that is kept. What is only passed on is never
 * put together, nor does it come into memory: new memory is dear.
 */
import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Bytes in memory, or a part of a file. */
export type Piece = Uint8Array | FiledBytes;

/** A part of a file. Plain data: it goes from thread to thread, and into files, as it is. */
export interface FiledBytes {
  readonly path: string;
  readonly from: number;
  readonly length: number;
  /** CRC-32, by which it is known again: nobody means to deceive. */
  readonly sum: number;
  /** SHA-256. */
  readonly digest: Uint8Array;
}

/** Memory that was written to before takes bytes several times faster than new memory. */
const ROOM = Buffer.alloc(2 ** 16);

/** Hands out `length` bytes of an open file from `from` on, each time good until the next. Throws where it breaks off. */
export const readThrough = (file: number, from: number, length: number, take: (bytes: Buffer) => void): void => {
  for (let done = 0; done < length; ) {
    const count = readSync(file, ROOM, 0, Math.min(ROOM.length, length - done), from + done);
    if (count === 0) throw new Error('a file breaks off');
    take(count === ROOM.length ? ROOM : ROOM.subarray(0, count));
    done += count;
  }
};

/** What `work` gives of an opened file, which is closed after. */
export const withFile = <T>(path: string, flags: string, work: (file: number) => T): T => {
  const file = openSync(path, flags);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
};

/** Thrown where a kept file is not what it was, or is gone. */
export class ChangedFile extends Error {}

const readWhole = ({ path, from, length, sum }: Omit<FiledBytes, 'digest'>, take: (bytes: Buffer) => void): void => {
  const changed = (): ChangedFile => new ChangedFile(`${path} has changed`);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw changed();
  let found = 0;
  withFile(path, 'r', (file) => {
    if (fstatSync(file).size < from + length) throw changed();
    readThrough(file, from, length, (bytes) => {
      found = crc32(bytes, found);
      take(bytes);
    });
  });
  if (found !== sum) throw changed();
};

/** Whether a part of a file is what it was. */
export const isUnchanged = (filed: Omit<FiledBytes, 'digest'>): boolean => {
  try {
    readWhole(filed, () => undefined);
    return true;
  } catch {
    return false;
  }
};

/** Whether a file is what it was, with nothing behind it. */
export const isUnchangedFile = (file: Omit<FiledBytes, 'digest' | 'from'>): boolean =>
  statSync(file.path, { throwIfNoEntry: false })?.size === file.length && isUnchanged({ ...file, from: 0 });

/** The bytes of a piece. Throws where its file is not what it was. */
export const inMemory = (piece: Piece): Uint8Array => {
  if (piece instanceof Uint8Array) return piece;
  const whole = Buffer.allocUnsafeSlow(piece.length);
  let at = 0;
  readWhole(piece, (bytes) => {
    at += bytes.copy(whole, at);
  });
  return whole;
};

/** Writes pieces as a file, one after the other; its CRC-32. Throws as the file system does. */
export const writePieces = (path: string, pieces: readonly Piece[]): number =>
  withFile(path, 'w', (file) => {
    let sum = 0;
    const write = (bytes: Uint8Array): void => {
      sum = crc32(bytes, sum);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    };
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) write(piece);
      else readWhole(piece, write);
    }
    return sum;
  });
