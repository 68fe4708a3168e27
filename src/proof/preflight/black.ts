/** Pages that are printed in black alone: what on them would want another plate. */
import type { Drawn } from './drawn.js';
import { nameOf, type PdfObjects } from './file.js';
import { familyOf } from './spaces.js';

/** The first thing painted that takes another ink than black, in words; null where nothing does. */
export const firstColoured = (objects: PdfObjects, drawn: readonly Drawn[]): string | null => {
  const first = drawn.find((item) => !isBlack(objects, item));
  return first === undefined ? null : NAMES[first.kind];
};

const NAMES = { text: 'text', line: 'a rule', area: 'an area', image: 'a picture' };

const isBlack = (objects: PdfObjects, item: Drawn): boolean => {
  if (item.kind !== 'image') {
    const { inks, spot } = item.colour;
    return !spot && inks !== null && inks.slice(0, 3).every((share) => share === 0);
  }
  // A mask is painted with the colour of the moment, and one in the contents itself has a colour space of its own there.
  const space = item.image === null ? undefined : objects.entry(item.image, 'ColorSpace');
  const family = familyOf(objects, space);
  return family === 'DeviceGray' || (family === 'Separation' && nameOf(objects.items(space)[1]) === 'Black');
};
