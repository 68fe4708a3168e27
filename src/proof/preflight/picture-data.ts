/** The inks of a picture in a PDF, read from its own pixels. */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { cmykPixels } from '../../pdf/separate.js';
import { nameOf, type PdfObjects } from './file.js';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, 255 full ink. */
  readonly cmyk: Uint8Array;
}

/** Null where the picture is neither grey nor CMYK of 8 bits, or cannot be read. */
export const pictureInks = async (objects: PdfObjects, image: PDFObject): Promise<Picture | null> => {
  const [width, height] = [objects.number(image, 'Width'), objects.number(image, 'Height')];
  const space = objects.name(image, 'ColorSpace');
  if (!width || !height || !(image instanceof PDFRawStream) || objects.number(image, 'BitsPerComponent') !== 8)
    return null;
  const reversed = objects.numbers(objects.entry(image, 'Decode'))[0] === 1;
  const filter = nameOf(objects.entry(image, 'Filter')) ?? nameOf(objects.list(image, 'Filter')[0]);
  try {
    if (space === 'DeviceGray') {
      if (filter === 'DCTDecode') return null;
      const gray = objects.streams.data(image);
      const cmyk = new Uint8Array(width * height * 4);
      for (let at = 0; at < width * height; at++) cmyk[at * 4 + 3] = reversed ? gray[at]! : 255 - gray[at]!;
      return { width, height, cmyk };
    }
    if (space !== 'DeviceCMYK') return null;
    if (filter !== 'DCTDecode') return sized(width, height, turned(objects.streams.data(image), reversed));
    const jpeg = image.getContents();
    // Adobe-marked JPEGs hold ink reversed and are read as ink; `Decode` must say so too.
    const adobe = Buffer.from(jpeg.subarray(0, 4096)).includes('Adobe');
    return sized(width, height, turned(await cmykPixels(jpeg), adobe !== reversed));
  } catch {
    return null;
  }
};

const sized = (width: number, height: number, cmyk: Uint8Array): Picture | null =>
  cmyk.length >= width * height * 4 ? { width, height, cmyk } : null;

const turned = (samples: Uint8Array, reverse: boolean): Uint8Array =>
  reverse ? samples.map((value) => 255 - value) : samples;
