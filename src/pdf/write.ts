/** Pages → PDF. Pure in the file's sense: the same pages, facts and pictures give the same bytes, anywhere. */
import type { FontSet } from '../fonts/registry.js';
import type { Image, Page } from '../page/types.js';
import { booksOf } from './code-book.js';
import { PRESS_COLOURS } from './colour.js';
import { deflate } from './deflate.js';
import { openFile, sheetOf } from './document.js';
import { type PaintedPage, paintPage } from './painted.js';
import type { Pictures } from './pictures.js';
import { Resources } from './resources.js';
import type { PdfFacts, Press } from './types.js';

/** What stands on a page, painted and deflated once for all the files it goes into. */
export interface Painting {
  readonly painted: PaintedPage;
  readonly packed: Promise<Uint8Array>;
}

/** Pages of one edition, painted when they are first asked for; the files they go into may differ in their titles. */
export interface Paintings {
  readonly pictures: Pictures;
  of(page: Page): Painting;
}

export const paintings = (facts: PdfFacts, fonts: FontSet, pictures: Pictures): Paintings => {
  const known = new Map<Page, Painting>();
  const shows = (image: Image): boolean => pictures.get(image) !== null;
  return {
    pictures,
    of: (page) => {
      let painting = known.get(page);
      if (painting === undefined) {
        painting = packing(paintPage(page, facts, fonts, { colours: PRESS_COLOURS, book: booksOf(fonts), shows }));
        known.set(page, painting);
      }
      return painting;
    },
  };
};

const packing = (painted: PaintedPage): Painting => ({
  painted,
  packed: deflate(painted.content),
});

/** Writes pages as one file for the press. */
export const writePdf = async (
  pages: readonly Page[],
  facts: PdfFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
  painted: Paintings = paintings(facts, fonts, pictures),
): Promise<Uint8Array> => {
  const file = openFile(facts, press);
  const resources = new Resources(file.kit, fonts, (item) => pictures.get(item));
  for (const page of pages) {
    let painting = painted.of(page);
    if (!resources.adopts(painting.painted)) {
      // A code stands for something else on a page before: this page gets codes of its own in this file.
      const palette = { colours: PRESS_COLOURS, book: resources.book, shows: resources.shows };
      painting = packing(paintPage(page, facts, fonts, palette));
    }
    const packed = await painting.packed;
    resources.give(file.addPage(page.frame.size, sheetOf(page.frame.size, facts)), painting.painted, packed);
  }
  await resources.finish();
  return file.finish();
};
