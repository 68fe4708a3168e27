import { describe, expect, it } from 'vitest';
import { openDrawing } from '../../src/pdf-objects/drawing.js';
import { valuesAt } from '../../src/pdf-objects/functions.js';
import { madePdf, stream } from '../pdf/drawing/made.js';

/** What a function gives for a value. */
const at = async (written: string, value: number): Promise<readonly number[] | null> => {
  const { objects, page } = await openDrawing(
    madePdf({ content: 'n', page: '/MediaBox [0 0 9 9] /Own 10 0 R', objects: [written] }),
  );
  return valuesAt(objects, objects.entry(page, 'Own'), value);
};
const line = (from: string, to: string): string => `<< /FunctionType 2 /Domain [0 1] /C0 [${from}] /C1 [${to}] /N 1 >>`;
const SAMPLES = '/FunctionType 0 /Domain [0 1] /Size [3] /BitsPerSample 8 /Range [0 1 0 1]';

describe('a function of one value', () => {
  it.each([
    ['between two ends', line('0 1', '1 0'), 0.25, [0.25, 0.75]],
    ['by a power', line('0', '1').replace('/N 1', '/N 2'), 0.5, [0.25]],
    ['beyond its domain', line('0', '1'), 7, [1]],
    ['several, of a result each', `[${line('0', '1')} ${line('1', '0')}]`, 0.25, [0.25, 0.75]],
    ['by samples', stream('\0\xff\xff\0\0\0', SAMPLES), 0.5, [1, 0]],
    ['by samples of other ends', stream('\0\xff\xff\0\0\0', `${SAMPLES} /Decode [0 .5 0 1]`), 0.5, [0.5, 0]],
    ['by samples that break off', stream('\0\xff', SAMPLES), 0.5, null],
    ['of a program', stream('{}', '/FunctionType 4 /Domain [0 1] /Range [0 1]'), 0.5, null],
  ])('%s', async (_, written, value, results) => {
    expect(await at(written, value)).toEqual(results);
  });

  it.each([
    [0.25, 0.5],
    [0.5, 1],
    [0.75, 0.5],
    [1, 0],
  ])('of several stitched together, at %d', async (value, result) => {
    const both = `<< /FunctionType 3 /Domain [0 1] /Functions [${line('0', '1')} ${line('0', '1')}] /Bounds [.5] /Encode [0 1 1 0] >>`;
    expect(await at(both, value)).toEqual([result]);
  });
});
