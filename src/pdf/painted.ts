/** A page painted: its content stream, and what the names in it stand for. It belongs to no file yet. */

import type { FontSet } from '../fonts/registry.js';
import type { Point } from '../geometry/units.js';
import type { Image, Ink, Page } from '../page/types.js';
import { PageCanvas, type Palette } from './canvas.js';
import type { CodeBook } from './code-book.js';
import { type Sheet, sheetOf } from './document.js';
import { paintMarks } from './marks.js';
import { num } from './number.js';
import { paintFrame } from './paint.js';
import type { PdfFacts } from './types.js';

export interface PaintedPage {
  /** Its operators. */
  readonly content: Uint8Array;
  /** Fonts by name, each with the codes of its glyphs. */
  readonly fonts: ReadonlyMap<string, CodeBook>;
  readonly images: ReadonlyMap<string, Image>;
  /** Spot inks by the name of their colour space. */
  readonly spots: ReadonlyMap<string, Ink>;
  /** Graphics states by name: whether painting overprints. */
  readonly overprints: ReadonlyMap<string, boolean>;
  /** Whether marks are drawn on all plates at once, in the colour space `All`. */
  readonly registers: boolean;
}

/** Paints a page for the press. */
export const paintPage = (page: Page, facts: PdfFacts, fonts: FontSet, palette: Palette): PaintedPage => {
  const sheet = sheetOf(page.frame.size, facts);
  const canvas = new PageCanvas(palette, sheet.origin);
  canvas.write(`q ${bleedEdges(page, sheet, facts)} re W n\n`);
  paintFrame(page.frame, TOP_LEFT, canvas);
  canvas.write('Q\n');
  canvas.forget();
  if (facts.marks) paintMarks(canvas, page, facts, fonts);
  return canvas.painted();
};

const TOP_LEFT: Point = { x: 0, y: 0 };

/** Nothing prints beyond the bleed, least of all over the marks. */
const bleedEdges = ({ frame }: Page, { margin }: Sheet, { bleed }: PdfFacts): string =>
  [margin - bleed, margin - bleed, frame.size.width + 2 * bleed, frame.size.height + 2 * bleed]
    .map((value) => num(value))
    .join(' ');
