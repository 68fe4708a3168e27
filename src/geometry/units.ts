/**
 * Units. A length's unit stands in its type's name; conversions happen here and nowhere else.
 * The types are plain numbers: they document, the names of fields carry the unit.
 */

/** PostScript point, 1/72 inch. */
export type Pt = number;
/** Millimetre. */
export type Mm = number;
/** Multiple of the type size at hand; 1 em is one 字. */
export type Em = number;
/** A whole number of 65,536ths of an em: what lines are reckoned in while they are broken. */
export type EmParts = number;
/** Whole lines of a page's baseline grid. */
export type Lines = number;
/** Whole base columns of a page's grid. */
export type Columns = number;

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export const mm = (value: Mm): Pt => value * POINTS_PER_MM;

/** Points to millimetres. */
export const toMm = (value: Pt): Mm => value / POINTS_PER_MM;

/** Height of the em box over the baseline; the share of Noto and of most Chinese faces. */
export const ASCENT: Em = 0.88;

/** How many parts an em has. */
export const PARTS_PER_EM = 0x10000;

/** Ems to the nearest part of an em. */
export const emParts = (value: Em): EmParts => Math.round(value * PARTS_PER_EM);

/** A point; x to the right, y down, from the parent's top left corner. */
export interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

/** Width and height of a box. */
export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** A range of whole numbers, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
