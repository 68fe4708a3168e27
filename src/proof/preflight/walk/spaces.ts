/** Colour spaces: their names, and what their values put on the plates. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from '../../../pdf-objects/objects.js';
import { type Colour, processColour } from './state.js';

/** The family of a colour space object. */
export const familyOf = (objects: PdfObjects, space: PDFObject | undefined): string =>
  nameOf(space) ?? nameOf(objects.items(space)[0]) ?? 'unknown';

/** How many values a colour of a space has; null where that is not known here. */
export const valuesIn = (objects: PdfObjects, name: string, space: PDFObject | undefined): number | null => {
  const family = space ? familyOf(objects, space) : name;
  if (family === 'DeviceN') return objects.items(objects.items(space)[1]).length;
  return VALUES[family] ?? null;
};

const VALUES: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  DeviceRGB: 3,
  DeviceCMYK: 4,
  Separation: 1,
  Indexed: 1,
};

/** Values in a colour space → colour. `space` is the resource behind a name; undefined for device spaces. */
export const colourOf = (
  objects: PdfObjects,
  name: string,
  space: PDFObject | undefined,
  values: readonly number[],
): Colour => {
  const family = space ? familyOf(objects, space) : name;
  switch (family) {
    case 'DeviceGray':
      return processColour(family, [0, 0, 0, 1 - (values[0] ?? 0)]);
    case 'DeviceCMYK':
      return processColour(
        family,
        [0, 1, 2, 3].map((index) => values[index] ?? 0),
      );
    case 'Separation':
      return separationColour(objects, space, values[0] ?? 1);
    case 'DeviceN':
      return processColour(family, inksOf(objects.items(objects.items(space)[1]).map(nameOf), values));
    default:
      return processColour(family, null);
  }
};

const separationColour = (objects: PdfObjects, space: PDFObject | undefined, tint: number): Colour => {
  const [, name, , transform] = objects.items(space);
  const family = 'Separation';
  if (nameOf(name) === 'All')
    return { space: family, inks: [tint, tint, tint, tint], plates: tint > 0 ? 4 : 0, spot: true };
  const process = inksOf([nameOf(name)], [tint]);
  if (process !== null) return processColour(family, process);
  const [from, to] = [objects.numbers(objects.entry(transform, 'C0')), objects.numbers(objects.entry(transform, 'C1'))];
  const inks =
    from.length === 4 && to.length === 4 ? from.map((start, index) => start + (to[index]! - start) * tint) : null;
  return { space: family, inks, plates: tint > 0 ? 1 : 0, spot: true };
};

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** The process inks of values by the names of what they tint; null where one is another ink. `None` prints nothing. */
const inksOf = (names: readonly (string | undefined)[], values: readonly number[]): readonly number[] | null => {
  const inks = [0, 0, 0, 0];
  for (const [index, name] of names.entries()) {
    const plate = PROCESS.indexOf(name ?? '');
    if (plate < 0 && name !== 'None') return null;
    if (plate >= 0) inks[plate] = values[index] ?? 1;
  }
  return inks;
};
