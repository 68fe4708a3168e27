/** The screen edition: the very pages of the print file, in RGB, tagged, with outline, links and article threads. */
import type { Piece } from '../../cache/pieces.js';
import type { FontSet } from '../../fonts/registry.js';
import type { Page } from '../../page/types.js';
import { PageCanvas } from '../canvas.js';
import { screenColours } from '../colour.js';
import { deflate } from '../deflate.js';
import { openFile, sheetOf } from '../document.js';
import { booksOf } from '../fonts/code-book.js';
import { paintFrame } from '../paint.js';
import type { Pictures } from '../pictures/prepare.js';
import { Resources } from '../resources.js';
import type { Press, ScreenFacts } from '../types.js';
import { screenInks } from './inks.js';
import { linksOf, nameDestinations, outlinePage, storyTitles } from './links.js';
import { placesOf } from './places.js';
import { ScreenStructure } from './structure.js';
import { Threads } from './threads.js';
import { treeOf } from './tree.js';

/** Writes pages as one file for readers; `facts.edition` is `screen`. */
export const writeScreenPdf = async (
  pages: readonly Page[],
  facts: ScreenFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
): Promise<readonly Piece[]> => {
  const file = openFile(facts, press);
  const { kit } = file;
  const colours = screenColours(await screenInks(pages, press));
  const resources = new Resources(kit, fonts, (item) => pictures.get(item), true);
  const palette = { colours, book: booksOf(fonts) };
  const places = placesOf(pages);
  const parts = treeOf(pages, linksOf(pages, places, facts), facts.pageName);
  const structure = new ScreenStructure(kit, parts, places);
  const threads = new Threads(kit, places, storyTitles(parts));
  for (const [index, page] of pages.entries()) {
    const sheet = sheetOf(page.frame.size, facts);
    const kitPage = file.addPage(page.frame.size, sheet);
    const canvas = new PageCanvas(palette, sheet.origin, structure);
    // What pdfkit writes round the contents of elements goes among them.
    kitPage.write = (chunk) => canvas.write(`${chunk}\n`);
    paintFrame(page.frame, { x: 0, y: 0 }, canvas);
    nameDestinations(kit, index, places);
    structure.endPage(index);
    outlinePage(kit, page, parts[index]!, places);
    threads.page(index, page);
    const painted = canvas.painted();
    resources.give(kitPage, painted, deflate(painted.content));
  }
  structure.end();
  threads.finish();
  resources.finish();
  return file.finish();
};
