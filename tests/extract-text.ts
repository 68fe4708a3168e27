/** What a PDF says. */
import { withPdfium } from '../src/pdf-objects/pdfium.js';

/** The text of every page, in the order of its content. */
export const extractText = (pdf: Uint8Array): Promise<string[]> =>
  withPdfium(pdf, (document) => [...document.pages()].map((page) => page.getText()));
