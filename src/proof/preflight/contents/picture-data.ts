/** The inks of a picture in a PDF, read from its own pixels. */
import type { PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Size } from '../../../geometry/units.js';
import { digestOf } from '../../../pdf/digest.js';
import { asItIs, cmykOf, greysOf, mostOf } from '../../../pdf/pictures/cmyk.js';
import { maxInk } from '../../../pdf/pictures/ink.js';
import { besideMemory, withPixels } from '../../../pdf/pictures/pixels.js';
import type { PdfObjects } from '../../../pdf-objects/objects.js';
import { faultIn, Unreadable } from '../../../pdf-objects/unreadable.js';
import type { Remember } from '../remember.js';
import type { PixelGrid } from './ink-map.js';
import { formOf, type PictureForm } from './picture-form.js';

/** What is held to the limits of a picture. */
export interface PictureInks {
  /** Greatest total ink of any of its pixels, in per cent. */
  readonly most: number;
  /** The pixels that were asked for, row by row: a byte for each plate, 255 full ink; null where none were. */
  readonly sampled: Uint32Array | null;
}

/**
 * The inks of a picture, at some of its pixels too where `pixels` says which. To unpack a photograph takes longer than
 * all else on its page, so what was seen in the same data is remembered. Null where its values are not of inks that are
 * known. Throws where it cannot be read.
 */
export const pictureInks = async (
  objects: PdfObjects,
  image: PDFObject,
  pixels: ((size: Size) => PixelGrid) | null,
  remember: Remember,
): Promise<PictureInks | null> => {
  const form = formOf(objects, image);
  if (form === null) return null;
  const stream = image as PDFRawStream;
  const { plates, ...rest } = form;
  const from = ['picture', JSON.stringify(rest), plates, digestOf(objects.streams.packed(stream))];
  const see = async (grid: PixelGrid): Promise<Seen> => {
    try {
      return await (form.isJpeg ? seenInJpeg : seenInSamples)(form, stream, grid, objects);
    } catch (cause) {
      throw new Unreadable(faultIn(cause, `the picture ${objects.nameOf(stream)} is damaged: place it anew`));
    }
  };
  if (pixels === null) return remember.value(from, async () => ({ ...(await see(NO_PIXELS)), sampled: null }));
  const grid = pixels(form);
  const seen = await remember.bytes([...from, bytesOf(grid.columns), bytesOf(grid.rows)], async () => {
    const { most, sampled } = await see(grid);
    return Buffer.concat([bytesOf(Float64Array.of(most)), bytesOf(sampled)]);
  });
  const [most] = new Float64Array(seen.buffer, seen.byteOffset, 1);
  return { most: most!, sampled: new Uint32Array(seen.buffer, seen.byteOffset + 8, (seen.length - 8) / 4) };
};

const NO_PIXELS: PixelGrid = { columns: new Int32Array(0), rows: new Int32Array(0) };

/** What was looked at in all pixels. */
type Seen = PictureInks & { readonly sampled: Uint32Array };

/** Throws where it cannot be read; it lies unpacked beside memory meanwhile. */
const seenInJpeg = async (
  form: PictureForm,
  stream: PDFRawStream,
  grid: PixelGrid,
  objects: PdfObjects,
): Promise<Seen> => {
  const { width, height, values } = form;
  const jpeg = objects.streams.encoded(stream);
  const name = objects.nameOf(stream);
  if (!isJpegOfPdf(jpeg))
    throw new Unreadable(`the picture ${name} is a JPEG of a kind that PDF does not know: place it anew`);
  const { channels } = await (await asItIs(jpeg)).metadata();
  if (channels !== values)
    throw new Unreadable(`the picture ${name} has ${channels} values a pixel and says ${values}: place it anew`);
  // The picture library takes four values for inks reversed, as in files by themselves; in a PDF only Decode says so.
  const inksIn = printing(values === 4 ? { ...form, plates: reversed(form.plates) } : form);
  return besideMemory(async (folder) =>
    withPixels(await (values === 1 ? greysOf(jpeg) : cmykOf(jpeg)), folder, 'picture', (pixels) => {
      if (pixels.channels !== values || pixels.width !== width || pixels.height < height)
        throw brokenOff(objects, stream);
      return {
        most: mostOf(inksOfAll(pixels.strips(), inksIn)),
        sampled: sample(grid, (at) => inksIn(pixels.row(at))),
      };
    }),
  );
};

