/** The graphics state of a content stream, as far as the press cares. */
import type { Box } from '../../../pdf-objects/boxes.js';

/** a b c d e f of PDF 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that moves nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

// Matrices are read by index: taking them apart by pattern costs an iterator each time, and a page has thousands.

/** First `inner`, then `outer`. */
export const times = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

/** `matrix`, with what it transforms first moved by `x` and `y`. */
export const moved = (matrix: Matrix, x: number, y: number): Matrix => [
  matrix[0],
  matrix[1],
  matrix[2],
  matrix[3],
  x * matrix[0] + y * matrix[2] + matrix[4],
  x * matrix[1] + y * matrix[3] + matrix[5],
];

/** How much a matrix enlarges lengths, on the whole. */
export const scaleOf = (matrix: Matrix): number => Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));

const acrossOf = (matrix: Matrix, x: number, y: number): number => matrix[0] * x + matrix[2] * y + matrix[4];
const upOf = (matrix: Matrix, x: number, y: number): number => matrix[1] * x + matrix[3] * y + matrix[5];

/** The box around a rectangle once transformed. */
export const boxOf = (matrix: Matrix, x: number, y: number, width: number, height: number): Box => {
  const right = x + width;
  const top = y + height;
  // Where the four corners come to lie.
  const ax = acrossOf(matrix, x, y);
  const bx = acrossOf(matrix, right, y);
  const cx = acrossOf(matrix, x, top);
  const dx = acrossOf(matrix, right, top);
  const ay = upOf(matrix, x, y);
  const by = upOf(matrix, right, y);
  const cy = upOf(matrix, x, top);
  const dy = upOf(matrix, right, top);
  return {
    x0: Math.min(ax, bx, cx, dx),
    y0: Math.min(ay, by, cy, dy),
    x1: Math.max(ax, bx, cx, dx),
    y1: Math.max(ay, by, cy, dy),
  };
};

/** A box that holds everything, and one that holds nothing. */
export const EVERYWHERE: Box = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity };
export const NOWHERE: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };

/** The box around two. */
export const union = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

/** A colour as it is chosen: its space, and what it puts on the plates. */
export interface Colour {
  /** Name of the colour space: DeviceCMYK, Separation … */
  readonly space: string;
  /** Shares (0–1) of cyan, magenta, yellow, black; null where they cannot be told. */
  readonly inks: readonly number[] | null;
  /** Number of plates with ink. */
  readonly plates: number;
  /** Spot colours are plates of their own; their inks are only what stands in for them. */
  readonly spot: boolean;
  /** Of a shading the colours that it runs through, each on as much of what is painted; where in it is not asked. */
  readonly steps?: readonly Colour[];
}

const TRACE = 0.001;

/** A colour of the process inks, and how many plates have any of it. */
export const processColour = (space: string, inks: readonly number[] | null): Colour => ({
  space,
  inks,
  plates: inks?.filter((share) => share > TRACE).length ?? 0,
  spot: false,
});

const GRAY_BLACK: Colour = processColour('DeviceGray', [0, 0, 0, 1]);

/** What is set while contents are read (ISO 32000-1, 8.4). */
export interface GraphicsState {
  ctm: Matrix;
  /** The box around what clipping leaves to be seen. */
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillSpace: string;
  strokeSpace: string;
  fillOverprint: boolean;
  strokeOverprint: boolean;
  /** OPM: with 1 what overprints leaves plates that it has no ink for as they are. */
  overprintMode: number;
  lineWidth: number;
  fontSize: number;
  charSpace: number;
  rise: number;
  horizontal: number;
  leading: number;
  renderMode: number;
  /** Within artwork: an advertisement, a chart, which another hand drew. */
  artwork: boolean;
}

/** The state that contents begin with of which so much is to be seen. */
export const initialState = (clip: Box): GraphicsState => ({
  ctm: IDENTITY,
  clip,
  fill: GRAY_BLACK,
  stroke: GRAY_BLACK,
  fillSpace: 'DeviceGray',
  strokeSpace: 'DeviceGray',
  fillOverprint: false,
  strokeOverprint: false,
  overprintMode: 0,
  lineWidth: 1,
  fontSize: 0,
  charSpace: 0,
  rise: 0,
  horizontal: 1,
  leading: 0,
  renderMode: 0,
  artwork: false,
});
