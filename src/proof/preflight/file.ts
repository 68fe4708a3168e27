/** Opening a PDF: its objects through pdf-lib, its bones (header, cross-reference, end) from the bytes themselves. */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** A PDF's objects, references followed. */
export class PdfObjects {
  constructor(private readonly document: PDFDocument) {}

  /** The object itself where `object` refers to one. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    let found = object;
    for (let step = 0; found instanceof PDFRef && step < 20; step++) found = this.document.context.lookup(found);
    return found;
  }

  /** An entry of a dictionary or of a stream's dictionary. */
  entry(object: PDFObject | undefined, key: string): PDFObject | undefined {
    return this.resolve(dictOf(object)?.get(PDFName.of(key)));
  }

  dict(object: PDFObject | undefined, key: string): PDFDict | undefined {
    return dictOf(this.entry(object, key));
  }

  name(object: PDFObject | undefined, key: string): string | undefined {
    return nameOf(this.entry(object, key));
  }

  number(object: PDFObject | undefined, key: string): number | undefined {
    return numberOf(this.entry(object, key));
  }

  text(object: PDFObject | undefined, key: string): string | undefined {
    const found = this.entry(object, key);
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
  }

  list(object: PDFObject | undefined, key: string): PDFObject[] {
    return this.items(this.entry(object, key));
  }

  items(object: PDFObject | undefined): PDFObject[] {
    const found = this.resolve(object);
    if (!(found instanceof PDFArray)) return [];
    return found.asArray().flatMap((item) => this.resolve(item) ?? []);
  }

  numbers(object: PDFObject | undefined): number[] {
    return this.items(object).map((item) => numberOf(item) ?? Number.NaN);
  }

  get trailer(): {
    root: PDFObject | undefined;
    info: PDFObject | undefined;
    id: PDFObject | undefined;
    encrypt: boolean;
  } {
    const { Root, Info, ID, Encrypt } = this.document.context.trailerInfo;
    const [root, info, id] = [Root, Info, ID].map((object) => this.resolve(object));
    return { root, info, id, encrypt: Encrypt !== undefined };
  }

  /** Every numbered object, with its name for reports. */
  get all(): { name: string; object: PDFObject }[] {
    return this.document.context.enumerateIndirectObjects().map(([ref, object]) => ({ name: ref.toString(), object }));
  }

  get pages(): PDFDict[] {
    return this.document.getPages().map(({ node }) => node);
  }

  /** A page's entry, its own or inherited from the page tree. */
  inherited(page: PDFDict, key: string): PDFObject | undefined {
    let node: PDFDict | undefined = page;
    for (let step = 0; node && step < 50; step++) {
      const found = this.entry(node, key);
      if (found !== undefined) return found;
      node = this.dict(node, 'Parent');
    }
    return undefined;
  }
}

export const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
export const nameOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName ? object.decodeText() : undefined;
export const numberOf = (object: PDFObject | undefined): number | undefined =>
  object instanceof PDFNumber ? object.asNumber() : undefined;
export const isTrue = (object: PDFObject | undefined): boolean => object instanceof PDFBool && object.asBoolean();

/** A stream's data, filters undone; throws where they cannot be. */
export const streamData = (objects: PdfObjects, object: PDFObject): Uint8Array => {
  if (!(object instanceof PDFRawStream)) throw new Error('is no stream');
  const filter = objects.entry(object, 'Filter');
  const only = filter instanceof PDFArray && filter.size() === 1 ? objects.resolve(filter.get(0)) : filter;
  if (nameOf(only) === 'FlateDecode' && !objects.entry(object, 'DecodeParms')) return inflateSync(object.getContents());
  return decodePDFRawStream(object).decode();
};

/** Reads the objects. Throws where there is no PDF to be read. */
export const openPdf = async (bytes: Uint8Array): Promise<PdfObjects> => {
  const options = { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true };
  return new PdfObjects(await PDFDocument.load(bytes, options));
};

/** Faults of header, cross-reference table and end: what a reader would have to repair. */
export const boneFaults = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!/^%PDF-\d\.\d/.test(text)) return ['no PDF header at the first byte'];
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1100));
  if (!end) return ['no %%EOF at the end: the file is cut short'];
  const faults: string[] = [];
  const seen = new Set<number>();
  for (let at: number | null = Number(end[1]); at !== null && !seen.has(at); ) {
    seen.add(at);
    if (/^\d+\s+\d+\s+obj/.test(text.slice(at, at + 30))) return faults;
    const table: RegExpExecArray | null = /^xref\s+([\d\s nf]+?)trailer/.exec(text.slice(at));
    if (!table) return [...faults, `no cross-reference table at byte ${at}`];
    faults.push(...tableFaults(table[1]!, text));
    const trailer = text.slice(at + table[0].length, text.indexOf('startxref', at));
    const previous: RegExpExecArray | null = /\/Prev\s+(\d+)/.exec(trailer);
    at = previous ? Number(previous[1]) : null;
  }
  return faults;
};

const tableFaults = (table: string, text: string): string[] => {
  const words = table.trim().split(/\s+/);
  for (let at = 0; at + 1 < words.length; ) {
    const [first, count] = [Number(words[at]), Number(words[at + 1])];
    at += 2;
    for (let index = 0; index < count; index++, at += 3) {
      if (words[at + 2] !== 'n') continue;
      const offset = Number(words[at]);
      const opening = new RegExp(`^${first + index}\\s+${Number(words[at + 1])}\\s+obj`);
      if (!opening.test(text.slice(offset, offset + 30)))
        return [`object ${first + index} is not where the table says`];
    }
  }
  return [];
};
