/** Palettes and shadings of a drawing whose colours are those of a screen, in inks. */
import type { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import { valuesAt } from '../../pdf-objects/functions.js';
import { nameOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { paletteBytes } from '../../pdf-objects/picture.js';
import { hex2, num } from '../number.js';
import type { CopiedObject } from '../types.js';
import type { InksOf, Rgb } from './screen.js';
import { deviceSpaceOf, inksIn } from './spaces.js';

const FULL = 255;
const byteOf = (share: number): number => Math.round(share * FULL);

/** A palette (Indexed) of a screen's colours as it is written in inks; null for every other space. */
export const paletteInInks = (objects: PdfObjects, space: PDFArray, inksOf: InksOf): string | null => {
  const [family, base, last, lookup] = objects.items(space);
  if (nameOf(family) !== 'Indexed' || deviceSpaceOf(objects, base) !== 'DeviceRGB') return null;
  const own = inksIn(objects, base, inksOf);
  const bytes = paletteBytes(objects, lookup);
  const colours = Array.from({ length: Math.floor(bytes.length / 3) }, (_, colour) => {
    const [red, green, blue] = bytes.subarray(colour * 3, colour * 3 + 3);
    return own([red! / FULL, green! / FULL, blue! / FULL]).map((ink) => hex2(byteOf(ink)));
  });
  return `[ /Indexed /DeviceCMYK ${last} <${colours.flat().join('')}> ]`;
};

/** Along a line and between circles; of others a function of one value does not say all. */
const ALONG = [2, 3];
const STEPS = 256;

/** What of a shading is written anew in inks. */
export interface ShadingInInks {
  readonly background: string | null;
  /** A function of the same domain. */
  readonly colours: CopiedObject;
}

/** A shading that runs through a screen's colours; null for every other object, and where nothing here reads its function. */
export const shadingInInks = (objects: PdfObjects, dict: PDFDict, inksOf: InksOf): ShadingInInks | null => {
  if (!ALONG.includes(objects.number(dict, 'ShadingType') ?? 0)) return null;
  const space = objects.entry(dict, 'ColorSpace');
  if (deviceSpaceOf(objects, space) !== 'DeviceRGB') return null;
  const own = inksIn(objects, space, inksOf);
  const [from = 0, to = 1] = objects.numbers(objects.entry(dict, 'Domain'));
  const found = objects.entry(dict, 'Function');
  const data = new Uint8Array(STEPS * 4);
  for (let step = 0; step < STEPS; step++) {
    const colour = valuesAt(objects, found, from + ((to - from) * step) / (STEPS - 1));
    if (colour?.length !== 3) return null;
    data.set(own(colour as unknown as Rgb).map(byteOf), step * 4);
  }
  const background = objects.numbers(objects.entry(dict, 'Background'));
  const words = [
    `/FunctionType 0 /Domain [ ${num(from, 6)} ${num(to, 6)} ] /Range [ 0 1 0 1 0 1 0 1 ]`,
    `/Size [ ${STEPS} ] /BitsPerSample 8 /Length ${data.length}`,
  ];
  return {
    background:
      background.length === 3
        ? `[ ${own(background as unknown as Rgb)
            .map((ink) => num(ink))
            .join(' ')} ]`
        : null,
    colours: { text: `<< ${words.join(' ')} >>`, data },
  };
};
