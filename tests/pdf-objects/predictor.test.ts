import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Prediction, UNPREDICTED, unpredicted } from '../../src/pdf-objects/predictor.js';

const how = (of: Partial<Prediction>): Prediction => ({ ...UNPREDICTED, ...of });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

it('leaves what was not predicted as it is', () => {
  expect(unpredicted(bytes(1, 2, 3), UNPREDICTED)).toEqual(bytes(1, 2, 3));
});

it('undoes each of PNG’s predictors, by the example', () => {
  const colours = how({ Predictor: 15, Colors: 2, Columns: 2 });
  const first = [0, 10, 20, 30, 40];
  for (const [kind, line, values] of [
    ['none', [0, 1, 2, 3, 4], [1, 2, 3, 4]],
    ['left', [1, 1, 2, 3, 4], [1, 2, 4, 6]],
    ['above', [2, 1, 2, 3, 250], [11, 22, 33, 34]],
    ['average', [3, 1, 2, 3, 4], [6, 12, 21, 30]],
    ['Paeth', [4, 1, 2, 3, 4], [11, 22, 33, 44]],
    ['Paeth, from the left and from between', [4, 60, 0, 0, 236], [70, 20, 70, 20]],
  ] as const) {
    const data = bytes(...first, ...line);
    expect([kind, ...unpredicted(data, colours).subarray(4)]).toEqual([kind, ...values]);
  }
});

it('undoes TIFF’s, in eight bits and in sixteen', () => {
  expect(unpredicted(bytes(1, 2, 3, 250, 5, 6, 7, 8), how({ Predictor: 2, Colors: 2, Columns: 2 }))).toEqual(
    bytes(1, 2, 4, 252, 5, 6, 12, 14),
  );
  const sixteen = how({ Predictor: 2, Columns: 3, BitsPerComponent: 16 });
  expect(unpredicted(bytes(0, 255, 0, 1, 255, 255), sixteen)).toEqual(bytes(0, 255, 1, 0, 0, 255));
});

it('gives what any line was before each value was taken from its left neighbour', () => {
  const picture = fc
    .record({
      colours: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 9 }),
      rows: fc.integer({ min: 1, max: 4 }),
    })
    .chain((size) => {
      const length = size.colours * size.columns * size.rows;
      return fc.record({ size: fc.constant(size), values: fc.uint8Array({ minLength: length, maxLength: length }) });
    });
  fc.assert(
    fc.property(picture, ({ size: { colours, columns }, values }) => {
      const line = colours * columns;
      const less = values.map((value, at) => (at % line < colours ? value : value - values[at - colours]!));
      const lines = Array.from({ length: values.length / line }, (_, row) => [
        1,
        ...less.subarray(row * line, row * line + line),
      ]);
      const known = { Colors: colours, Columns: columns };
      expect(unpredicted(less, how({ Predictor: 2, ...known }))).toEqual(values);
      expect(unpredicted(bytes(...lines.flat()), how({ Predictor: 12, ...known }))).toEqual(values);
    }),
  );
});

it('refuses predictors that there are not', () => {
  for (const predictor of [0, 3, 9]) expect(() => unpredicted(bytes(1, 2), how({ Predictor: predictor }))).toThrow();
  expect(() => unpredicted(bytes(5, 2), how({ Predictor: 15 }))).toThrow();
  expect(() => unpredicted(bytes(5, 2), how({ Predictor: 2, BitsPerComponent: 4, Columns: 4 }))).toThrow();
  expect(() => unpredicted(bytes(5, 2), how({ Predictor: 15, Columns: 0 }))).toThrow();
});
