/** The pictures of the screen edition: upright, cropped, in sRGB, no more pixels than a screen shows. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Page } from '../../page/types.js';
import { isPdf } from '../../pdf-objects/is-pdf.js';
import { imagesOf, type PlacedImage } from '../items.js';
import { openPicture } from '../pictures/opened.js';
import { besideMemory, NoRoom } from '../pictures/pixels.js';
import { cutOf, effectivePpi, keyOfImage, type PictureReport, type Pictures } from '../pictures/prepare.js';
import { cutOut } from '../pictures/separate.js';
import { solidOf } from '../pictures/solid.js';
import { type PictureSource, pictureFile, placedAt, refused } from '../pictures/source.js';
import type { PrintPixels } from '../types.js';

const PPI = 150;
/** Drawings have fine lines, and letters. */
const PPI_OF_DRAWINGS = 300;
const QUALITY = 82;

/** Every picture of the pages. One that cannot be read is left out and named. */
export const screenPictures = async (pages: readonly Page[], source: PictureSource): Promise<Pictures> => {
  const made = new Map<string, PrintPixels | null>();
  const diagnostics: Diagnostic[] = [];
  const reports: PictureReport[] = [];
  for (const page of pages) {
    for (const image of imagesOf(page)) {
      const { item } = image;
      const key = keyOfImage(item);
      if (!made.has(key)) made.set(key, await prepare(image, source, diagnostics));
      const picture = made.get(key);
      if (picture) reports.push({ file: item.file, page: page.number, ppi: picture.ppi });
    }
  }
  return { byKey: made, get: (item) => made.get(keyOfImage(item)) ?? null, reports, diagnostics };
};

const prepare = async (
  image: PlacedImage,
  source: PictureSource,
  diagnostics: Diagnostic[],
): Promise<PrintPixels | null> => {
  const { item } = image;
  try {
    const bytes = await (await pictureFile(source, item.file)).read();
    return await besideMemory(async (folder) => {
      const { upright, open } = await openPicture(bytes, folder);
      const ppi = effectivePpi(upright, item.crop, item.size);
      const cut = cutOf(item, upright, ppi, isPdf(bytes) ? PPI_OF_DRAWINGS : PPI);
      const shown = cutOut(open(), cut).toColourspace(item.black === true ? 'b-w' : 'srgb');
      const data = await (cut.solid === true ? await solidOf(shown) : shown).jpeg({ quality: QUALITY }).toBuffer();
      const space = item.black === true ? 'DeviceGray' : 'DeviceRGB';
      return { data, width: cut.toWidth, height: cut.toHeight, space, inverted: false, maxInk: 0, ppi };
    });
  } catch (cause) {
    if (cause instanceof NoRoom) throw cause;
    diagnostics.push(...placedAt(source, image, [refused(item.file, cause)]));
    return null;
  }
};
