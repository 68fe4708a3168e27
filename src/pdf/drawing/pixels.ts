/** A drawing as pixels: for the screen, for a page in black, and where the press cannot take it as it is. */
import { openDrawing } from '../../pdf-objects/drawing.js';
import { withPdfium } from '../../pdf-objects/pdfium.js';
import { plainFileOf } from './alone.js';
import { copyDrawing } from './copy.js';

/** Pixels, four bytes each: red, green, blue, and one that says nothing. */
export interface DrawnPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Whether they have no colour. */
  readonly grey: boolean;
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Draws the page of a PDF, as it is cut. Throws where it cannot be read. */
export const drawPixels = async (bytes: Uint8Array): Promise<DrawnPixels> => {
  const drawing = await openDrawing(bytes);
  const { width, height, trimmed } = drawing;
  const file = plainFileOf({ drawing: copyDrawing(drawing), crop: WHOLE }, trimmed);
  const data = await withPdfium(file, async (document) => {
    const drawn = await document.getPage(0).render({ width, height, render: async ({ data }) => data });
    return drawn.data;
  });
  return { width, height, data, grey: isGrey(data) };
};

/** How far red, green and blue of a grey are from each other at most: black ink is shown a little red. */
const CAST = 8;

const isGrey = (pixels: Uint8Array): boolean => {
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > CAST) return false;
  }
  return true;
};
