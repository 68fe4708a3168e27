/** Files whose pictures take too much ink, whatever their data is in, or do not say what it is. */
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { type BadFile, type Editable, name } from './editable.js';

/** Pixels of a side; on a square of 14 points that is finer than newsprint shows. */
const SIDE = 40;

/** A picture of samples that are told of by `entries`, on the page. */
const place = (file: Editable, samples: Uint8Array, entries: Record<string, unknown>): void => {
  const { context } = file.document;
  const told = { ColorSpace: 'DeviceCMYK', BitsPerComponent: 8, Width: SIDE, Height: SIDE, Filter: 'FlateDecode' };
  const dict = context.obj({ Type: 'XObject', Subtype: 'Image', ...told, ...entries } as never) as unknown as PDFDict;
  const picture = context.register(PDFRawStream.of(dict, deflateSync(samples)));
  file.resources.lookup(name('XObject'), PDFDict).set(name('Own'), picture);
  file.draw('q 14 0 0 14 200 200 cm /Own Do Q');
};

/** Every pixel of these values. */
const flat = (...values: number[]): Buffer => Buffer.alloc(SIDE * SIDE * values.length, Uint8Array.from(values));

/** Lines of CMYK, each value less its left neighbour's, behind a byte that says so. */
const predicted = (cmyk: Buffer): Buffer => {
  const line = SIDE * 4;
  return Buffer.concat(
    Array.from({ length: SIDE }, (_, row) => {
      const own = cmyk.subarray(row * line, (row + 1) * line);
      return Buffer.from([1, ...own.map((value, at) => value - (own[at - 4] ?? 0))]);
    }),
  );
};

/** The photograph of the good file with another JPEG, made of its own. */
const changeJpeg = (file: Editable, change: (jpeg: Buffer) => Buffer): PDFDict => {
  const { context } = file.document;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.lookup(PDFName.of('Subtype')) !== name('Image')) continue;
    context.assign(ref, PDFRawStream.of(object.dict, change(Buffer.from(object.getContents()))));
    return object.dict;
  }
  throw new Error('no picture');
};

/** Adobe's mark is what programs that show a JPEG by itself go by; for a PDF only Decode counts. */
const withoutMark = (jpeg: Buffer): Buffer => {
  const mark = jpeg.indexOf('Adobe') - 4;
  return Buffer.concat([jpeg.subarray(0, mark), jpeg.subarray(mark + 2 + jpeg.readUInt16BE(mark + 2))]);
};

const tooMuch = (what: string, samples: Buffer, entries: Record<string, unknown>): BadFile => ({
  name: `too much ink in ${what}`,
  check: 'total-ink',
  edit: (f) => place(f, samples, entries),
});

const DARK = [200, 190, 190, 190];

export const BAD_PICTURES: readonly BadFile[] = [
  tooMuch('a picture of plain samples', flat(...DARK), {}),
  tooMuch('a picture whose samples are predicted', predicted(flat(...DARK)), {
    DecodeParms: { Predictor: 15, Colors: 4, Columns: SIDE },
  }),
  tooMuch('a picture of a palette', flat(1), {
    ColorSpace: ['Indexed', 'DeviceCMYK', 1, PDFString.of('    \xf0\xf0\xf0\xf0')],
  }),
  tooMuch('a picture of which black alone is reversed', flat(180, 180, 180, 20), { Decode: [0, 1, 0, 1, 0, 1, 1, 0] }),
  {
    name: 'too much ink in a JPEG that bears no mark of reversed inks',
    check: 'total-ink',
    edit: (f) => void changeJpeg(f, withoutMark).delete(name('Decode')),
  },
  {
    name: 'too much ink in a picture of 16 bits',
    check: 'total-ink',
    edit: (f) => place(f, flat(...DARK.flatMap((ink) => [ink, 0])), { BitsPerComponent: 16 }),
  },
  {
    name: 'a picture of 16 bits',
    check: 'version',
    edit: (f) => place(f, flat(0, 0, 0, 0, 0, 0, 0, 0), { BitsPerComponent: 16 }),
    alone: 'its readers know them',
  },
  {
    name: 'a picture with too few numbers in Decode',
    check: 'structure',
    edit: (f) => place(f, flat(0, 0, 0, 0), { Decode: [0, 1] }),
    alone: 'its readers take the usual ones',
  },
  {
    name: 'a JPEG that says it is of arithmetic codes',
    check: 'structure',
    edit: (f) =>
      void changeJpeg(f, (jpeg) => Buffer.from(jpeg.toString('latin1').replace('\xff\xc0', '\xff\xc9'), 'latin1')),
    alone: 'its readers know such codes; not every press does',
  },
];
