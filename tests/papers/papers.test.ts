/** Other papers are data: the classic broadsheet of 8 × 13 字 in 小五, and a 四开 tabloid. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build.js';
import { rasterize } from '../../src/proof/raster.js';
import { buildPaper } from './papers.js';

const root = mkdtempSync(join(tmpdir(), 'banxin-papers-'));
afterAll(() => rmSync(root, { recursive: true }));

const MM = 72 / 25.4;

describe.each([
  // Sheet and type area in mm; the stories of each page.
  { paper: 'classic-daily', sheet: [390, 550], area: [352.4, 486.8], stories: [8, 5, 9] },
  { paper: 'tabloid', sheet: [275, 390], area: [237.1, 349.3], stories: [3] },
])('$paper', ({ paper, sheet, area, stories }) => {
  let built: BuildResult;
  beforeAll(async () => {
    built = await buildPaper(paper, join(root, paper));
  });

  it('fills its pages flush, with nothing left over and nothing to complain of', () => {
    const { report, diagnostics } = built;
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('No press profile')]);
    expect(report!.pages.map((page) => page.stories.length)).toEqual(stories);
    for (const { id, overset, white } of report!.pages.flatMap((page) => page.stories)) {
      expect([overset.lines, overset.chars], id).toEqual([0, 0]);
      expect(white, id).toBeLessThanOrEqual(1);
    }
  });

  it('stands on its own sheet, and its ink ends where its type area does', async () => {
    const file = readFileSync(join(root, paper, 'out/1/1-01.pdf'));
    const dpi = 72;
    const [page] = await rasterize(file, dpi);
    const extent = inkExtent(page!);
    const [width, height] = [sheet[0]! * MM, sheet[1]! * MM];
    expect(Math.abs(page!.width - width - 2 * 3 * MM) <= 1.5 || Math.abs(page!.width - width) <= 1.5).toBe(true);
    expect(extent.right - extent.left).toBeGreaterThan(area[0]! * MM - 4);
    expect(extent.right - extent.left).toBeLessThan(area[0]! * MM + 4);
    // The masthead's first ink stands within two lines of the head; the last lines stand on the foot.
    expect(extent.bottom - extent.top).toBeGreaterThan(area[1]! * MM - 30);
    expect(extent.bottom - extent.top).toBeLessThan(area[1]! * MM + 4);
    expect(Math.abs((extent.left + extent.right) / 2 - page!.width / 2)).toBeLessThan(3);
    expect(page!.height).toBeGreaterThanOrEqual(Math.floor(height));
  });
});

/** The box that holds all that is not white, in pixels. */
function inkExtent({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }) {
  const extent = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (Math.min(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) > 200) continue;
      extent.left = Math.min(extent.left, x);
      extent.right = Math.max(extent.right, x);
      extent.top = Math.min(extent.top, y);
      extent.bottom = Math.max(extent.bottom, y);
    }
  }
  return extent;
}
