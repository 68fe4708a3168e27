/** What the pictures of a PDF are made of (ISO 32000-1, 8.9.5). */
import { PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { nameOf, type PdfObjects } from './objects.js';

/** The filter that is undone last: of a picture in a format of pictures that format. */
export const lastFilterOf = (objects: PdfObjects, picture: PDFObject): string | undefined =>
  nameOf(objects.entry(picture, 'Filter')) ?? nameOf(objects.items(objects.entry(picture, 'Filter')).at(-1));

/** Formats of pictures that nothing here reads. */
export const NOT_READ: ReadonlySet<string | undefined> = new Set(['JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode']);

/** The bytes of a palette's colours, which may be a string or a stream. Throws where that cannot be read. */
export const paletteBytes = (objects: PdfObjects, lookup: PDFObject | undefined): Uint8Array =>
  lookup instanceof PDFString || lookup instanceof PDFHexString ? lookup.asBytes() : objects.streams.data(lookup!);
