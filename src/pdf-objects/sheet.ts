/** A page of a PDF as it is cut and lies (ISO 32000-1, 7.7.3.3 and 14.11.2). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { boxOnMedia } from './boxes.js';
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

/** The first of these that a page has is where it is cut; some programs write boxes of no size. */
const BOXES = ['TrimBox', 'ArtBox', 'CropBox', 'MediaBox'];

/** Where a page is cut, and how it lies. Throws (Unreadable) where it has no box. */
export const trimmedPage = (objects: PdfObjects, page: PDFDict): TrimmedPage => {
  const found = BOXES.map((key) => boxOnMedia(objects, page, key)).find((each) => each !== null);
  if (!found) throw new Unreadable('no MediaBox');
  const { x0, y0, x1, y1 } = found;
  const unit = objects.number(page, 'UserUnit') ?? 1;
  const [across, up] = [(x1 - x0) * unit, (y1 - y0) * unit];
  const turn = turnOf(numberOf(objects.inherited(page, 'Rotate')) ?? 0);
  const [width, height] = turn % 180 === 0 ? [across, up] : [up, across];
  return { box: [x0, y0, x1, y1], turn, width, height };
};

const turnOf = (degrees: number): Turn => {
  const turn = ((Math.round(degrees / 90) * 90) % 360) + 360;
  return (turn % 360) as Turn;
};
