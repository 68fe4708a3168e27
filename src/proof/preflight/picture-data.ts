/** The inks of a picture in a PDF, read from its own pixels. */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Size } from '../../geometry/units.js';
import { maxInk } from '../../pdf/ink.js';
import { cmykPixels } from '../../pdf/separate.js';
import { nameOf, type PdfObjects } from './file.js';
import type { PixelGrid } from './ink-map.js';
import type { Remember } from './remember.js';

/** What is held to the limits of a picture. */
export interface PictureInks {
  /** Greatest total ink of any of its pixels, in per cent. */
  readonly most: number;
  /** The pixels that were asked for, row by row: a byte for each plate, 255 full ink. */
  readonly sampled: Uint32Array;
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
 * The inks of a picture at some of its pixels: `pixels` says which. To unpack a photograph takes longer than all else on
 * its page, so what was seen in the same data is remembered. Null where it is neither grey nor CMYK of 8 bits, or cannot
 * be read.
 */
export const pictureInks = async (
  objects: PdfObjects,
  image: PDFObject,
  pixels: (size: Size) => PixelGrid,
  remember: Remember,
): Promise<PictureInks | null> => {
  const form = formOf(objects, image);
  if (form === null) return null;
  const stream = image as PDFRawStream;
  const grid = pixels(form);
  const from = ['picture', JSON.stringify(form), bytesOf(grid.columns), bytesOf(grid.rows), stream.getContents()];
  try {
    const { most, sampled } = await remember(from, async () => {
      const cmyk = await unpacked(form, stream, () => objects.streams.data(stream));
      return { most: maxInk(cmyk), sampled: Buffer.from(bytesOf(sample(cmyk, form.width, grid))).toString('base64') };
    });
    return { most, sampled: new Uint32Array(Uint8Array.from(Buffer.from(sampled, 'base64')).buffer) };
  } catch {
    return null;
  }
};

const formOf = (objects: PdfObjects, image: PDFObject): Form | null => {
  const [width, height] = [objects.number(image, 'Width'), objects.number(image, 'Height')];
  const space = objects.name(image, 'ColorSpace');
  if (!width || !height || !(image instanceof PDFRawStream) || objects.number(image, 'BitsPerComponent') !== 8)
    return null;
  const reversed = objects.numbers(objects.entry(image, 'Decode'))[0] === 1;
  const filter = nameOf(objects.entry(image, 'Filter')) ?? nameOf(objects.list(image, 'Filter')[0]);
  const isJpeg = filter === 'DCTDecode';
  if (space === 'DeviceCMYK' || (space === 'DeviceGray' && !isJpeg)) return { width, height, space, reversed, isJpeg };
  return null;
};

/** Four bytes a pixel, 255 full ink. Throws where it cannot be read. */
const unpacked = async (
  { width, height, space, reversed, isJpeg }: Form,
  stream: PDFRawStream,
  data: () => Uint8Array,
): Promise<Uint8Array> => {
  if (space === 'DeviceGray') {
    const gray = data();
    const cmyk = new Uint8Array(width * height * 4);
    for (let at = 0; at < width * height; at++) cmyk[at * 4 + 3] = reversed ? gray[at]! : 255 - gray[at]!;
    return cmyk;
  }
  const jpeg = stream.getContents();
  // Adobe-marked JPEGs hold ink reversed and are read as ink; `Decode` must say so too.
  const isAdobe = isJpeg && Buffer.from(jpeg.subarray(0, 4096)).includes('Adobe');
  const samples = isJpeg ? await cmykPixels(jpeg) : data();
  if (samples.length < width * height * 4) throw new Error('it breaks off');
  return isAdobe !== reversed ? samples.map((value) => 255 - value) : samples;
};

/** The pixels of a grid. */
export const sample = (cmyk: Uint8Array, width: number, { columns, rows }: PixelGrid): Uint32Array => {
  const inks = new Uint32Array(columns.length * rows.length);
  let cell = 0;
  for (const row of rows) {
    for (const column of columns) {
      const at = (row * width + column) * 4;
      inks[cell++] = cmyk[at]! | (cmyk[at + 1]! << 8) | (cmyk[at + 2]! << 16) | (cmyk[at + 3]! << 24);
    }
  }
  return inks;
};

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
