/**
 * Opening a PDF: its objects through pdf-lib. Of that, the parser and its objects only: the rest (forms, fonts,
 * pictures, what draws) is left out of the bundle.
 */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type FileView, ViewStream } from './file-view.js';
import { type PageTree, readPageTree } from './page-tree.js';
import { Streams } from './streams.js';
import { faultIn, Unreadable } from './unreadable.js';

/** A PDF's objects, references followed. */
export class PdfObjects {
  private readonly names = new Map<string, PDFName>();
  private tree: PageTree | null = null;
  readonly streams: Streams;

  constructor(
    private readonly context: PDFContext,
    readonly file: FileView,
  ) {
    this.streams = new Streams(this);
  }

  /** The object itself where `object` refers to one. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    let found = object;
    for (let step = 0; found instanceof PDFRef && step < 20; step++) found = this.context.lookup(found);
    return found;
  }

  /** An entry of a dictionary or of a stream's dictionary. */
  entry(object: PDFObject | undefined, key: string): PDFObject | undefined {
    const dict = dictOf(object);
    return dict && this.resolve(dict.get(this.named(key)));
  }

  /** pdf-lib's own lookup of a name unescapes it first. */
  private named(key: string): PDFName {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = PDFName.of(key);
    this.names.set(key, name);
    return name;
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
    const { Root, Info, ID, Encrypt } = this.context.trailerInfo;
    const [root, info, id] = [Root, Info, ID].map((object) => this.resolve(object));
    return { root, info, id, encrypt: Encrypt !== undefined };
  }

  /** Every numbered object, with its name for reports. */
  get all(): { name: string; object: PDFObject }[] {
    return this.context.enumerateIndirectObjects().map(([ref, object]) => ({ name: ref.toString(), object }));
  }

  /** What the file calls an object by itself, for reports. */
  nameOf(object: PDFObject): string {
    return this.context.getObjectRef(object)?.toString() ?? 'an object without a number';
  }

  get pageTree(): PageTree {
    this.tree ??= readPageTree(this);
    return this.tree;
  }

  get pages(): readonly PDFDict[] {
    return this.pageTree.pages;
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

/** A dictionary, a stream’s own too; undefined for anything else. */
export const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
/** A name without its slash; undefined for anything else. */
export const nameOf = (object: PDFObject | undefined): string | undefined => {
  if (!(object instanceof PDFName)) return undefined;
  const written = object.asString();
  return written.includes('#') ? object.decodeText() : written.slice(1);
};
/** A number; undefined for anything else. */
export const numberOf = (object: PDFObject | undefined): number | undefined =>
  object instanceof PDFNumber ? object.asNumber() : undefined;
/** Whether an object is the word true. */
export const isTrue = (object: PDFObject | undefined): boolean => object instanceof PDFBool && object.asBoolean();

/** Reads the objects. Throws where there is no PDF to be read. */
export const openPdf = async (file: FileView): Promise<PdfObjects> => {
  const parser = PDFParser.forBytesWithOptions(new Uint8Array(0), WITHOUT_PAUSE, THROW_ON_INVALID);
  const bytes = new ViewStream(file);
  Object.assign(parser, { bytes, findEndOfStreamFallback: () => bytes.skipStream() });
  const context = await parser.parseDocument().catch((cause: unknown) => {
    throw new Unreadable(
      faultIn(cause, `what stands from byte ${bytes.offset()} on is no object of a PDF: write the file anew`),
    );
  });
  return new PdfObjects(context, file);
};

/** Objects that are read before others on this thread get their turn. */
const WITHOUT_PAUSE = Number.POSITIVE_INFINITY;
const THROW_ON_INVALID = true;
