import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSnapshots } from '../../src/proof/compare.js';
import { hashOf, type Snapshot } from '../../src/proof/compare-snapshot.js';
import type { Raster } from '../../src/proof/raster.js';
import { toPng } from '../../src/proof/raster.js';
import { htmlReport } from '../../src/proof/report-html.js';
import { chromiumPath, openBrowser } from '../preview/chromium.js';

/** Waiting ends when what is waited for comes; a busy machine must not fail. */
const PATIENT = { timeout: 60_000 };

const SIZE = 200;
const dumpOf = (text: string): string =>
  `page 1 144.00×144.00\n  10.00,20.00 [story bridge slot lead] 100.00×50.00\n    0.00,10.00 text 10.00pt 0/0/0/100 “${text}” song …1.000em\n`;

/** A white page with a black bar in the story's box, so far from its left edge. */
const stateWith = async (left: number, text: string): Promise<Snapshot> => {
  const pixels = new Uint8Array(SIZE * SIZE * 4).fill(255);
  for (let y = 60; y < 80; y++)
    for (let x = left; x < left + 20; x++) pixels.fill(0, (y * SIZE + x) * 4, (y * SIZE + x) * 4 + 3);
  const raster: Raster = { width: SIZE, height: SIZE, pixels };
  const render = await toPng(raster);
  const thumbnail = await sharp(render).resize(40).png().toBuffer();
  const page = { page: 1, dump: dumpOf(text), width: SIZE, height: SIZE, hash: hashOf(raster), thumbnail, render };
  return { issue: 7, dpi: 100, pages: [page] };
};

describe.skipIf(chromiumPath === null)('the diff report in a browser', () => {
  const root = mkdtempSync(join(tmpdir(), 'banxin-report-'));
  const asked: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const [before, after] = [await stateWith(20, '新桥'), await stateWith(120, '老桥')];
    const comparison = await compareSnapshots(before, after, [], async () => null);
    const file = join(root, 'diff.html');
    writeFileSync(file, await htmlReport(comparison, 'accepted <1>', 'as it is now'));
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true });
  });

  const look = (property: string): Promise<string> =>
    page.evaluate((name) => getComputedStyle(document.querySelector('.after')!).getPropertyValue(name), property);
  const boxes = (): Promise<{ before: DOMRect; after: DOMRect }> =>
    page.evaluate(() => {
      const of = (name: string): DOMRect => document.querySelector(name)!.getBoundingClientRect().toJSON() as DOMRect;
      return { before: of('.before img'), after: of('.after img') };
    });

  it('is one file that asks for nothing, and names the story in words and on the picture', async () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => url.startsWith('file:')).length).toBe(1);
    expect(await page.locator('header').innerText()).toContain('accepted <1> → as it is now');
    expect(await page.locator('li').first().innerText()).toBe('bridge lead: story text “【新】桥” → “【老】桥”');
    expect(await page.locator('.after .area em').allInnerTexts()).toEqual(['bridge', 'bridge']);
    // Each box lies round a changed bar: 20 of 200 pixels wide, and its margin.
    const { after } = await boxes();
    const area = (await page.locator('.after .area').first().boundingBox())!;
    expect(Math.abs(area.x - (after.x + after.width * 0.1))).toBeLessThan(6);
    expect(Math.abs(area.width - after.width * 0.1)).toBeLessThan(8);
  });

  it('is Chinese in a Chinese browser', async () => {
    const chinese = await browser.newPage({ locale: 'zh-CN' });
    await chinese.goto(page.url());
    expect(await chinese.locator('header').innerText()).toMatch(
      /^第7期：版面比对\s+accepted <1> → 现在的版面. 1版有变化\s+1 并排2 划动3 交替4 差别 框出变化（B）$/,
    );
    expect(await chinese.locator('li').first().innerText()).toBe('bridge lead: 稿件文字改动：“【新】桥” → “【老】桥”');
    expect(await chinese.locator('section p').first().innerText()).toMatch(
      /^\d+个像素不同，相差最多\d+（满值255），有2处：bridge$/,
    );
    expect(await chinese.locator('figcaption').allInnerTexts()).toEqual(['原来', '现在']);
    expect(await page.locator('h2').innerText()).toBe('Page 1');
    await chinese.close();
  });

  it('shows both side by side', async () => {
    await page.keyboard.press('1');
    const { before, after } = await boxes();
    expect(after.x).toBeGreaterThan(before.x + before.width);
  });

  it('swipes from one to the other', async () => {
    await page.keyboard.press('2');
    const { before, after } = await boxes();
    expect([after.x, after.y]).toEqual([before.x, before.y]);
    expect(await look('clip-path')).toContain('50%');
    await page.locator('input[type=range]').fill('20');
    expect(await look('clip-path')).toContain('20%');
  });

  it('blinks', async () => {
    await page.keyboard.press('3');
    await expect.poll(() => look('visibility'), PATIENT).toBe('hidden');
    await expect.poll(() => look('visibility'), PATIENT).toBe('visible');
  });

  it('shows the difference alone', async () => {
    await page.keyboard.press('4');
    expect(await look('mix-blend-mode')).toBe('difference');
    await page.locator('#boxes').uncheck();
    const shot = await sharp(await page.locator('.pair').screenshot())
      .resize(SIZE, SIZE, { fit: 'fill' })
      .greyscale()
      .raw()
      .toBuffer();
    const at = (x: number, y: number): number => shot[y * SIZE + x]!;
    // Where the bar was and where it is, and nowhere else.
    expect([at(30, 70) < 60, at(130, 70) < 60, at(80, 70) > 200, at(150, 150) > 200]).toEqual([true, true, true, true]);
  });
});
