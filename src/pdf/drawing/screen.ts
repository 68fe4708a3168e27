/** The colours of a screen in a drawing, separated for the press: they are asked for one by one, and separated together. */
import { PDFArray, type PDFRawStream } from '@cantoo/pdf-lib';
import type { Piece } from '../../cache/pieces.js';
import type { PdfObjects } from '../../pdf-objects/objects.js';
import { greysInBlack, pressGreys } from '../pictures/greys.js';
import { separateCached, separateColours } from '../pictures/separate.js';
import { pictureBytes } from '../pictures/source.js';
import type { Press } from '../types.js';
import { screenPicture } from './screen-picture.js';
import { toScreenOf } from './spaces.js';

/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];
/** Shares of cyan, magenta, yellow and black for a colour. */
export type InksOf = (colour: Rgb) => readonly number[];

/** What the colours of a screen become. */
export interface Separated {
  readonly inksOf: InksOf;
  /** The JPEG in four inks, reversed, that stands for a picture; null where that stays as it is. */
  pictureOf(picture: PDFRawStream): Piece | null;
}

const FULL = 255;
const NO_INK = [0, 0, 0, 0];

/** A colour as one number, eight bits for each of red, green and blue. */
const codeOf = (colour: Rgb): number =>
  colour.reduce((code, share) => code * 0x100 + Math.round(Math.min(Math.max(share, 0), 1) * FULL), 0);

/** Notes what is asked for, and gives nothing yet. */
export class Asked implements Separated {
  private readonly colours = new Set<number>();
  private readonly pictures = new Set<PDFRawStream>();

  readonly inksOf: InksOf = (colour) => {
    this.colours.add(codeOf(colour));
    return NO_INK;
  };

  pictureOf(picture: PDFRawStream): null {
    this.pictures.add(picture);
    return null;
  }

  get isNothing(): boolean {
    return this.colours.size + this.pictures.size === 0;
  }

  /** All that was asked for, separated; pictures are kept in `cache`. */
  async separated(objects: PdfObjects, press: Press, cache: string): Promise<Separated> {
    const inks = await inksFor([...this.colours], press);
    const pictures = new Map<PDFRawStream, Piece | null>();
    for (const picture of this.pictures) pictures.set(picture, await separatedPicture(objects, picture, press, cache));
    return {
      inksOf: (colour) => inks.get(codeOf(colour)) ?? NO_INK,
      pictureOf: (picture) => pictures.get(picture) ?? null,
    };
  }
}

/** A grey as dark as this is printed black: of type in it a press would print dots. */
const DARK = 0x33;

/** Colours as inks; greys are black ink alone, as on a page in black. */
const inksFor = async (codes: readonly number[], press: Press): Promise<ReadonlyMap<number, readonly number[]>> => {
  if (codes.length === 0) return new Map();
  const rgb = Uint8Array.from(codes.flatMap((code) => [code >> 16, (code >> 8) & FULL, code & FULL]));
  const inks = await separateColours(rgb, press);
  greysInBlack(rgb, inks, (await pressGreys(press)).fill(0, 0, DARK + 1));
  return new Map(
    codes.map((code, index) => [code, [...inks.subarray(index * 4, index * 4 + 4)].map((ink) => ink / FULL)]),
  );
};

/** Null where its values cannot be separated one by one. */
const separatedPicture = async (
  objects: PdfObjects,
  picture: PDFRawStream,
  press: Press,
  cache: string,
): Promise<Piece | null> => {
  // Values that stand for nothing are given as numbers of a screen; Decode may count them from the other end.
  if (objects.entry(picture, 'Mask') instanceof PDFArray || objects.entry(picture, 'Decode') !== undefined) return null;
  const [width, height] = [objects.number(picture, 'Width') ?? 0, objects.number(picture, 'Height') ?? 0];
  const file = await screenPicture(
    objects,
    picture,
    width,
    height,
    toScreenOf(objects, objects.entry(picture, 'ColorSpace')),
  );
  if (file === null) return null;
  const cut = { left: 0, top: 0, width, height, toWidth: width, toHeight: height };
  const { data, inverted } = await separateCached(pictureBytes(file), cut, press, cache);
  return inverted ? data : null;
};
