/** What the PDF writer is told beside the pages themselves. */
import type { Piece } from '../cache/pieces.js';
import type { Pt } from '../geometry/units.js';
import type { Image } from '../page/types.js';
import type { Turn } from '../pdf-objects/sheet.js';

/** What a file for the press is: PDF/X-1a:2003 or PDF/X-4. */
export type PressStandard = 'x1a' | 'x4';
/** Files for the press, and `screen` for readers. */
export type Edition = PressStandard | 'screen';

/** What a file says of itself, and how its sheets are. */
export interface PdfFacts {
  readonly edition: Edition;
  /** As readers and the printer's queue show it: 咸宁日报 2021年12月3日 第12867期 第一版. */
  readonly title: string;
  /** The date: the only date the file knows, so that two builds agree. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** How far pictures and areas may run off the trimmed sheet. */
  readonly bleed: Pt;
  /** Crop and register marks, colour bar and slug line outside the bleed. */
  readonly marks: boolean;
  /** Text of the slug line, one per page by page number; the page's content hash is added. */
  readonly slug: (page: number) => string;
}

/** What the screen edition is told besides. */
export interface ScreenFacts extends PdfFacts {
  /** A page's name, for outline and links: 第四版. */
  readonly pageName: (page: number) => string;
}

/** The printing condition: what separations and the output intent are made for. */
export interface Press {
  /** ICC profile, the very same that pictures are separated with. */
  readonly profile: Uint8Array;
  /** The same deflated, as it goes into every file. */
  readonly packedProfile: Uint8Array;
  /** What tells it from every other. */
  readonly profileId: string;
  /** True where no profile was named and the picture library's own serves. */
  readonly standIn: boolean;
  /** OutputConditionIdentifier. */
  readonly condition: string;
}

/** A picture made ready for print. */
export type PrintPicture = PrintPixels | PrintDrawing;

/** A picture of pixels: cropped, sized, separated. */
export interface PrintPixels {
  /** Baseline JPEG. */
  readonly data: Piece;
  readonly width: number;
  readonly height: number;
  readonly space: 'DeviceCMYK' | 'DeviceGray' | 'DeviceRGB';
  /** Adobe-marked CMYK JPEGs hold ink reversed. */
  readonly inverted: boolean;
  /** Greatest sum of inks of any pixel, in per cent, measured from `data` itself. */
  readonly maxInk: number;
  /** Resolution of the source at its placed size, before any downsampling. */
  readonly ppi: number;
}

/** A PDF page that prints as it is, in its own type and lines. */
export interface PrintDrawing {
  readonly drawing: CopiedDrawing;
  /** The part that prints. */
  readonly crop: Image['crop'];
}

/** A PDF page out of its file. In what is written other objects stand by their places (`withReferences`). Plain data. */
export interface CopiedDrawing {
  /** What of it is left when it is cut: its lower left and upper right corner. */
  readonly box: readonly [number, number, number, number];
  /** How far it is turned, clockwise. */
  readonly turn: Turn;
  /** Its resources and its transparency group, as they are written. */
  readonly resources: string;
  readonly group: string | null;
  /** Its operators, deflated. */
  readonly content: Uint8Array;
  readonly objects: readonly CopiedObject[];
  /** Kinds of annotations that lay over it, which are not copied. */
  readonly notes: readonly string[];
}

/** An object as it is written; its data where it is a stream. */
export interface CopiedObject {
  readonly text: string;
  readonly data: Uint8Array | null;
}
