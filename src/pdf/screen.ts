/** The screen edition: the very pages of the print file, in RGB, tagged, with outline, links and article threads. */
import type { FontSet } from '../fonts/registry.js';
import type { Page } from '../page/types.js';
import { PdfCanvas } from './canvas.js';
import { screenColours } from './colour.js';
import { type Deflate, deflateHere } from './deflate.js';
import { openFile, sheetOf } from './document.js';
import { paintFrame } from './paint.js';
import type { Pictures } from './pictures.js';
import { screenInks } from './screen-inks.js';
import { linkPage, nameDestinations, outlinePage } from './screen-links.js';
import { placesOf } from './screen-places.js';
import { ScreenStructure } from './screen-structure.js';
import { Threads } from './screen-threads.js';
import type { Press, ScreenFacts } from './types.js';
import { resourcesOf } from './write.js';

/** Writes pages as one file for readers; `facts.edition` is `screen`. */
export const writeScreenPdf = async (
  pages: readonly Page[],
  facts: ScreenFacts,
  fonts: FontSet,
  pictures: Pictures,
  press: Press,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array> => {
  const file = openFile(facts, press);
  const { kit } = file;
  const colours = screenColours(await screenInks(pages, press));
  const shared = resourcesOf(kit, fonts, (item) => pictures.get(item), colours);
  const places = placesOf(pages);
  const structure = new ScreenStructure(kit);
  const threads = new Threads(kit, places);
  for (const [index, page] of pages.entries()) {
    const sheet = sheetOf(page.frame.size, facts);
    const canvas = new PdfCanvas(file.addPage(page.frame.size, sheet), shared.resources, sheet.origin, structure);
    structure.beginPage(facts.pageName(page.number));
    paintFrame(page.frame, { x: 0, y: 0 }, canvas);
    structure.endPage();
    nameDestinations(kit, index, places);
    linkPage(kit, index, pages, places, facts);
    outlinePage(kit, index, pages, places, facts);
    threads.page(index, page);
    canvas.finish();
  }
  structure.end();
  threads.finish();
  await shared.finish(deflate);
  return file.finish();
};
