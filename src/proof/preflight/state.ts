/** The graphics state of a content stream, as far as the press cares. */

/** a b c d e f of PDF 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const times = (inner: Matrix, outer: Matrix): Matrix => {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
};

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** How much a matrix enlarges lengths, on the whole. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The box around a rectangle once transformed. */
export const boxOf = (matrix: Matrix, x: number, y: number, width: number, height: number): Box => {
  const corners = [
    apply(matrix, x, y),
    apply(matrix, x + width, y),
    apply(matrix, x, y + height),
    apply(matrix, x + width, y + height),
  ];
  const xs = corners.map(([cx]) => cx);
  const ys = corners.map(([, cy]) => cy);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
};

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
}

const TRACE = 0.001;

export const processColour = (space: string, inks: readonly number[] | null): Colour => ({
  space,
  inks,
  plates: inks?.filter((share) => share > TRACE).length ?? 0,
  spot: false,
});

export const GRAY_BLACK: Colour = processColour('DeviceGray', [0, 0, 0, 1]);

export interface GraphicsState {
  ctm: Matrix;
  fill: Colour;
  stroke: Colour;
  fillSpace: string;
  strokeSpace: string;
  fillOverprint: boolean;
  strokeOverprint: boolean;
  lineWidth: number;
  font: string;
  fontSize: number;
  charSpace: number;
  rise: number;
  horizontal: number;
  leading: number;
  renderMode: number;
}

export const initialState = (): GraphicsState => ({
  ctm: IDENTITY,
  fill: GRAY_BLACK,
  stroke: GRAY_BLACK,
  fillSpace: 'DeviceGray',
  strokeSpace: 'DeviceGray',
  fillOverprint: false,
  strokeOverprint: false,
  lineWidth: 1,
  font: '',
  fontSize: 0,
  charSpace: 0,
  rise: 0,
  horizontal: 1,
  leading: 0,
  renderMode: 0,
});
