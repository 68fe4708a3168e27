/** Inks → JPEG that keeps within the limit. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPictureLibrary } from '../cache/library.js';
import { cmykOf, mostOf } from './cmyk.js';
import { withPixels } from './pixels.js';
import { withRoomFor } from './room-for-pixels.js';
import type { Cut } from './separate.js';
import { cmykTiffHead } from './tiff.js';

/** Total ink of a photograph, in per cent. */
export const INK_LIMIT = 220;
/** JPEG adds some points of ink at edges; the limit is set lower by this first. */
const JPEG_MARGIN = 6;
export const QUALITY = 92;

/** A picture separated. */
export interface Inks {
  /** Its pixels from the top, some at a time, four bytes each. */
  strips(): Iterable<Uint8Array>;
  /** Takes colour out of what is above the limit, for good. */
  limit(percent: number): void;
}

/** JPEG of which every pixel, read back, is within the limit. */
export const compress = async (
  inks: Inks,
  { toWidth, toHeight }: Cut,
  folder: string,
): Promise<{ data: Buffer; ink: number }> => {
  const sharp = await openPictureLibrary();
  const jpegOf = async (name: string, optimiseCoding: boolean): Promise<string> => {
    const jpeg = join(folder, `${name}.jpg`);
    await sharp(join(folder, `${name}.tif`), { limitInputPixels: false })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', progressive: false, optimiseCoding })
      .toFile(jpeg);
    return jpeg;
  };
  for (let limit = INK_LIMIT - JPEG_MARGIN; ; ) {
    const name = String(limit);
    inks.limit(limit);
    await writeFile(join(folder, `${name}.tif`), tiffOf(inks, toWidth, toHeight));
    // Shorter codes are found in five times the time, and say the same.
    const tried = await cmykOf(await jpegOf(name, false));
    const ink = await withPixels(tried, folder, name, ({ strips }) => mostOf(strips()));
    if (ink <= INK_LIMIT || limit <= 100) {
      const made = await withRoomFor(toWidth * toHeight, () => jpegOf(name, true));
      return { data: await readFile(made), ink };
    }
    limit -= Math.ceil(ink - INK_LIMIT) + 1;
  }
};

function* tiffOf(inks: Inks, width: number, height: number): Generator<Uint8Array> {
  yield cmykTiffHead(width, height);
  yield* inks.strips();
}
