/** Pages → PDF. Pure in the file's sense: the same pages, facts and pictures give the same bytes, anywhere. */
import { type Piece, together } from '../cache/pieces.js';
import type { FontSet } from '../fonts/registry.js';
import type { Image, Page } from '../page/types.js';
import { openFile, sheetOf } from './document.js';
import { type PackedSheet, packSheet, paintSheet } from './painted.js';
import type { Pictures } from './pictures.js';
import { Resources } from './resources.js';
import type { PdfFacts, Press, PrintPicture } from './types.js';

/** Writes pages as one file for the press, in one piece. */
export const writePdf = async (
  pages: readonly Page[],
  facts: PdfFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
): Promise<Uint8Array> => {
  const sheets = pages.map((page) => packSheet(paintSheet(page, facts, fonts)));
  return together(await writeSheets(sheets, facts, fonts, (item) => pictures.get(item), press));
};

/** The same of pages that are painted already: a page goes into its own file and into the issue's. */
export const writeSheets = async (
  sheets: readonly PackedSheet[],
  facts: PdfFacts,
  fonts: FontSet,
  picture: (item: Image) => PrintPicture | null,
  press: Press,
): Promise<readonly Piece[]> => {
  const file = openFile(facts, press);
  const resources = new Resources(file.kit, fonts, picture);
  for (const sheet of sheets) {
    resources.give(file.addPage(sheet.trim, sheetOf(sheet.trim, facts)), sheet, sheet.packed);
  }
  resources.finish();
  return file.finish();
};
