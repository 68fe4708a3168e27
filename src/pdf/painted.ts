/**
 * A page painted: its content stream, and what the names in it stand for. It belongs to no file yet, and is plain data:
 * it can be painted on one thread and go into files on another.
 */
import type { FontSet } from '../fonts/registry.js';
import type { Point, Size } from '../geometry/units.js';
import type { Image, Ink, Page } from '../page/types.js';
import { PageCanvas } from './canvas.js';
import { PRESS_COLOURS } from './colour.js';
import { deflate } from './deflate.js';
import { type Sheet, sheetOf } from './document.js';
import { booksOf, type CodedGlyph } from './fonts/code-book.js';
import { paintMarks } from './marks.js';
import { num } from './number.js';
import { paintFrame } from './paint.js';
import type { PdfFacts } from './types.js';

/** A face with the codes that a page prints its glyphs with. */
export interface FontUse {
  readonly face: string;
  readonly codes: readonly CodedGlyph[];
}

/** A page as it is painted. */
export interface PaintedPage {
  /** Its operators. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, FontUse>;
  readonly images: ReadonlyMap<string, Image>;
  /** Spot inks by the name of their colour space. */
  readonly spots: ReadonlyMap<string, Ink>;
  /** Graphics states by name: whether painting overprints. */
  readonly overprints: ReadonlyMap<string, boolean>;
  /** Whether marks are drawn on all plates at once, in the colour space `All`. */
  readonly registers: boolean;
}

/** A painted page with its size and inks. */
export interface PaintedSheet extends PaintedPage {
  readonly trim: Size;
  /** Printed in black alone. */
  readonly black: boolean;
}

/** The same ready for files, its content deflated. */
export interface PackedSheet extends Omit<PaintedSheet, 'content'> {
  readonly packed: Uint8Array;
}

/** Paints a page for the press. */
export const paintSheet = (page: Page, facts: PdfFacts, fonts: FontSet): PaintedSheet => {
  const sheet = sheetOf(page.frame.size, facts);
  const canvas = new PageCanvas({ colours: PRESS_COLOURS, book: booksOf(fonts) }, sheet.origin);
  canvas.write(`q ${bleedEdges(page, sheet, facts)} re W n\n`);
  paintFrame(page.frame, TOP_LEFT, canvas);
  canvas.write('Q\n');
  canvas.forget();
  if (facts.marks) paintMarks(canvas, page, facts, fonts);
  return { ...canvas.painted(), trim: page.frame.size, black: page.black === true };
};

/** Deflates a page's content, for all the files that it goes into. */
export const packSheet = ({ content, ...sheet }: PaintedSheet): PackedSheet => ({ ...sheet, packed: deflate(content) });

const TOP_LEFT: Point = { x: 0, y: 0 };

/** Nothing prints beyond the bleed, least of all over the marks. */
const bleedEdges = ({ frame }: Page, { margin }: Sheet, { bleed }: PdfFacts): string =>
  [margin - bleed, margin - bleed, frame.size.width + 2 * bleed, frame.size.height + 2 * bleed]
    .map((value) => num(value))
    .join(' ');
