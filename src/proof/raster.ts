/** Pages as pictures and as text, drawn by pdfium: no system package, the same pixels every time. */
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** A page as pixels. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** RGBA, top row first. */
  readonly pixels: Uint8Array;
}

let library: Promise<PDFiumLibrary> | null = null;

/** Runs `use` on an opened document and closes it, whatever happens. */
const withDocument = async <T>(pdf: Uint8Array, use: (document: PDFiumDocument) => T | Promise<T>): Promise<T> => {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
};

/** Every page of a PDF at `dpi`. */
export const rasterize = (pdf: Uint8Array, dpi = 100): Promise<Raster[]> =>
  withDocument(pdf, async (document) => {
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

/** The text of every page, in the order of its content. */
export const extractText = (pdf: Uint8Array): Promise<string[]> =>
  withDocument(pdf, (document) => [...document.pages()].map((page) => page.getText()));
