/** The inks of a picture in a PDF, read from its own pixels. */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Size } from '../../geometry/units.js';
import { digestOf } from '../../pdf/digest.js';
import { asItIs, cmykOf, greysOf, mostOf } from '../../pdf/pictures/cmyk.js';
import { maxInk } from '../../pdf/pictures/ink.js';
import { besideMemory, withPixels } from '../../pdf/pictures/pixels.js';
import { nameOf, type PdfObjects } from '../../pdf-objects/objects.js';
import { faultIn, Unreadable } from '../../pdf-objects/unreadable.js';
import type { PixelGrid } from './ink-map.js';
import type { Remember } from './remember.js';

/** What is held to the limits of a picture. */
export interface PictureInks {
  /** Greatest total ink of any of its pixels, in per cent. */
  readonly most: number;
  /** The pixels that were asked for, row by row: a byte for each plate, 255 full ink; null where none were. */
  readonly sampled: Uint32Array | null;
}

/** What tells how the data of a picture is to be read. */
interface Form {
  readonly width: number;
  readonly height: number;
  readonly space: 'DeviceGray' | 'DeviceCMYK';
  readonly reversed: boolean;
  readonly isJpeg: boolean;
}

/**
 * The inks of a picture, at some of its pixels too where `pixels` says which. To unpack a photograph takes longer than
 * all else on its page, so what was seen in the same data is remembered. Null where it is neither grey nor CMYK of 8
 * bits. Throws where it cannot be read.
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
  const from = ['picture', JSON.stringify(form), digestOf(objects.streams.packed(stream))];
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

/** Formats of pictures that nothing here reads. */
const NOT_READ = new Set(['JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode']);

const formOf = (objects: PdfObjects, image: PDFObject): Form | null => {
  const [width, height] = [objects.number(image, 'Width'), objects.number(image, 'Height')];
  const space = objects.name(image, 'ColorSpace');
  if (!width || !height || !(image instanceof PDFRawStream) || objects.number(image, 'BitsPerComponent') !== 8)
    return null;
  const reversed = objects.numbers(objects.entry(image, 'Decode'))[0] === 1;
  const filter = nameOf(objects.entry(image, 'Filter')) ?? nameOf(objects.list(image, 'Filter').at(-1));
  if (filter !== undefined && NOT_READ.has(filter)) return null;
  const isJpeg = filter === 'DCTDecode';
  return space === 'DeviceCMYK' || space === 'DeviceGray' ? { width, height, space, reversed, isJpeg } : null;
};

/** Throws where it cannot be read; it lies unpacked beside memory meanwhile. */
const seenInJpeg = async (
  { width, height, space, reversed }: Form,
  stream: PDFRawStream,
  grid: PixelGrid,
  objects: PdfObjects,
): Promise<Seen> => {
  const jpeg = objects.streams.encoded(stream);
  const values = space === 'DeviceGray' ? 1 : 4;
  const { channels } = await (await asItIs(jpeg)).metadata();
  if (channels !== values)
    throw new Unreadable(
      `the picture ${objects.nameOf(stream)} has ${channels} values a pixel and says ${values}: place it anew`,
    );
  // Adobe-marked JPEGs hold ink reversed and are read as ink; `Decode` must say so too.
  const isAdobe = Buffer.from(jpeg.subarray(0, 4096)).includes('Adobe');
  const inksIn = (pixels: Uint8Array): Uint8Array =>
    space === 'DeviceGray'
      ? greyInks(pixels, reversed)
      : isAdobe !== reversed
        ? pixels.map((value) => FULL - value)
        : pixels;
  return besideMemory(async (folder) =>
    withPixels(await (space === 'DeviceGray' ? greysOf(jpeg) : cmykOf(jpeg)), folder, 'picture', (pixels) => {
      if (pixels.channels !== values || pixels.width !== width || pixels.height < height)
        throw brokenOff(objects, stream);
      return {
        most: mostOf(inksOfAll(pixels.strips(), inksIn)),
        sampled: sample(grid, (at) => inksIn(pixels.row(at))),
      };
    }),
  );
};

function* inksOfAll(strips: Iterable<Uint8Array>, inksIn: (pixels: Uint8Array) => Uint8Array): Generator<Uint8Array> {
  for (const strip of strips) yield inksIn(strip);
}

/** Greys as what they put on four plates: black alone. */
const greyInks = (greys: Uint8Array, reversed: boolean): Uint8Array => {
  const inks = new Uint8Array(greys.length * 4);
  for (let at = 0; at < greys.length; at++) inks[at * 4 + 3] = reversed ? greys[at]! : FULL - greys[at]!;
  return inks;
};

/** Throws where it cannot be read. */
const seenInSamples = async (
  { width, height, space, reversed }: Form,
  stream: PDFRawStream,
  grid: PixelGrid,
  objects: PdfObjects,
): Promise<Seen> => {
  const wanted = width * height * (space === 'DeviceGray' ? 1 : 4);
  const samples = objects.streams.data(stream);
  if (samples.length < wanted) throw brokenOff(objects, stream);
  const own = samples.subarray(0, wanted);
  const cmyk = space === 'DeviceGray' ? greyInks(own, reversed) : reversed ? own.map((value) => FULL - value) : own;
  return { most: maxInk(cmyk), sampled: sample(grid, (at) => cmyk.subarray(at * width * 4, (at + 1) * width * 4)) };
};

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
