/** Checks of page boxes and of what lies over the page. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { toMm } from '../../../geometry/units.js';
import { type Box, boxOfPage, rectangleIn } from '../../../pdf-objects/boxes.js';
import { numberOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import type { Findings, PreflightProfile } from '../types.js';

const NEAR_PT = 0.01;
const NEAR_MM = 0.3;

/** What a reader shows or prints of a page, where the file says so: anything less would cut its bleed and marks off. */
const SHOWN = ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'];
const SHOWN_BOXES = ['MediaBox', 'BleedBox'];

/** Checks every page, and that all are of one size, the wanted one. */
export const checkPages = (objects: PdfObjects, profile: PreflightProfile, found: Findings): void => {
  const preferences = objects.entry(objects.trailer.root, 'ViewerPreferences');
  for (const key of SHOWN) {
    const box = objects.name(preferences, key);
    if (box !== undefined && !SHOWN_BOXES.includes(box))
      found.add('boxes', `${key} of ViewerPreferences is ${box}; it must be MediaBox or BleedBox`);
  }
  const trims = new Set<string>();
  for (const [index, page] of objects.pages.entries()) {
    const trim = checkBoxes(objects, page, index + 1, found);
    checkAnnotations(objects, page, index + 1, found);
    if (!trim) continue;
    const [width, height] = [toMm(trim.x1 - trim.x0), toMm(trim.y1 - trim.y0)];
    trims.add(`${width.toFixed(1)}×${height.toFixed(1)} mm`);
    const { trim: wanted } = profile;
    if (wanted && (Math.abs(width - wanted.width) > NEAR_MM || Math.abs(height - wanted.height) > NEAR_MM)) {
      const is = `${width.toFixed(1)}×${height.toFixed(1)}`;
      found.add('boxes', `trimmed to ${is} mm, ${wanted.width}×${wanted.height} wanted`, index + 1);
    }
  }
  if (trims.size > 1) found.add('boxes', `pages of different sizes: ${[...trims].join(', ')}`);
};

/** Returns the trimmed sheet. */
const checkBoxes = (objects: PdfObjects, page: PDFDict, number: number, found: Findings): Box | null => {
  const box = (key: string): Box | null => boxOfPage(objects, page, key);
  const [media, trim, art] = [box('MediaBox'), box('TrimBox'), box('ArtBox')];
  if (!media) found.add('boxes', 'no MediaBox', number);
  if (trim && art) found.add('boxes', 'both TrimBox and ArtBox', number);
  if (objects.entry(page, 'UserUnit') && objects.number(page, 'UserUnit') !== 1) found.add('boxes', 'UserUnit', number);
  if ((numberOf(objects.inherited(page, 'Rotate')) ?? 0) % 360 !== 0) found.add('boxes', 'rotated', number);
  const sheet = trim ?? art;
  if (!sheet || !media) {
    found.add('boxes', 'no TrimBox', number);
    return sheet;
  }
  const crop = box('CropBox');
  const bleed = box('BleedBox') ?? crop ?? media;
  if (!inside(sheet, bleed)) found.add('boxes', 'TrimBox reaches out of BleedBox', number);
  // What a reader shows and many a press program takes over is the CropBox alone.
  if (crop && !inside(sheet, crop)) found.add('boxes', 'CropBox cuts into TrimBox', number);
  if (!inside(bleed, media)) found.add('boxes', 'BleedBox reaches out of MediaBox', number);
  return sheet;
};

const inside = (inner: Box, outer: Box): boolean =>
  inner.x0 >= outer.x0 - NEAR_PT &&
  inner.y0 >= outer.y0 - NEAR_PT &&
  inner.x1 <= outer.x1 + NEAR_PT &&
  inner.y1 <= outer.y1 + NEAR_PT;

const checkAnnotations = (objects: PdfObjects, page: PDFDict, number: number, found: Findings): void => {
  const keys = ['BleedBox', 'TrimBox', 'MediaBox'];
  const sheet = keys.map((key) => boxOfPage(objects, page, key)).find((box) => box !== null);
  for (const note of objects.list(page, 'Annots')) {
    const kind = objects.name(note, 'Subtype') ?? 'annotation';
    if (kind === 'PrinterMark' || kind === 'TrapNet') continue;
    const own = rectangleIn(objects, objects.entry(note, 'Rect'));
    const isBeside =
      sheet && own && (own.x0 >= sheet.x1 || own.x1 <= sheet.x0 || own.y0 >= sheet.y1 || own.y1 <= sheet.y0);
    if (!isBeside) found.add('annotations', `${kind} on the page`, number);
  }
};
