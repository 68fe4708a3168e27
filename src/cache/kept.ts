/**
 * Things that are dear to make and follow from their key alone, kept as files. A file carries the checksum of its key
 * and its own bytes: damaged, half-written or mistaken ones are made anew, silently. A cache that cannot be written costs time only.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { readThrough, withFile } from './pieces.js';
import { projectRoot } from './project.js';

/** The program's own cache folder, for what is shared by all issues; `BANXIN_CACHE` puts it elsewhere. */
export const cacheFolder = (name: string): string =>
  join(process.env.BANXIN_CACHE || join(projectRoot, '.cache'), name);

/** Bytes of the checksum at the end of a kept file. Damage is found by it: nobody means to deceive. */
export const SUM_BYTES = 4;
/** What the checksum begins with: a file that comes to stand under another's name is not what was kept there. */
export const sumBegins = (key: string): number => crc32(key);
const sumOf = (key: string, ...parts: readonly Uint8Array[]): Buffer => {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32BE(parts.reduce((before, part) => crc32(part, before), sumBegins(key)));
  return sum;
};

/** Hash of everything that a result depends on, for its key. */
export const keyOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex');
};

/** `keyOf` of all bytes of a file, which need not be in memory together. Throws where it cannot be read. */
export const keyOfFile = (path: string): string =>
  withFile(path, 'r', (file) => {
    const length = fstatSync(file).size;
    const hash = createHash('sha256').update(`${length}\n`);
    readThrough(file, 0, length, (bytes) => hash.update(bytes));
    return hash.digest('hex');
  });

/** What is kept under `key`, if it is whole. */
export const recall = (folder: string, key: string): Buffer | null => {
  try {
    const kept = readFileSync(join(folder, key));
    const data = kept.subarray(0, -SUM_BYTES);
    return kept.length >= SUM_BYTES && sumOf(key, data).equals(kept.subarray(-SUM_BYTES)) ? data : null;
  } catch {
    return null;
  }
};

/** The file that is kept under `key`, if it is whole: what it holds is followed by its checksum. */
export const whereKept = (folder: string, key: string): string | null => {
  const path = join(folder, key);
  try {
    return withFile(path, 'r', (file) => {
      const length = fstatSync(file).size - SUM_BYTES;
      const told = Buffer.alloc(SUM_BYTES);
      let sum = sumBegins(key);
      readThrough(file, 0, length, (bytes) => {
        sum = crc32(bytes, sum);
      });
      readSync(file, told, 0, SUM_BYTES, length);
      return told.readUInt32BE(0) === sum ? path : null;
    });
  } catch {
    return null;
  }
};

/** Keeps `parts`, one after the other, under `key`. */
export const keep = (folder: string, key: string, ...parts: readonly Uint8Array[]): void => {
  // Not put together before: what is large is dear to copy.
  appear(folder, key, (unfinished) =>
    withFile(unfinished, 'wx', (file) => {
      for (const part of [...parts, sumOf(key, ...parts)]) writeFileSync(file, part);
    }),
  );
};

/**
 * Writes a file of a folder, which is made where it is not there. It appears by rename, so that others see all of it or
 * nothing. Gives what `write` gives; null where it cannot be written, of which nothing stays then.
 */
export const appear = <T>(folder: string, name: string, write: (unfinished: string) => T): T | null => {
  const unfinished = join(folder, `${name}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    const written = write(unfinished);
    renameSync(unfinished, join(folder, name));
    return written;
  } catch {
    // A part of it would only fill the disk.
    remove(unfinished);
    return null;
  }
};

/** Takes a file away, if it is there and we may. */
export const remove = (path: string): void => {
  try {
    rmSync(path);
  } catch {
    // It is not there, or nobody may.
  }
};

/** What is kept under `key`; made and kept where it is not. */
export const keptOr = async (folder: string, key: string, make: () => Promise<Uint8Array>): Promise<Buffer> => {
  const known = recall(folder, key);
  if (known) return known;
  const made = await make();
  keep(folder, key, made);
  return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
};

/** In names, before what tells one of the files that are kept together. */
export const PART = '.';

/** Leaves the `most` files of a folder that were kept last, each with its parts. */
export const forgetOldest = (folder: string, most: number): void => {
  try {
    const groups = new Map<string, string[]>();
    for (const name of readdirSync(folder)) {
      const [key] = name.split(PART, 1);
      const group = groups.get(key!);
      if (group === undefined) groups.set(key!, [name]);
      else group.push(name);
    }
    if (groups.size <= most) return;
    const keptAt = (name: string): number => statSync(join(folder, name)).mtimeMs;
    const ages = [...groups.values()].map((names) => ({ names, age: Math.max(...names.map(keptAt)) }));
    const forgotten = ages.sort((a, b) => b.age - a.age).slice(most);
    for (const name of forgotten.flatMap(({ names }) => names)) rmSync(join(folder, name));
  } catch {
    // Another build forgets them at this moment, or nobody may.
  }
};
