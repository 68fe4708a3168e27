/** Pages that are printed in black alone: what on them would want another plate. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import type { Drawn } from '../walk/drawn.js';
import { familyOf } from '../walk/spaces.js';
import type { Colour } from '../walk/state.js';

/** The first thing painted that takes another ink than black, in words; null where nothing does. */
export const firstColoured = (objects: PdfObjects, drawn: readonly Drawn[]): string | null => {
  const first = drawn.find((item) => !isBlack(objects, item));
  return first === undefined ? null : NAMES[first.kind];
};

const NAMES = { text: 'text', line: 'a rule', area: 'an area', image: 'a picture' };

const isBlack = (objects: PdfObjects, item: Drawn): boolean => {
  if (item.kind !== 'image') return isBlackColour(item.colour);
  return item.stencil === null ? isBlackSpace(objects, item.space) : isBlackColour(item.stencil);
};

const isBlackColour = ({ inks, spot, steps }: Colour): boolean =>
  steps !== undefined && steps.length > 0
    ? steps.every(isBlackColour)
    : !spot && inks !== null && inks.slice(0, 3).every((share) => share === 0);

/** Whether no value of a space takes another ink. */
const isBlackSpace = (objects: PdfObjects, space: PDFObject | undefined): boolean => {
  const family = familyOf(objects, space);
  if (family === 'Indexed') return isBlackSpace(objects, objects.resolve(objects.items(space)[1]));
  return family === 'DeviceGray' || (family === 'Separation' && nameOf(objects.items(space)[1]) === 'Black');
};
