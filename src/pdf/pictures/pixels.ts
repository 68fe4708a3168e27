/**
 * The pixels of a picture in a file, gone through some at a time. A large picture fills memory several times over
 * while it is made ready, and memory that was used once stays with the process.
 */
import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import type { Sharp } from 'sharp';
import { isAtWork, thisBuild } from '../../cache/at-work.js';

/** A picture's pixels, in a file beside memory. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Of a pixel. */
  readonly channels: number;
  /** All pixels, from the top, some at a time; each strip holds until the next is asked for. */
  strips(): Iterable<Buffer>;
  /** The pixels of a line. */
  row(at: number): Buffer;
  close(): void;
}

/** At most; a strip is of whole pixels. */
const STRIP_BYTES = 12 * 2 ** 14;
/** The library's own format: pixels as they are after a head of fixed length. */
const ENDING = '.v';
const HEAD_BYTES = 64;

/** Thrown where files beside memory cannot be written: the machine's fault, not that of what is worked on. */
export class NoRoom extends Error {
  /** As the system's own faults have it. */
  readonly syscall = 'write';
  readonly folder: string;
  readonly code: string;
  constructor(folder: string, code: string) {
    super(`${code}: ${folder}`);
    this.folder = folder;
    this.code = code;
  }
}

/** A folder for what is too large for memory, while `work` lasts, which reads and writes no other files. */
export const besideMemory = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const above = tmpdir();
  let folder: string | undefined;
  try {
    clearOnce(above);
    folder = mkdtempSync(join(above, `${BESIDE}${thisBuild()}-`));
    return await work(folder);
  } catch (fault) {
    const code = systemFault(fault as NodeJS.ErrnoException);
    throw code === undefined ? fault : new NoRoom(above, code);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
};

const BESIDE = 'banxin-pixels-';

let isCleared = false;

/** Takes away what killed builds have left: a picture's pixels fill a disk soon. */
const clearOnce = (above: string): void => {
  if (isCleared) return;
  isCleared = true;
  for (const name of namesIn(above)) {
    if (!name.startsWith(BESIDE) || isAtWork(name.slice(BESIDE.length), join(above, name))) continue;
    try {
      rmSync(join(above, name), { recursive: true, force: true });
    } catch {
      // Another's, who may.
    }
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // Not to be looked into; whether it may be written shows.
    return [];
  }
};

/** The code of a fault that the system has told; the picture library gives it in words, after its own. */
const systemFault = ({ syscall, code, message }: NodeJS.ErrnoException): string | undefined => {
  if (syscall !== undefined) return code;
  const told = /^(?:system|unix|windows) error: (.*)$/m.exec(message)?.[1]?.toLowerCase();
  if (told === undefined) return undefined;
  return [...getSystemErrorMap().values()].find(([, words]) => words === told)?.[0] ?? 'EIO';
};

/** Puts the pixels of a picture, of so many bytes a channel, into a file of this name in the folder; to be closed. */
const openPixels = async (picture: Sharp, folder: string, name: string, channel: number): Promise<Pixels> => {
  const path = join(folder, name + ENDING);
  const { width, height, channels } = await picture.toFile(path);
  return pixelsIn(openSync(path, 'r'), { width, height, channels }, channels * channel);
};

/** The pixels of a picture, for as long as `work` lasts; eight bits a channel where it is not told otherwise, in bytes. */
export const withPixels = async <T>(
  picture: Sharp,
  folder: string,
  name: string,
  work: (pixels: Pixels) => T | Promise<T>,
  channel = 1,
): Promise<T> => {
  const pixels = await openPixels(picture, folder, name, channel);
  try {
    return await work(pixels);
  } finally {
    pixels.close();
  }
};

/** `pixel`: bytes of one. */
const pixelsIn = (file: number, size: Pick<Pixels, 'width' | 'height' | 'channels'>, pixel: number): Pixels => {
  const { width, height } = size;
  const read = (buffer: Buffer, at: number): Buffer => {
    if (readSync(file, buffer, 0, buffer.length, HEAD_BYTES + at) < buffer.length)
      throw new Error('pixels are missing');
    return buffer;
  };
  return {
    ...size,
    *strips() {
      const bytes = width * height * pixel;
      const strip = Buffer.alloc(Math.min(Math.floor(STRIP_BYTES / pixel) * pixel, bytes));
      for (let at = 0; at < bytes; at += strip.length)
        yield read(strip.subarray(0, Math.min(strip.length, bytes - at)), at);
    },
    row: (at) => read(Buffer.alloc(width * pixel), at * width * pixel),
    close: () => closeSync(file),
  };
};
