/** Predictors (ISO 32000-1, 7.4.4.4): of each value only what it differs by from its neighbours was deflated. */

/** How values were predicted, by the keys of DecodeParms. */
export interface Prediction {
  readonly Predictor: number;
  readonly Colors: number;
  readonly BitsPerComponent: number;
  readonly Columns: number;
}

/** What holds where DecodeParms does not say. */
export const UNPREDICTED: Prediction = { Predictor: 1, Colors: 1, BitsPerComponent: 8, Columns: 1 };

/** The values themselves. Throws where they were predicted in a way that PDF does not know. */
export const unpredicted = (data: Uint8Array, how: Prediction): Uint8Array => {
  const { Predictor, Colors, BitsPerComponent, Columns } = how;
  if (Predictor === 1) return data;
  const line = Math.ceil((Colors * BitsPerComponent * Columns) / 8);
  if (!(line > 0)) throw unknown(Predictor);
  if (Predictor === 2) return besideEachOther(data.slice(), line, how);
  if (Predictor >= 10) return asInPng(data, line, Math.ceil((Colors * BitsPerComponent) / 8));
  throw unknown(Predictor);
};

const unknown = (predictor: number): Error => new Error(`there is no predictor ${predictor}`);

/** TIFF's: each value by the one of its colour to the left. In place. */
const besideEachOther = (
  data: Uint8Array,
  line: number,
  { Colors, BitsPerComponent, Predictor }: Prediction,
): Uint8Array => {
  // What is predicted in fewer bits than a byte is not known to be written by anybody.
  if (BitsPerComponent !== 8 && BitsPerComponent !== 16) throw unknown(Predictor);
  const bytes = BitsPerComponent / 8;
  for (let start = 0; start < data.length; start += line) {
    const end = Math.min(start + line, data.length);
    for (let at = start + Colors * bytes; at + bytes <= end; at += bytes) {
      const left = at - Colors * bytes;
      if (bytes === 1) data[at]! += data[left]!;
      else {
        const sum = ((data[at]! + data[left]!) << 8) + data[at + 1]! + data[left + 1]!;
        data[at] = sum >> 8;
        data[at + 1] = sum;
      }
    }
  }
  return data;
};

/** PNG's: each line begins with a byte that says by which of its neighbours; `pixel`: bytes to the left one. */
const asInPng = (data: Uint8Array, line: number, pixel: number): Uint8Array => {
  const lines = Math.ceil(data.length / (line + 1));
  const values = new Uint8Array(Math.max(data.length - lines, 0));
  for (let row = 0; row < lines; row++) {
    const from = row * (line + 1);
    const to = row * line;
    const predict = PREDICTORS[data[from]!];
    if (predict === undefined) throw unknown(10 + data[from]!);
    const length = Math.min(line, data.length - from - 1);
    for (let at = 0; at < length; at++) {
      const left = at < pixel ? 0 : values[to + at - pixel]!;
      const above = row === 0 ? 0 : values[to + at - line]!;
      const between = row === 0 || at < pixel ? 0 : values[to + at - line - pixel]!;
      values[to + at] = data[from + 1 + at]! + predict(left, above, between);
    }
  }
  return values;
};

/** None, Sub, Up, Average, Paeth (PNG, 9.2). */
const PREDICTORS: readonly ((left: number, above: number, between: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, between) => {
    // Millions of values: no array of three each time.
    const byLeft = Math.abs(above - between);
    const byAbove = Math.abs(left - between);
    const byBetween = Math.abs(left + above - 2 * between);
    if (byLeft <= byAbove && byLeft <= byBetween) return left;
    return byAbove <= byBetween ? above : between;
  },
];
