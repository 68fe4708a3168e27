/** A drawing as pixels: for the screen, for a page in black, and where the press cannot take it as it is. */
import { openDrawing } from '../../pdf-objects/drawing.js';
import { withPdfium } from '../../pdf-objects/pdfium.js';
import { isGrey } from '../pictures/greys.js';
import { writeRgbTiff } from '../pictures/tiff.js';
import { bandsFileOf } from './alone.js';
import { copyDrawing } from './copy.js';

/** Pixels across and down. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels that are drawn at once: a page of a newspaper has ten times as many, and memory is short. */
const BAND_PIXELS = 1 << 22;

/**
 * Draws the page of a PDF, as it is cut, into a file at `path`, a picture of red, green and blue: in as many pixels as
 * are asked for, else in 300 an inch. Says whether it is without colour. Throws where it cannot be read.
 */
export const drawPixels = async (
  bytes: Uint8Array,
  path: string,
  asked?: PixelSize,
): Promise<PixelSize & { readonly grey: boolean }> => {
  const drawing = await openDrawing(bytes);
  const { width, height } = asked ?? drawing;
  const rows = Math.max(Math.floor(BAND_PIXELS / width), 1);
  const file = bandsFileOf(copyDrawing(drawing), { width, height }, rows);
  let grey = true;
  await withPdfium(file, async (document) => {
    async function* bands(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < height; from += rows) {
        const size = { width, height: Math.min(rows, height - from) };
        const { data } = await document.getPage(from / rows).render({ ...size, render: async ({ data }) => data });
        grey &&= areGrey(data);
        yield withoutFourth(data);
      }
    }
    await writeRgbTiff(path, bands(), width, height);
  });
  return { width, height, grey };
};

/** Of four bytes a pixel the first three. */
const withoutFourth = (pixels: Uint8Array): Uint8Array => {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let at = 0, to = 0; at < pixels.length; at += 4) {
    rgb[to++] = pixels[at]!;
    rgb[to++] = pixels[at + 1]!;
    rgb[to++] = pixels[at + 2]!;
  }
  return rgb;
};

const areGrey = (pixels: Uint8Array): boolean => {
  for (let at = 0; at < pixels.length; at += 4) {
    if (!isGrey(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)) return false;
  }
  return true;
};
