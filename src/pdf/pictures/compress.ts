/** Inks → JPEG that keeps within the limit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPictureLibrary } from '../../cache/library.js';
import { cmykOf, mostOf } from './cmyk.js';
import { withPixels } from './pixels.js';
import type { Cut } from './separate.js';
import { writeCmykTiff } from './tiff.js';

/** Total ink of a photograph, in per cent. */
export const INK_LIMIT = 220;
/** JPEG adds some points of ink at edges; the limit is set lower by this first. */
const JPEG_MARGIN = 6;
/** Quality of a photograph's JPEG. */
export const QUALITY = 92;

/** A picture separated. */
export interface Inks {
  /** Its pixels from the top, some at a time, four bytes each. */
  strips(): Iterable<Uint8Array>;
  /** Takes colour out of what is above the limit, for good. */
  limit(percent: number): void;
}

/**
 * JPEG of which no pixel, read back, has more ink than the limit (where inks of 100 % do not bring that about it is given
 * as it is: `ink` tells). It has the codes that every JPEG may have: codes of its own save four per cent, take five times
 * as long, and the library holds sixteen bytes of each pixel until it has found them.
 */
export const compress = async (
  inks: Inks,
  { toWidth, toHeight }: Cut,
  folder: string,
): Promise<{ data: Buffer; ink: number }> => {
  const sharp = await openPictureLibrary();
  for (let limit = INK_LIMIT - JPEG_MARGIN; ; ) {
    const name = String(limit);
    const [tiff, jpeg] = [join(folder, `${name}.tif`), join(folder, `${name}.jpg`)];
    inks.limit(limit);
    writeCmykTiff(tiff, inks.strips(), toWidth, toHeight);
    await sharp(tiff, { limitInputPixels: false })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', progressive: false, optimiseCoding: false })
      .toFile(jpeg);
    const ink = await withPixels(await cmykOf(jpeg), folder, name, ({ strips }) => mostOf(strips()));
    if (ink <= INK_LIMIT || limit <= 100) return { data: readFileSync(jpeg), ink };
    limit -= Math.ceil(ink - INK_LIMIT) + 1;
  }
};
