/** Boxes of pages and forms (ISO 32000-1, 7.9.5 and 14.11.2). */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../../pdf-objects/objects.js';
import type { Box } from './state.js';

/** A rectangle, whichever two of its corners it is written by; null where it is none. */
export const rectangleIn = (objects: PdfObjects, object: PDFObject | undefined): Box | null => {
  const edges = objects.numbers(object);
  if (edges.length !== 4 || !edges.every(Number.isFinite)) return null;
  const [left, bottom, right, top] = edges as [number, number, number, number];
  return { x0: Math.min(left, right), y0: Math.min(bottom, top), x1: Math.max(left, right), y1: Math.max(bottom, top) };
};

/** A box of a page, its own or inherited; null where it has none. */
export const boxOfPage = (objects: PdfObjects, page: PDFDict, key: string): Box | null =>
  rectangleIn(objects, objects.inherited(page, key));
