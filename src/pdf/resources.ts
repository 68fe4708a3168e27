/** What the pages of one file share: fonts with the glyphs of all of them, pictures, colour spaces, states. */
import type { FontSet } from '../fonts/registry.js';
import type { Image } from '../page/types.js';
import { inkKey, registration, separation } from './colour.js';
import { drawingObject } from './drawing/write.js';
import { CodeBook } from './fonts/code-book.js';
import { embedFont } from './fonts/embed-font.js';
import type { FontUse, PaintedPage } from './painted.js';
import { type Kit, type KitPage, type Ref, setContent, streamOf } from './pdfkit.js';
import type { PrintPicture, PrintPixels } from './types.js';

/** A font of the file. */
interface EmbeddedFont {
  readonly book: CodeBook;
  readonly ref: Ref;
}

/** What pages of one file have in common: fonts, pictures and what else their names stand for, each written once. */
export class Resources {
  /** A face is one font, but where a code means one thing on one page and another on the next. */
  private readonly faces = new Map<string, EmbeddedFont[]>();
  private readonly images = new Map<PrintPicture, Ref>();
  private readonly others = new Map<string, Ref>();

  constructor(
    private readonly kit: Kit,
    private readonly fonts: FontSet,
    private readonly picture: (item: Image) => PrintPicture | null,
    /** Whether the file is to be small for its readers, and not made fast for the press. */
    private readonly forReaders = false,
  ) {}

  /** Gives a page of the file its content, deflated, and what the names in it stand for. */
  give(page: KitPage, painted: Omit<PaintedPage, 'content'>, packed: Uint8Array): void {
    for (const [name, use] of painted.fonts) page.fonts[name] = this.fontOf(use);
    for (const [name, item] of painted.images) page.xobjects[name] = this.imageOf(this.picture(item));
    for (const [name, ink] of painted.spots) {
      page.colorSpaces[name] = this.once(inkKey(ink), () => separation(this.kit, ink));
    }
    if (painted.registers) page.colorSpaces.All = this.once('All', () => registration(this.kit));
    for (const [name, on] of painted.overprints) {
      page.ext_gstates[name] = this.once(name, () => overprintState(this.kit, on));
    }
    setContent(page, packed);
  }

  /** Embeds the fonts; no page can be given anything after it. */
  finish(): void {
    for (const { book, ref } of [...this.faces.values()].flat()) embedFont(this.kit, book, ref, this.forReaders);
  }

  private fontOf({ face, codes }: FontUse): Ref {
    const fonts = this.faces.get(face) ?? [];
    this.faces.set(face, fonts);
    let font = fonts.find(({ book }) => book.adopt(codes));
    if (font === undefined) {
      font = { book: new CodeBook(this.fonts.face(face)), ref: this.kit.ref() };
      font.book.adopt(codes);
      fonts.push(font);
    }
    return font.ref;
  }

  /** A picture that was refused leaves its place white: the content, painted before, may name it. */
  private imageOf(picture: PrintPicture | null): Ref {
    if (picture === null) return this.once('nothing', () => nothing(this.kit));
    const ref = this.images.get(picture) ?? pictureObject(this.kit, picture);
    this.images.set(picture, ref);
    return ref;
  }

  private once(name: string, make: () => Ref): Ref {
    const ref = this.others.get(name) ?? make();
    this.others.set(name, ref);
    return ref;
  }
}

const overprintState = (kit: Kit, on: boolean): Ref => {
  const state = kit.ref({ Type: 'ExtGState', OP: on, op: on, OPM: on ? 1 : 0 });
  state.end();
  return state;
};

/** A form with nothing in it. */
const nothing = (kit: Kit): Ref =>
  streamOf(kit, new Uint8Array(0), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] });

const pictureObject = (kit: Kit, picture: PrintPicture): Ref =>
  'drawing' in picture ? drawingObject(kit, picture) : imageObject(kit, picture);

const imageObject = (kit: Kit, { data, width, height, space, inverted }: PrintPixels): Ref =>
  streamOf(kit, data, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: space,
    BitsPerComponent: 8,
    ...(inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    Filter: 'DCTDecode',
  });
