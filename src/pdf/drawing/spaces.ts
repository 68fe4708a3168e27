/**
 * Colour spaces of a drawing that its copy does without. Colours of four inks and greys that come with a profile
 * (ICCBased) print by their numbers, as pictures that are separated already do: what their maker chose as black alone
 * stays black alone, and PDF/X-1a takes no profile but the press's own; so do calibrated greys. Colours of a screen are
 * separated.
 */
import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from '../../pdf-objects/objects.js';
import type { InksOf } from './screen.js';
import { screenOf, type ToScreen } from './screen-profile.js';

/** A space without a profile. */
export type DeviceSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';

/** The space without a profile that stands for another, or is it; null for every other space. */
export const deviceSpaceOf = (objects: PdfObjects, space: PDFObject | undefined): DeviceSpace | null => {
  if (nameOf(space) === 'DeviceRGB') return 'DeviceRGB';
  if (!(space instanceof PDFArray)) return null;
  const [family, profile] = objects.items(space);
  if (nameOf(family) === 'CalGray') return 'DeviceGray';
  if (nameOf(family) === 'CalRGB') return isCalibratedAlike(objects, profile) ? 'DeviceRGB' : null;
  if (nameOf(family) !== 'ICCBased') return null;
  switch (objects.number(profile, 'N')) {
    case 1:
      return 'DeviceGray';
    case 3:
      return screen(objects, profile!) === undefined ? null : 'DeviceRGB';
    case 4:
      return 'DeviceCMYK';
    default:
      return null;
  }
};

/** What the numbers of a screen other than sRGB look like on one; null of sRGB itself, and of every other space. */
export const toScreenOf = (objects: PdfObjects, space: PDFObject | undefined): ToScreen | null => {
  const [family, profile] = objects.items(space);
  return nameOf(family) === 'ICCBased' && objects.number(profile, 'N') === 3
    ? (screen(objects, profile!) ?? null)
    : null;
};

/** Inks for the numbers of a space, where those of sRGB are known. */
export const inksIn = (objects: PdfObjects, space: PDFObject | undefined, inksOf: InksOf): InksOf => {
  const toScreen = toScreenOf(objects, space);
  return toScreen === null ? inksOf : (colour) => inksOf(toScreen(colour));
};

const screen = (objects: PdfObjects, profile: PDFObject): ToScreen | null | undefined =>
  objects.streams.faultOf(profile) === null ? screenOf(objects.streams.data(profile)) : undefined;

/** What Distiller and Ghostscript write for sRGB: its lights (XYZ, for a white of D65), and a power near its own curve. */
const LIGHTS = [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505];
const [NEAR, LEAST_POWER, MOST_POWER] = [0.01, 2.1, 2.3];

const isCalibratedAlike = (objects: PdfObjects, dict: PDFObject | undefined): boolean => {
  const matrix = objects.numbers(objects.entry(dict, 'Matrix'));
  const powers = objects.numbers(objects.entry(dict, 'Gamma'));
  return (
    matrix.length === LIGHTS.length &&
    LIGHTS.every((value, index) => Math.abs(matrix[index]! - value) < NEAR) &&
    powers.length === 3 &&
    powers.every((power) => power > LEAST_POWER && power < MOST_POWER)
  );
};
