/**
 * Small pages as they are meant to be: their dumps word for word, and thumbnails of their PDFs. A change that is
 * meant is taken over by `npx vitest run tests/golden -u`; look at the thumbnails before it is committed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/build.js';
import { dumpPage } from '../../src/page/dump.js';
import { rasterize } from '../../src/proof/raster.js';

const here = 'tests/golden';
const root = mkdtempSync(join(tmpdir(), 'banxin-golden-'));
afterAll(() => rmSync(root, { recursive: true }));

const PAGES = ['plain', 'boxed', 'picture', 'vertical', 'jump', 'rest', 'quoted', 'tables', 'list'];
/** Of these a thumbnail is kept. */
const DRAWN = ['boxed', 'picture', 'vertical', 'quoted', 'tables', 'list'];
const DPI = 36;

let built: BuildResult;
beforeAll(async () => {
  built = await build({
    issue: '1',
    issuesDir: join(here, 'issues'),
    layoutsDir: join(here, 'layouts'),
    fontsFile: 'fonts/fonts.yaml',
    outDir: root,
    pages: null,
    now: () => 0,
  });
});

describe('golden pages', () => {
  it.each(PAGES)('%s', async (name) => {
    const page = built.pages[PAGES.indexOf(name)]!;
    await expect(dumpPage(page)).toMatchFileSnapshot(`${name}.golden.txt`);
  });

  it('hold all their copy', () => {
    const stories = built.report!.pages.flatMap((page) => page.stories);
    expect(stories.filter(({ overset, white }) => overset.lines > 0 || white > 1)).toEqual([]);
  });

  it.each(DRAWN)('%s is drawn as its thumbnail', async (name) => {
    const file = join(root, '1', built.report!.pages[PAGES.indexOf(name)]!.file);
    const [{ width, height, pixels }] = (await rasterize(readFileSync(file), DPI)) as [
      Awaited<ReturnType<typeof rasterize>>[0],
    ];
    const drawn = sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
    const kept = join(here, `${name}.golden.png`);
    if (expect.getState().snapshotState.snapshotUpdateState === 'all') {
      await drawn.clone().png({ compressionLevel: 9, palette: false }).toFile(kept);
    }
    const [now, then] = await Promise.all([drawn.raw().toBuffer(), sharp(kept).removeAlpha().raw().toBuffer()]);
    expect(now.length).toBe(then.length);
    const differences = now.reduce((count, value, index) => count + (Math.abs(value - then[index]!) > 24 ? 1 : 0), 0);
    expect(differences, 'colour values that differ').toBe(0);
  });
});
