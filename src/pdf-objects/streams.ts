/** The data of a file's streams, and which of them are known to be whole. */
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { faultCode } from '../cache/fault-code.js';
import { inMemory, type Piece } from '../cache/pieces.js';
import { nameOf, type PdfObjects } from './objects.js';
import { type Prediction, UNPREDICTED, unpredicted } from './predictor.js';
import { faultIn, Unreadable } from './unreadable.js';

/** How much unpacked data is kept while a file is checked: page contents are asked for twice. */
const UNPACKED_BYTES = 1 << 22;

/** As much as is looked at for a line's end and `endstream`. */
const ENDING_BYTES = 12;

/** Data of streams, unpacked when it is asked for. */
export class Streams {
  private readonly unpacked = new Map<PDFObject, Uint8Array>();
  private unpackedBytes = 0;
  private readonly whole = new Set<PDFObject>();

  constructor(private readonly objects: PdfObjects) {}

  /** A stream's data as it stands in the file. */
  packed(stream: PDFRawStream): Piece {
    const { file } = this.objects;
    const contents = stream.getContents();
    // Where the end was looked for the line's end before it was left out, which may be the data's own last byte.
    const [begin, length] = [file.beginningOf(contents), this.objects.number(stream, 'Length')];
    return begin !== undefined && length !== undefined && this.endsAt(begin + length)
      ? file.slice(begin, begin + length)
      : file.meant(contents);
  }

  /** Whether a stream is as long as it says: a reader that takes it at its word would read on somewhere else. */
  isAsLong(stream: PDFStream): boolean {
    if (!(stream instanceof PDFRawStream)) return true;
    const [begin, length] = [
      this.objects.file.beginningOf(stream.getContents()),
      this.objects.number(stream, 'Length'),
    ];
    // Where its end was not looked for it was found by its length.
    return begin === undefined || (length !== undefined && this.endsAt(begin + length));
  }

  private endsAt(end: number): boolean {
    return /^\s*endstream/.test(this.objects.file.text(end, end + ENDING_BYTES));
  }

  /** A stream's data, filters undone; throws where they cannot be. */
  data(stream: PDFObject): Uint8Array {
    const known = this.unpacked.get(stream);
    if (known !== undefined) return known;
    // Fonts, which are the most of a file of text.
    if (stream instanceof PDFRawStream && !this.objects.entry(stream, 'Filter')) return inMemory(this.packed(stream));
    const data = this.unpack(stream);
    this.isWhole(stream);
    if (this.unpackedBytes + data.length <= UNPACKED_BYTES) {
      this.unpacked.set(stream, data);
      this.unpackedBytes += data.length;
    }
    return data;
  }

  /** A picture's data with all filters undone but the last, which is its own format; throws where they cannot be. */
  encoded(picture: PDFRawStream): Uint8Array {
    const { objects } = this;
    const filters = objects.entry(picture, 'Filter');
    if (!(filters instanceof PDFArray) || filters.size() === 1) return inMemory(this.packed(picture));
    const { dict } = PDFRawStream.of(picture.dict.clone(), new Uint8Array(0));
    for (const key of ['Filter', 'DecodeParms']) {
      const each = objects.entry(picture, key);
      if (each instanceof PDFArray) dict.set(PDFName.of(key), dict.context.obj(each.asArray().slice(0, -1)));
    }
    try {
      return decodePDFRawStream(PDFRawStream.of(dict, inMemory(this.packed(picture)))).decode();
    } catch {
      throw new Unreadable(`the data of ${objects.nameOf(picture)} is damaged: write the file anew`);
    }
  }

  /** Notes that a stream's filters can be undone, as is known from elsewhere. */
  isWhole(stream: PDFObject): void {
    this.whole.add(stream);
  }

  /** Why a stream's filters cannot be undone; null where they can. */
  faultOf(stream: PDFObject): string | null {
    if (this.whole.has(stream)) return null;
    try {
      this.data(stream);
      return null;
    } catch (cause) {
      return faultIn(cause, `the data of ${this.objects.nameOf(stream)} cannot be read`);
    }
  }

  /** How the values of a stream were predicted, by its last filter: one before it would have packed what is packed. */
  private predictionOf(stream: PDFRawStream): Prediction {
    const { objects } = this;
    const told = objects.entry(stream, 'DecodeParms');
    const last = told instanceof PDFArray ? objects.resolve(told.asArray().at(-1)) : told;
    const entries = Object.entries(UNPREDICTED).map(([key, usual]) => [key, objects.number(last, key) ?? usual]);
    return Object.fromEntries(entries) as Prediction;
  }

  private unpack(stream: PDFObject): Uint8Array {
    const { objects } = this;
    if (!(stream instanceof PDFRawStream)) throw new Unreadable(`${objects.nameOf(stream)} is no stream and should be`);
    const packed = inMemory(this.packed(stream));
    const filter = objects.entry(stream, 'Filter');
    const only = filter instanceof PDFArray && filter.size() === 1 ? objects.resolve(filter.get(0)) : filter;
    try {
      if (nameOf(only) === 'FlateDecode' && !objects.entry(stream, 'DecodeParms')) return inflate(packed);
      // pdf-lib undoes no predictor.
      const values = decodePDFRawStream(PDFRawStream.of(stream.dict, packed)).decode();
      return unpredicted(values, this.predictionOf(stream));
    } catch (cause) {
      const how = faultCode(cause) === 'Z_BUF_ERROR' ? 'breaks off' : 'is damaged';
      throw new Unreadable(`the data of ${objects.nameOf(stream)} ${how}: write the file anew`);
    }
  }
}

/** Least and most that is unpacked in one piece: pieces have to be put together. A font's map of codes has 128 kB. */
const PIECE_BYTES = { least: 1 << 17, most: 1 << 20 };
/** By how much deflated data grows at most, as a rule. */
const GROWS = 4;

const inflate = (packed: Uint8Array): Uint8Array =>
  inflateSync(packed, {
    chunkSize: Math.min(Math.max(packed.length * GROWS, PIECE_BYTES.least), PIECE_BYTES.most),
  });
