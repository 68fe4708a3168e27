/** Pages → PDF. Pure in the file's sense: the same pages, facts and pictures give the same bytes, anywhere. */
import type { Piece } from '../cache/pieces.js';
import type { FontSet } from '../fonts/registry.js';
import type { Image } from '../page/types.js';
import { openFile, sheetOf } from './document.js';
import type { PackedSheet } from './painted.js';
import { Resources } from './resources.js';
import type { PdfFacts, Press, PrintPicture } from './types.js';

/** Writes painted pages as one file for the press: a page goes into its own file and into the issue's. */
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
