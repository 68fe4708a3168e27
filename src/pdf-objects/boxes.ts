/** Boxes of pages and forms (ISO 32000-1, 7.9.5 and 14.11.2). */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from './objects.js';

/** A rectangle by its edges. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What two boxes have in common, be it an edge; null where that is nothing. */
export const meet = (a: Box, b: Box): Box | null => {
  const [x0, y0, x1, y1] = [Math.max(a.x0, b.x0), Math.max(a.y0, b.y0), Math.min(a.x1, b.x1), Math.min(a.y1, b.y1)];
  return x0 > x1 || y0 > y1 ? null : { x0, y0, x1, y1 };
};

/** A rectangle, whichever two of its corners it is written by; null where it is none. */
export const rectangleIn = (objects: PdfObjects, object: PDFObject | undefined): Box | null => {
  const edges = objects.numbers(object);
  if (edges.length !== 4 || !edges.every(Number.isFinite)) return null;
  const [left, bottom, right, top] = edges as [number, number, number, number];
  return { x0: Math.min(left, right), y0: Math.min(bottom, top), x1: Math.max(left, right), y1: Math.max(bottom, top) };
};

/** A box of a page, its own or inherited; null where it has none, or one of no size. */
export const boxOfPage = (objects: PdfObjects, page: PDFDict, key: string): Box | null =>
  sized(rectangleIn(objects, objects.inherited(page, key)));

/** The same as far as it lies on the page's medium, which nothing of a page reaches beyond. */
export const boxOnMedia = (objects: PdfObjects, page: PDFDict, key: string): Box | null => {
  const [box, media] = [boxOfPage(objects, page, key), boxOfPage(objects, page, 'MediaBox')];
  return box && media && sized(meet(box, media));
};

const sized = (box: Box | null): Box | null => (box !== null && box.x0 < box.x1 && box.y0 < box.y1 ? box : null);
