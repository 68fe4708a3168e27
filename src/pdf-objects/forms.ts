/**
 * Forms that call each other: each may paint others many times, so that a small file holds more to paint than any
 * program can follow. How much it is can be said without painting it.
 */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from './objects.js';

/** What is too much for a press, in words; null where it is not. Contents with the resources that they name forms by. */
export const faultOfForms = (
  objects: PdfObjects,
  contents: Uint8Array,
  resources: PDFObject | undefined,
): string | null => {
  const forms = new Forms(objects);
  const { bytes, deep } = forms.within(contents, resources, 0);
  if (deep > MOST_DEEP) return `forms stand in each other more than ${MOST_DEEP} deep: no press would follow them`;
  return bytes - contents.length - forms.bytes > MOST_REPEATED
    ? 'forms paint each other over and over: no press would follow them'
    : null;
};

/** As deep as states may be saved in each other (ISO 32000-1, table C.1). */
const MOST_DEEP = 28;
/** Bytes that are read again because a form is painted again. */
const MOST_REPEATED = 1 << 24;
/** What to call a form costs, in bytes read. */
const CALL_BYTES = 64;

const CALL = /\/([^\s/()<>[\]{}%]+)\s+Do\b/g;

/** What is painted: bytes that are read of contents, all that they call among them, and how deep forms stand in it. */
interface Painted {
  readonly bytes: number;
  readonly deep: number;
}

class Forms {
  /** Bytes of all forms, each once. */
  bytes = 0;
  private readonly known = new Map<PDFObject, Painted>();

  constructor(private readonly objects: PdfObjects) {}

  /** What contents paint that stand `depth` deep. */
  within(contents: Uint8Array, resources: PDFObject | undefined, depth: number): Painted {
    const forms = this.objects.dict(resources, 'XObject');
    if (forms === undefined) return { bytes: contents.length, deep: 0 };
    let [bytes, deep] = [contents.length, 0];
    const text = Buffer.from(contents.buffer, contents.byteOffset, contents.length).toString('latin1');
    for (const [, name] of text.matchAll(CALL)) {
      const form = this.objects.entry(forms, name!);
      if (form === undefined || this.objects.name(form, 'Subtype') !== 'Form') continue;
      const called = this.called(form, resources, depth + 1);
      bytes += called.bytes + CALL_BYTES;
      deep = Math.max(deep, called.deep + 1);
    }
    return { bytes, deep };
  }

  private called(form: PDFObject, around: PDFObject | undefined, depth: number): Painted {
    const known = this.known.get(form);
    if (known !== undefined) return known;
    if (depth > MOST_DEEP) return ENDLESS;
    // One that paints itself is another fault.
    this.known.set(form, NOTHING);
    const contents = this.objects.streams.data(form);
    const painted = this.within(contents, this.objects.entry(form, 'Resources') ?? around, depth);
    this.known.set(form, painted);
    this.bytes += contents.length;
    return painted;
  }
}

const NOTHING: Painted = { bytes: 0, deep: 0 };
const ENDLESS: Painted = { bytes: 0, deep: Number.POSITIVE_INFINITY };
