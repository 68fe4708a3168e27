/** Objects put into words that are the same wherever the same objects stand: what was found of them is kept by it. */
import { PDFArray, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { digestOf } from '../../pdf/digest.js';
import { dictOf, type PdfObjects } from '../../pdf-objects/objects.js';

/** Objects put into words, one after the other. */
export class Told {
  /** What was said, the data of streams in between. */
  readonly parts: (string | Uint8Array)[] = [];
  /** Every object that it was said of, in the order in which they were met. */
  readonly met = new Map<PDFObject, number>();

  constructor(private readonly objects: PdfObjects) {}

  /** Adds an object with all that it refers to; what was met before only by its number. */
  add(object: PDFObject | undefined): this {
    const found = this.objects.resolve(object);
    if (found === undefined) this.parts.push('nothing');
    else if (this.met.has(found)) this.parts.push(`met ${this.met.get(found)}`);
    else {
      this.met.set(found, this.met.size);
      this.tell(found);
    }
    return this;
  }

  private tell(found: PDFObject): void {
    const dict = dictOf(found);
    if (found instanceof PDFArray) {
      this.parts.push('[');
      for (const item of found.asArray()) this.add(item);
      this.parts.push(']');
    } else if (dict) {
      this.parts.push('<<');
      for (const [key, value] of dict.entries()) {
        this.parts.push(key.asString());
        this.add(value);
      }
      this.parts.push('>>');
      // A large one is told of by several.
      if (found instanceof PDFRawStream) this.parts.push(digestOf(this.objects.streams.packed(found)));
    } else this.parts.push(found.toString());
  }
}
