/** How the data of a picture is to be read: what its values print (ISO 32000-1, 8.9.5). */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import { lastFilterOf, NOT_READ, paletteBytes } from '../../../pdf-objects/picture.js';
import { colourOf, familyOf, valuesIn } from '../walk/spaces.js';

/** What tells how the data of a picture is to be read. */
export interface PictureForm {
  readonly width: number;
  readonly height: number;
  /** Values of a pixel: its four inks, or one that stands for all of them. */
  readonly values: 1 | 4;
  /** Bits of a value. */
  readonly bits: number;
  readonly isJpeg: boolean;
  /** A byte for each plate, 255 full ink: of one value what it prints; of each of four values what its own plate gets. */
  readonly plates: Uint8Array;
}

/** Values that a table has a place for: of sixteen bits the upper eight count. */
const LEVELS = 256;
const FULL = 255;

/** The form of a picture; null where its values are not of inks that are known. */
export const formOf = (objects: PdfObjects, image: PDFObject): PictureForm | null => {
  const [width, height] = [objects.number(image, 'Width'), objects.number(image, 'Height')];
  const filter = lastFilterOf(objects, image);
  if (!width || !height || !(image instanceof PDFRawStream) || NOT_READ.has(filter)) return null;
  const isJpeg = filter === 'DCTDecode';
  const bits = isJpeg ? 8 : (objects.number(image, 'BitsPerComponent') ?? 8);
  if (![1, 2, 4, 8, 16].includes(bits)) return null;
  const space = objects.entry(image, 'ColorSpace');
  const decode = objects.numbers(objects.entry(image, 'Decode'));
  const [values, plates] =
    familyOf(objects, space) === 'DeviceCMYK'
      ? ([4, inksOfFour(decode, bits)] as const)
      : ([1, inksOfOne(objects, space, decode, bits)] as const);
  return plates && { width, height, values, bits, isJpeg, plates };
};

/** Where a value lies between the ends that Decode gives the values of its place. */
const between = (decode: readonly number[], place: number, last: number, value: number, usual: number): number => {
  const [from = 0, to = usual] = decode.slice(place * 2, place * 2 + 2);
  return from + (value * (to - from)) / last;
};

/** The last value that there is. */
const lastOf = (bits: number): number => Math.min(2 ** bits, LEVELS) - 1;

const byteOf = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * FULL);

const inksOfFour = (decode: readonly number[], bits: number): Uint8Array => {
  const plates = new Uint8Array(4 * LEVELS);
  const last = lastOf(bits);
  for (let at = 0; at < plates.length; at++) {
    plates[at] = byteOf(between(decode, at % 4, last, Math.min(at >> 2, last), 1));
  }
  return plates;
};

/** Null where one value does not stand for inks that are known. */
const inksOfOne = (
  objects: PdfObjects,
  space: PDFObject | undefined,
  decode: readonly number[],
  bits: number,
): Uint8Array | null => {
  if (valuesIn(objects, '', space) !== 1) return null;
  const palette = paletteOf(objects, space);
  const last = lastOf(bits);
  const plates = new Uint8Array(4 * LEVELS);
  for (let value = 0; value <= last; value++) {
    const decoded = between(decode, 0, last, value, palette === null ? 1 : last);
    const inks = (palette ?? ((share) => colourOf(objects, '', space, [share]).inks))(decoded);
    if (inks === null || inks.length !== 4) return null;
    plates.set(inks.map(byteOf), value * 4);
  }
  return plates;
};

/** What the numbers of a palette stand for; null where a space has none. */
const paletteOf = (
  objects: PdfObjects,
  space: PDFObject | undefined,
): ((number: number) => readonly number[] | null) | null => {
  if (familyOf(objects, space) !== 'Indexed') return null;
  const [, base, , lookup] = objects.items(space);
  const values = valuesIn(objects, '', base) ?? 1;
  const colours = paletteBytes(objects, lookup);
  const most = Math.floor(colours.length / values) - 1;
  return (number) => {
    const at = Math.min(Math.max(Math.round(number), 0), most) * values;
    return colourOf(
      objects,
      '',
      base,
      [...colours.subarray(at, at + values)].map((byte) => byte / FULL),
    ).inks;
  };
};
