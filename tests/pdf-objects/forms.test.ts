import { describe, expect, it } from 'vitest';
import { openDrawing, paintsTooMuch } from '../../src/pdf-objects/drawing.js';
import { chain, madePdf } from '../pdf/drawing/made.js';

const isTooMuch = async (often: number, deep: number): Promise<boolean> =>
  paintsTooMuch(await openDrawing(madePdf(chain(often, deep))));

describe('forms that call each other', () => {
  it.each([
    ['a legend of the same signs', 100, 2, false],
    ['as often as can be followed', 2, 16, false],
    ['more often', 2, 18, true],
    ['a thousand million times', 4, 15, true],
    ['as deep as states go', 1, 28, false],
    ['deeper', 1, 29, true],
    ['deeper than any stack', 1, 20_000, true],
  ])('%s', async (_, often, deep, much) => {
    expect(await isTooMuch(often, deep)).toBe(much);
  });
});
