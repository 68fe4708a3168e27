/** The pictures of a set of pages, checked and separated once, for as many files as they go into. */
import { cacheFolder, keptOr, keyOf } from '../../cache/kept.js';
import { openPictureLibrary, pictureLibrary } from '../../cache/library.js';
import { warning } from '../../diagnostics/collector.js';
import type { Diagnostic, Outcome } from '../../diagnostics/types.js';
import type { Pt, Size } from '../../geometry/units.js';
import type { Image } from '../../page/types.js';
import { DRAWING_PPI, isPdf } from '../../pdf-objects/is-pdf.js';
import type { PixelSize } from '../drawing/pixels.js';
import { type Judge, prepareDrawing } from '../drawing/prepare.js';
import type { PlacedImage } from '../items.js';
import type { Press, PrintDrawing, PrintPicture, PrintPixels } from '../types.js';
import { INK_LIMIT } from './compress.js';
import { NoRoom } from './pixels.js';
import { type Resolved, resolutionsTold } from './resolution.js';
import { type Cut, separateCached } from './separate.js';
import { type PictureBytes, type PictureSource, pictureFile, placedAt, refused } from './source.js';

/** What the report says of a picture on a page. */
export interface PictureReport {
  readonly file: string;
  readonly page: number;
  /** Effective resolution of the source at its placed size; null of a drawing, which has none. */
  readonly ppi: number | null;
}

