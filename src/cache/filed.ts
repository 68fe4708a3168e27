/** Large data with a few facts about it, kept as files that need not be read to be passed on. */
import { createHash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { keep, SUM_BYTES, sumBegins } from './kept.js';
import { type FiledBytes, readThrough, withFile } from './pieces.js';

/** Data that is kept, with its facts. */
export interface Filed<F> {
  readonly facts: F;
  readonly data: FiledBytes;
}

/** Begins a file, on a line of its own. */
interface Head<F> {
  readonly facts: F;
  readonly sum: number;
  /** In hexadecimal. */
  readonly digest: string;
}

/** Longest line that is looked for. */
const HEAD_BYTES = 4096;

/** Keeps data under `key` with facts such as JSON can hold, which take up less than a page. */
export const keepFiled = <F>(folder: string, key: string, facts: F, data: Uint8Array): void => {
  const digest = createHash('sha256').update(data).digest('hex');
  const head: Head<F> = { facts, sum: crc32(data), digest };
  keep(folder, key, Buffer.from(`${JSON.stringify(head)}\n`), data);
};

/** What is kept under `key`, if it is whole. */
export const recallFiled = <F>(folder: string, key: string): Filed<F> | null => {
  const path = join(folder, key);
  try {
    return withFile(path, 'r', (file) => {
      const end = fstatSync(file).size - SUM_BYTES;
      let sum = sumBegins(key);
      readThrough(file, 0, end, (bytes) => {
        sum = crc32(bytes, sum);
      });
      const read = (from: number, most: number): Buffer => {
        const bytes = Buffer.alloc(most);
        return bytes.subarray(0, readSync(file, bytes, 0, most, from));
      };
      if (read(end, SUM_BYTES).readUInt32BE(0) !== sum) return null;
      const start = read(0, HEAD_BYTES);
      const from = start.indexOf('\n') + 1;
      const head = JSON.parse(start.toString('utf8', 0, from)) as Head<F>;
      const digest = Buffer.from(head.digest, 'hex');
      return { facts: head.facts, data: { path, from, length: end - from, sum: head.sum, digest } };
    });
  } catch {
    return null;
  }
};
