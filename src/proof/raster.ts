/** Pages as pictures, drawn by pdfium. */
import sharp from 'sharp';
import { withPdfium } from '../pdf-objects/pdfium.js';

/** A page as pixels. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** RGBA, top row first. */
  readonly pixels: Uint8Array;
}

/** Every page of a PDF at `dpi`. */
export const rasterize = (pdf: Uint8Array, dpi = 100): Promise<Raster[]> =>
  withPdfium(pdf, async (document) => {
    const rasters: Raster[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, render: async ({ data }) => data });
      rasters.push({ width, height, pixels: data });
    }
    return rasters;
  });

/** A raster as a PNG file, without its alpha. */
export const toPng = ({ width, height, pixels }: Raster): Promise<Buffer> =>
  sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
