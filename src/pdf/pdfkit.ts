/**
 * The little of pdfkit that is used: numbered objects, pages, structure and outline, and the file around them. Its
 * drawing and text functions are not: they would set the text anew and know no overprint.
 */
import PDFKit from 'pdfkit';
import type { Piece } from '../cache/pieces.js';
import type { Pt } from '../geometry/units.js';
import { FileBytes } from './file-bytes.js';

/** A dictionary of the file, before it is written. */
export type Dictionary = Record<string, unknown>;

/** A numbered object. */
export interface Ref {
  readonly data: Dictionary;
  /** What was written so far. */
  buffer: Uint8Array[];
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
}

/** pdfkit's page, with the inner parts its types leave out. */
export interface KitPage {
  readonly dictionary: Ref;
  readonly content: Ref;
  readonly fonts: Dictionary;
  readonly xobjects: Dictionary;
  readonly ext_gstates: Dictionary;
  readonly colorSpaces: Dictionary;
  readonly annotations: unknown[];
  write(chunk: string): void;
}

/** An element of the structure tree. */
export interface StructElement {
  readonly dictionary: Ref;
  add(child: unknown): StructElement;
  end(): void;
}

/** An entry of the outline. */
export interface OutlineItem {
  readonly outlineData: Dictionary;
  addItem(title: string, options: { pageNumber?: number; expanded?: boolean }): OutlineItem;
}

/** pdfkit's document, with the inner parts its types leave out. */
export interface Kit {
  page: KitPage;
  readonly info: Dictionary;
  readonly _root: Ref;
  _id: Uint8Array;
  _offset: number;
  readonly outline: OutlineItem;
  ref(data?: Dictionary): Ref;
  addPage(options: { size: [number, number] }): void;
  struct(type: string, options?: Dictionary): StructElement;
  addStructure(element: StructElement): void;
  markStructureContent(tag: string): unknown;
  markContent(tag: string, options: { readonly type: string } | null): void;
  /** Places from the top left of the current page. */
  addNamedDestination(name: string, fit: 'XYZ', x: Pt, y: Pt, zoom: null): void;
  link(x: Pt, y: Pt, width: Pt, height: Pt, address: string, options: Dictionary): void;
  goTo(x: Pt, y: Pt, width: Pt, height: Pt, name: string, options: Dictionary): void;
  endMarkedContent(): void;
  endMetadata(): void;
  _finalize(): void;
  _write(data: string | Uint8Array): void;
  read(): Uint8Array | null;
  end(): void;
  /** The file so far: `gather` takes it from pdfkit line by line. */
  bytes: FileBytes;
  /** The data of the stream object that is being written. */
  streamData: Piece | null;
}

/** Opens a document of a PDF version; a tagged one has a structure tree. */
export const openKit = (version: '1.4' | '1.6' | '1.7', creationDate: Date, tagged: boolean): Kit => {
  const kit = new PDFKit({
    autoFirstPage: false,
    compress: false,
    // No font of pdfkit's own is opened.
    font: null as unknown as string,
    pdfVersion: version as '1.4',
    info: { Producer: 'Banxin', Creator: 'Banxin', CreationDate: creationDate },
    ...(tagged ? { tagged: true, lang: 'zh-CN', displayTitle: true } : {}),
  });
  return gather(kit as unknown as Kit);
};

/**
 * Has pdfkit write the file's bytes where they are gathered: as a stream of Node's it hands on every line by itself, and
 * it copies the data of each object before.
 */
const gather = (kit: Kit): Kit => {
  const bytes = new FileBytes(headOf(kit));
  kit._write = (data) => {
    if (data === 'endobj' && kit.streamData !== null) {
      bytes.write('stream');
      bytes.write(kit.streamData);
      bytes.write('\nendstream');
      kit.streamData = null;
    }
    bytes.write(data);
    kit._offset = bytes.length;
  };
  const finalize = kit._finalize.bind(kit);
  kit._finalize = () => {
    // The file's ID follows from its bytes, so it differs when and only when the file does.
    kit._id = bytes.identity().subarray(0, 16);
    finalize();
  };
  return Object.assign(kit, { bytes, streamData: null });
};

/** What pdfkit writes at once: the file's first two lines. Since Node 26 a stream gives them one by one. */
const headOf = (kit: Kit): Uint8Array => {
  const lines: Uint8Array[] = [];
  for (let line = kit.read(); line !== null; line = kit.read()) lines.push(line);
  return Buffer.concat(lines);
};

/** Strings are String objects to pdfkit; plain ones are names. */
export const text = (value: string): unknown => Object(value);

/** What goes into the file as it is written here: to pdfkit a plain string is a name, or (in Info) text. */
export class Written {
  constructor(private readonly words: string) {}
  get [Symbol.toStringTag](): string {
    return 'Written';
  }
  toString(): string {
    return this.words;
  }
}

/** Writes an object whose words are all there, and its data where it is a stream. */
export const writeObject = (kit: Kit, ref: Ref, words: string, data: Piece | null = null): void => {
  Object.assign(ref, { data: new Written(words) });
  kit.streamData = data;
  ref.end();
};

/** Gives a page its contents, deflated. */
export const setContent = ({ content }: KitPage, packed: Uint8Array): void => {
  // pdfkit's own first lines turn the page upside down; this stream stands alone.
  content.buffer = [];
  Object.assign(content.data, { Filter: 'FlateDecode', Length: 0 });
  content.write(packed);
};

/** A finished stream object of these very bytes. */
export const streamOf = (kit: Kit, data: Piece, dictionary: Dictionary): Ref => {
  const ref = kit.ref({ ...dictionary, Length: data.length });
  kit.streamData = data;
  ref.end();
  return ref;
};

/** The same of bytes that are deflated already. */
export const packedStream = (kit: Kit, packed: Uint8Array, dictionary: Dictionary = {}): Ref =>
  streamOf(kit, packed, { ...dictionary, Filter: 'FlateDecode' });
