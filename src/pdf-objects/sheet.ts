/** A page of a PDF as it is cut and lies (ISO 32000-1, 7.7.3.3 and 14.11.2). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { numberOf, type PdfObjects } from './objects.js';
import { Unreadable } from './unreadable.js';

/** Clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** What is left of a page when it is cut. */
export interface TrimmedPage {
  /** Its lower left and upper right corner, in the page's own units. */
  readonly box: readonly [number, number, number, number];
  readonly turn: Turn;
  /** Upright, in points. */
  readonly width: number;
  readonly height: number;
}

/** The first of these that a page has is where it is cut. */
const BOXES = ['TrimBox', 'ArtBox', 'CropBox', 'MediaBox'];

/** Where a page is cut, and how it lies. Throws (Unreadable) where it has no box. */
export const trimmedPage = (objects: PdfObjects, page: PDFDict): TrimmedPage => {
  const boxes = BOXES.map((key) => objects.numbers(objects.inherited(page, key)));
  const found = boxes.find((edges) => edges.length === 4 && edges.every(Number.isFinite));
  if (found === undefined) throw new Unreadable('no MediaBox');
  const [x0, y0, x1, y1] = found as [number, number, number, number];
  const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const;
  const unit = objects.number(page, 'UserUnit') ?? 1;
  const [across, up] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
  const turn = turnOf(numberOf(objects.inherited(page, 'Rotate')) ?? 0);
  return turn % 180 === 0 ? { box, turn, width: across, height: up } : { box, turn, width: up, height: across };
};

const turnOf = (degrees: number): Turn => {
  const turn = ((Math.round(degrees / 90) * 90) % 360) + 360;
  return (turn % 360) as Turn;
};
