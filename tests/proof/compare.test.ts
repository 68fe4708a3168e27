import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compareSnapshots } from '../../src/proof/compare.js';
import type { Snapshot } from '../../src/proof/compare-snapshot.js';

const SIDE = 200;
/** A sheet of 100 × 100 pt in the middle of its render, with one story at its foot. */
const DUMP = 'page 1 100.00×100.00\n  10.00,60.00 [story river slot only] 80.00×30.00\n';

/** A state whose page has one black pixel. */
const stateOf = async (x: number, y: number): Promise<Snapshot> => {
  const pixels = new Uint8Array(SIDE * SIDE).fill(255);
  pixels[y * SIDE + x] = 0;
  const raw = { width: SIDE, height: SIDE, channels: 1 } as const;
  const render = await sharp(pixels, { raw }).png().toBuffer();
  const page = { page: 1, dump: DUMP, width: SIDE, height: SIDE, hash: `${x} ${y}`, thumbnail: render, render };
  return { issue: 1, dpi: 72, pages: [page] };
};

describe('whose a changed pixel is', () => {
  it.each([
    [100, 130, 'river'],
    // On the sheet, and on no story: the nearest's.
    [100, 148, 'river'],
    // The slug line and the marks stand outside the sheet.
    [100, 180, 'marks'],
    [20, 120, 'marks'],
    [100, 20, 'marks'],
    [180, 120, 'marks'],
  ])('at %i, %i: %s', async (x, y, name) => {
    const [before, after] = [await stateOf(100, 140), await stateOf(x, y)];
    const { pages } = await compareSnapshots(before, after, [], async () => null);
    expect(pages[0]!.pixels!.areas.map((area) => area.name).filter((one) => one !== 'river')).toEqual(
      name === 'river' ? [] : [name],
    );
  });
});
