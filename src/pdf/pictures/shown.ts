/** Inks as the press profile shows them, in sRGB: what a screen gets for what the press prints. */
import { openPictureLibrary } from '../../cache/library.js';
import type { Ink } from '../../page/types.js';
import { cmykTiff } from './tiff.js';

/** A colour on the screen, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How each of these inks looks by a press's profile. */
export const shownInks = (inks: readonly Ink[], profile: Uint8Array): Promise<readonly Rgb[]> =>
  shownPixels(Uint8Array.from(inks.flatMap(({ c, m, y, k }) => [c, m, y, k].map(byteOf))), profile);

/** How each pixel of CMYK looks, four bytes each. */
export const shownPixels = async (pixels: Uint8Array, profile: Uint8Array): Promise<readonly Rgb[]> => {
  const count = pixels.length / 4;
  if (count === 0) return [];
  const sharp = await openPictureLibrary();
  // All in one picture of one line.
  const { data, info } = await sharp(cmykTiff(pixels, count, 1, profile))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: count }, (_, pixel) => {
    const at = pixel * info.channels;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  });
};

const byteOf = (share: number): number => Math.round(share * 2.55);
