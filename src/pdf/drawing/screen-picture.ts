/** Pictures of a drawing in a screen's colours, as files of their own. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import { openPictureLibrary } from '../../cache/library.js';
import type { PdfObjects } from '../../pdf-objects/objects.js';
import { lastFilterOf, NOT_READ } from '../../pdf-objects/picture.js';
import { asItIs } from '../pictures/cmyk.js';
import type { ToScreen } from './screen-profile.js';

const FULL = 255;

/** A picture in the numbers of sRGB, upright as it stands in the PDF; null where it has not as many pixels as it says, or is of a format that nothing here reads. */
export const screenPicture = async (
  objects: PdfObjects,
  picture: PDFRawStream,
  width: number,
  height: number,
  toScreen: ToScreen | null,
): Promise<Uint8Array | null> => {
  const last = lastFilterOf(objects, picture);
  if (NOT_READ.has(last) || objects.number(picture, 'BitsPerComponent') !== 8) return null;
  try {
    if (last === 'DCTDecode') {
      const jpeg = objects.streams.encoded(picture);
      const is = await (await asItIs(jpeg)).metadata();
      if (is.space !== 'srgb' || is.width !== width || is.height !== height) return null;
      // In a PDF it is not turned, whatever its camera says.
      if (toScreen === null && (is.orientation ?? 1) === 1) return jpeg;
      const sharp = await openPictureLibrary();
      const pixels = await sharp(jpeg, { limitInputPixels: false, ignoreIcc: toScreen !== null })
        .raw()
        .toBuffer();
      return await pngOf(pixels, width, height, toScreen);
    }
    const pixels = objects.streams.data(picture).subarray(0, width * height * 3);
    return await pngOf(pixels, width, height, toScreen);
  } catch {
    // That it is damaged, or breaks off, is told of the drawing as it is.
    return null;
  }
};

const pngOf = async (
  pixels: Uint8Array,
  width: number,
  height: number,
  toScreen: ToScreen | null,
): Promise<Uint8Array> => {
  const sharp = await openPictureLibrary();
  const raw = { width, height, channels: 3 } as const;
  const seen = toScreen === null ? pixels : shown(pixels, toScreen);
  return sharp(seen, { raw, limitInputPixels: false }).png({ compressionLevel: 1 }).toBuffer();
};

/** Pixels in the numbers of sRGB; a picture has far fewer colours than pixels. */
const shown = (pixels: Uint8Array, toScreen: ToScreen): Uint8Array => {
  const seen = new Uint8Array(pixels.length);
  const known = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    const code = (red << 16) | (green << 8) | blue;
    let found = known.get(code);
    if (found === undefined) {
      const [r, g, b] = toScreen([red / FULL, green / FULL, blue / FULL]).map((share) => Math.round(share * FULL));
      found = (r! << 16) | (g! << 8) | b!;
      known.set(code, found);
    }
    seen[at] = found >> 16;
    seen[at + 1] = (found >> 8) & FULL;
    seen[at + 2] = found & FULL;
  }
  return seen;
};