/** The pictures of some pages, ready to print. */
export interface Pictures {
  /** Every picture by `keyOfImage`; null where it was refused. */
  readonly byKey: ReadonlyMap<string, PrintPicture | null>;
  /** Null where the picture was refused; a diagnostic says why. */
  get(item: Image): PrintPicture | null;
  readonly reports: readonly PictureReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pixels an inch on newsprint beyond which they are taken away. */
const MOST_PPI = 250;

/** Pixels an inch that a picture of so many pixels has when `shown` of it is printed at `size`. */
export const effectivePpi = (pixels: { width: number; height: number }, crop: Image['crop'], size: Size): number => {
  const along = (count: number, share: number, length: Pt): number => (count * share) / (length / 72);
  return Math.min(along(pixels.width, crop.width, size.width), along(pixels.height, crop.height, size.height));
};

/** Equal keys: one picture, cut and sized alike. */
export const keyOfImage = ({ file, crop, size, black }: Image): string => JSON.stringify([file, crop, size, black]);

/** Prepares the pictures of some pages, each different one once, and says what is wrong with them. */
export const preparePictures = async (
  items: readonly PlacedImage[],
  source: PictureSource,
  press: Press,
  cache: string = cacheFolder('pictures'),
  judge: Judge = TAKES_NONE,
): Promise<Pictures> => {
  const made = new Map<string, PreparedPicture | null>();
  const diagnostics: Diagnostic[] = [];
  const resolved: Resolved[] = [];
  // One at a time: they are large, and the other thread may have its own.
  for (const image of items) {
    const key = keyOfImage(image.item);
    if (!made.has(key)) {
      const { value, diagnostics: told } = await prepare(image.item, source, press, cache, judge);
      made.set(key, value);
      diagnostics.push(...placedAt(source, image, told));
    }
    const picture = made.get(key);
    if (!picture || 'drawing' in picture) continue;
    const { ppi, greyed } = picture;
    resolved.push({ image, ppi });
    diagnostics.push(...placedAt(source, image, coloursOf(image, greyed)));
  }
  diagnostics.push(...resolutionsTold(resolved, source));
  const reports = items.flatMap(({ item, page }): PictureReport[] => {
    const picture = made.get(keyOfImage(item));
    return picture ? [{ file: item.file, page, ppi: 'drawing' in picture ? null : picture.ppi }] : [];
  });
  return { byKey: made, get: (item) => made.get(keyOfImage(item)) ?? null, reports, diagnostics };
};

/** No press was asked. */
const TAKES_NONE: Judge = async () => ({ fits: false, faults: [], remarks: [] });

/** A picture; of one of pixels, whether its colours were taken away. */
type PreparedPicture = PrintDrawing | (PrintPixels & { readonly greyed: boolean });

const prepare = async (
  item: Image,
  source: PictureSource,
  press: Press,
  cache: string,
  judge: Judge,
): Promise<Outcome<PreparedPicture>> => {
  try {
    const picture = await pictureFile(source, item.file);
    const found = await uprightOf(picture, cache);
    const diagnostics: Diagnostic[] = [];
    if (found.drawing === true) {
      const drawing = await prepareDrawing(item, picture, press, cache, judge);
      if (drawing.value !== null) return drawing;
      diagnostics.push(...drawing.diagnostics);
    }
    const upright = found.drawing === true ? drawnAt(found, item) : found;
    const ppi = effectivePpi(upright, item.crop, item.size);
    const cut = { ...cutOf(item, upright, ppi), ...(found.drawing === true ? { drawn: upright } : {}) };
    const { reduced, ...separated } = await separateCached(picture, cut, press, cache);
    if (reduced) {
      const message = `${item.file} came separated, with more than ${INK_LIMIT} % ink; its shadows were reduced.`;
      const hint = 'Give the picture in RGB: it is then separated for this press.';
      diagnostics.push(warning('picture-ink', message, { hint }));
    }
    return { value: { ...separated, ppi }, diagnostics };
  } catch (cause) {
    if (cause instanceof NoRoom) throw cause;
    return { value: null, diagnostics: [refused(item.file, cause)] };
  }
};

/** Pixels of a picture file, upright; kept by its content: asking loads the picture library. */
const uprightOf = async ({ content, read }: PictureBytes, cache: string): Promise<Upright> => {
  const kept = await keptOr(cache, keyOf('upright 1', pictureLibrary(), content), async () => {
    return Buffer.from(JSON.stringify(await measure(await read())));
  });
  return JSON.parse(kept.toString('utf8')) as Upright;
};

/** Pixels of a picture, upright. */
interface Upright {
  readonly width: number;
  readonly height: number;
  /** It is a PDF. */
  readonly drawing?: true;
}

const measure = async (bytes: Uint8Array): Promise<Upright> => {
  if (isPdf(bytes)) {
    const { openDrawing } = await import('../../pdf-objects/drawing.js');
    const { width, height } = await openDrawing(bytes);
    return { width, height, drawing: true };
  }
  const sharp = await openPictureLibrary();
  return (await sharp(bytes, { limitInputPixels: false }).metadata()).autoOrient;
};

/** Pixels of a whole drawing where it prints with as many an inch as it is to have: it is drawn for its place. */
const drawnAt = (own: PixelSize, { crop, size }: Image): PixelSize => {
  const scale = DRAWING_PPI / effectivePpi(own, crop, size);
  return { width: Math.round(own.width * scale), height: Math.round(own.height * scale) };
};

/** Whole pixels of the crop, and how many of them print: at most `most` an inch. */
export const cutOf = (
  { crop, size, black, lettering }: Image,
  upright: { width: number; height: number },
  ppi: number,
  most: number = MOST_PPI,
): Cut => {
  const edge = (share: number, count: number): number => Math.min(Math.max(Math.round(share * count), 0), count);
  const left = Math.min(edge(crop.x, upright.width), upright.width - 1);
  const top = Math.min(edge(crop.y, upright.height), upright.height - 1);
  const width = Math.max(edge(crop.x + crop.width, upright.width) - left, 1);
  const height = Math.max(edge(crop.y + crop.height, upright.height) - top, 1);
  const printed = (length: Pt, count: number): number =>
    ppi > most ? Math.min(Math.ceil((length / 72) * most), count) : count;
  const [toWidth, toHeight] = [printed(size.width, width), printed(size.height, height)];
  return {
    left,
    top,
    width,
    height,
    toWidth,
    toHeight,
    ...(black === true ? { black, ...(lettering === true ? { solid: lettering } : {}) } : {}),
  };
};

/** An advertiser pays for colours. */
const coloursOf = (image: PlacedImage, greyed: boolean): Diagnostic[] => {
  if (!image.advertisement || !greyed) return [];
  const where = `page ${image.page}${image.slot === null ? '' : `, slot “${image.slot}”`}`;
  const message = `${where}: the advertisement ${image.item.file} has colours, and its page is printed in black alone`;
  const hint = 'Put it on a page in colour, or take a picture made for black.';
  return [warning('advertisement-black', message, { hint })];
};