function* inksOfAll(strips: Iterable<Uint8Array>, inksIn: (values: Uint8Array) => Uint8Array): Generator<Uint8Array> {
  for (const strip of strips) yield inksIn(strip);
}

/** What values of a byte each print: a byte for each plate. */
const printing = ({ values, plates }: PictureForm): ((values: Uint8Array) => Uint8Array) => {
  if (values === 1) {
    const cells = new Uint32Array(plates.buffer);
    return (pixels) => {
      const inks = new Uint32Array(pixels.length);
      for (let at = 0; at < pixels.length; at++) inks[at] = cells[pixels[at]!]!;
      return new Uint8Array(inks.buffer);
    };
  }
  // As nearly all photographs are: of what is their own size nothing is made anew.
  if (plates.every((ink, at) => ink === at >> 2)) return (inks) => inks;
  return (inks) => inks.map((value, at) => plates[value * 4 + (at & 3)]!);
};

/** The same for values counted from the other end. */
const reversed = (plates: Uint8Array): Uint8Array => plates.map((_, at) => plates[(FULL - (at >> 2)) * 4 + (at & 3)]!);

/** Throws where it cannot be read. */
const seenInSamples = async (
  form: PictureForm,
  stream: PDFRawStream,
  grid: PixelGrid,
  objects: PdfObjects,
): Promise<Seen> => {
  const { width, height, values, bits } = form;
  const line = Math.ceil((width * values * bits) / 8);
  const samples = objects.streams.data(stream);
  if (samples.length < line * height) throw brokenOff(objects, stream);
  const inksIn = printing(form);
  const row = (at: number): Uint8Array =>
    inksIn(inBytes(samples.subarray(at * line, (at + 1) * line), bits, width * values));
  let most = 0;
  for (let at = 0; at < height; at++) most = Math.max(most, maxInk(row(at)));
  return { most, sampled: sample(grid, row) };
};

/** Values of so many bits as a byte each; of sixteen the upper eight. */
const inBytes = (packed: Uint8Array, bits: number, count: number): Uint8Array => {
  if (bits === 8) return packed;
  if (bits === 16) return Uint8Array.from({ length: count }, (_, at) => packed[at * 2]!);
  const mask = 2 ** bits - 1;
  return Uint8Array.from(
    { length: count },
    (_, at) => (packed[(at * bits) >> 3]! >> (8 - bits - ((at * bits) & 7))) & mask,
  );
};

/**
 * Whether a JPEG is coded as PDF knows it (ISO 32000-1, 7.4.8): baseline, extended or progressive, by Huffman's codes.
 * Arithmetic codes and pictures without loss are JPEG, too, and few programs read them.
 */
const isJpegOfPdf = (jpeg: Uint8Array): boolean => {
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg[at + 2]! * 0x100 + jpeg[at + 3]!) {
    while (jpeg[at + 1] === 0xff) at++;
    const marker = jpeg[at + 1]!;
    if (FRAMES.has(marker)) return marker <= LAST_KNOWN;
  }
  // That it is none is told by who reads it.
  return true;
};

/** Markers that a frame begins with (ISO 10918-1, table B.1), and the last of those that PDF knows. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const LAST_KNOWN = 0xc2;

const brokenOff = (objects: PdfObjects, picture: PDFObject): Unreadable =>
  new Unreadable(`the picture ${objects.nameOf(picture)} breaks off before its last pixel: place it anew`);

const FULL = 255;

/** The pixels of a grid; `line` gives those of a line, four bytes each. */
export const sample = ({ columns, rows }: PixelGrid, line: (at: number) => Uint8Array): Uint32Array => {
  const inks = new Uint32Array(columns.length * rows.length);
  let cell = 0;
  for (const row of rows) {
    const cmyk = line(row);
    for (const column of columns) {
      const at = column * 4;
      inks[cell++] = cmyk[at]! | (cmyk[at + 1]! << 8) | (cmyk[at + 2]! << 16) | (cmyk[at + 3]! << 24);
    }
  }
  return inks;
};

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
