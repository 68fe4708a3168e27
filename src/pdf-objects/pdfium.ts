/** pdfium, which draws PDFs as pixels: no system package, the same pixels every time. */
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | null = null;

const openLibrary = async (): Promise<PDFiumLibrary> => {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init();
};

/** Runs `use` on an opened document and closes it, whatever happens. */
export const withPdfium = async <T>(pdf: Uint8Array, use: (document: PDFiumDocument) => T | Promise<T>): Promise<T> => {
  library ??= openLibrary();
  const document = await (await library).loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
};
