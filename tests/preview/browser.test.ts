import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FONTS } from '../../src/fonts/registry.js';
import type { Folders } from '../../src/preview/reader.js';
import { type PreviewServer, serve } from '../../src/preview/server.js';
import { createSession } from '../../src/preview/session.js';
import { watchFiles } from '../../src/preview/watch.js';
import { type SmallDesk, smallDesk } from '../proof/desk.js';
import { chromiumPath, openBrowser } from './chromium.js';

/** Waiting ends when what is waited for comes; a busy machine must not fail. */
const PATIENT = { timeout: 60_000 };

const SCHOOL = 'issues/7/articles/school.md';
const TEA = 'issues/7/articles/tea.md';

describe.skipIf(chromiumPath === null)('the preview in a browser', () => {
  const root = mkdtempSync(join(tmpdir(), 'banxin-browser-'));
  const faults: string[] = [];
  let desk: SmallDesk;
  let server: PreviewServer;
  let watcher: { close(): Promise<void> };
  let browser: Browser;
  let page: Page;
  let folders: Folders;
  const now = (): number => performance.timeOrigin + performance.now();

  beforeAll(async () => {
    desk = smallDesk(root);
    folders = { issue: '7', issuesDir: desk.issues, layoutsDir: desk.layouts, fontsFile: DEFAULT_FONTS };
    const session = createSession(folders, now);
    server = await serve(session, '127.0.0.1', 0);
    watcher = await watchFiles(folders, now, (change) => void session.changed(change));
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (fault) => faults.push(fault.message));
    // Opened before anything is built: it must follow the first build too.
    await page.goto(server.url);
    await page.waitForSelector('#progress:not([hidden])');
    await session.start();
    await page.waitForSelector('svg.page[data-page="1"]');
  });
  afterAll(async () => {
    await browser?.close();
    await watcher?.close();
    await server?.close();
    rmSync(root, { recursive: true });
  });

  const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();
  /** Does something and waits until the browser shows what came of it. */
  const shown = async (act: () => void): Promise<void> => {
    await page.evaluate(() => {
      Object.assign(globalThis, {
        next: new Promise((resolve) => addEventListener('banxin:shown', resolve, { once: true })),
      });
    });
    act();
    await page.evaluate(() => (globalThis as unknown as { next: Promise<void> }).next);
  };
  const said = (story: string): Promise<number> =>
    page.evaluate((slot) => document.querySelector(`[data-piece="${slot}"]`)?.textContent?.length ?? 0, story);

  it('opens on the first page, set in the issue’s own fonts', async () => {
    expect(await text('#paper')).toBe('试印日报');
    expect(await text('#number')).toBe('第1版');
    expect(await page.locator('#progress').isHidden()).toBe(true);
    const fonts = await page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`));
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((font) => !/^"?banxin-\d+-\d+"? loaded$/.test(font))).toEqual([]);
    const { channels } = await sharp(await page.locator('#sheet').screenshot()).stats();
    // A page of type is neither white nor black.
    expect(channels[0]!.mean > 150 && channels[0]!.mean < 245, String(channels[0]!.mean)).toBe(true);
  });

  it('draws the glyphs where the page has them', async () => {
    // The headline of the lead spans its measure: its first and last glyph stand inside the slot, near its edges.
    const { left, right, box } = await page.evaluate(() => {
      const piece = document.querySelector('[data-piece="lead"]')!;
      const sizes = [...piece.querySelectorAll('text')].map((one) => Number(one.getAttribute('font-size')));
      const headline = [...piece.querySelectorAll('text')].find(
        (one) => Number(one.getAttribute('font-size')) === Math.max(...sizes),
      )!;
      const own = headline.getBoundingClientRect();
      const slot = document.querySelector('.hit[data-slot="lead"]')!.getBoundingClientRect();
      return { left: own.left, right: own.right, box: { left: slot.left, right: slot.right } };
    });
    expect(left >= box.left - 1 && right <= box.right + 1, JSON.stringify({ left, right, box })).toBe(true);
    expect(right - left).toBeGreaterThan((box.right - box.left) * 0.3);
  });

  it('turns pages by keys, buttons, rail and plan', async () => {
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('svg.page[data-page="2"]');
    expect(await text('#number')).toBe('第2版');
    await page.keyboard.press('Home');
    await page.waitForSelector('svg.page[data-page="1"]');
    await page.click('[data-do=next]');
    await page.waitForSelector('svg.page[data-page="2"]');
    await page.click('#rail [data-page="1"]');
    await page.waitForSelector('svg.page[data-page="1"]');
    await page.keyboard.press('p');
    expect(await page.locator('#plan .card svg').count()).toBe(2);
    await page.click('#plan [data-page="2"]');
    await page.waitForSelector('svg.page[data-page="2"]');
    expect(await page.locator('#plan').isHidden()).toBe(true);
    await page.keyboard.press('1');
    await page.waitForSelector('svg.page[data-page="1"]');
  });

  it('lists its keys', async () => {
    await page.keyboard.press('?');
    expect(await page.locator('#help kbd').allInnerTexts()).toEqual(expect.arrayContaining(['P', '→', 'G', 'K', 'L']));
    await page.keyboard.press('Escape');
    expect(await page.locator('#help').isHidden()).toBe(true);
  });

  it('zooms, and fits the window again', async () => {
    const width = async (): Promise<number> => (await page.locator('#sheet').boundingBox())!.width;
    const before = await width();
    await page.keyboard.press('+');
    expect((await width()) / before).toBeCloseTo(1.25, 2);
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect((await width()) / before).toBeCloseTo(0.8, 2);
    await page.keyboard.press('0');
    expect(await width()).toBeCloseTo(before, 0);
  });

  it.each([
    [1400, true],
    [800, true],
    [560, false],
  ])(
    'shows the page as large as it can in a window %i pixels wide, and while there is room its stories',
    async (width, hasPanel) => {
      await page.setViewportSize({ width, height: 900 });
      const panel = await page.locator('#panel').boundingBox();
      expect(panel !== null).toBe(hasPanel);
      const stands = async (): Promise<boolean> => {
        const sheet = (await page.locator('#sheet').boundingBox())!;
        return sheet.width > 400 && sheet.x + sheet.width < (panel?.x ?? width);
      };
      await expect.poll(stands, PATIENT).toBe(true);
      await page.setViewportSize({ width: 1400, height: 900 });
    },
  );

  it.each([
    ['zh', 1280],
    ['en', 1366],
    ['en', 800],
  ])('keeps the page where it is whatever stands in its head (%s, %i)', async (language, width) => {
    if (language === 'en') await page.keyboard.press('l');
    await page.setViewportSize({ width, height: 900 });
    const heights = await page.evaluate(() =>
      ['', '存盘到上屏 12345 毫秒', 'connection lost, trying again'].map((words) => {
        document.querySelector('#light')!.textContent = words;
        return document.querySelector('header')!.offsetHeight;
      }),
    );
    expect(new Set(heights).size, heights.join()).toBe(1);
    await page.setViewportSize({ width: 1400, height: 900 });
    if (language === 'en') await page.keyboard.press('l');
  });

  it.each([
    ['grid', 'g', '.column', 3],
    ['slots', 's', '.slot', 3],
    ['overset', 'o', '.over', 0],
    ['order', 'r', '.turn', 3],
    ['faults', 'f', '.fault', 2],
  ])('switches the overlay %s on and off', async (name, key, part, count) => {
    const layer = page.locator(`[data-overlay="${name}"]`).and(page.locator('g'));
    await page.keyboard.press(key);
    expect(await layer.count()).toBe(1);
    expect(await layer.locator(part).count()).toBe(count);
    await page.click(`#overlays [data-overlay="${name}"]`);
    expect(await layer.count()).toBe(0);
  });

  it.each([
    ['c', 'rgb(255, 255, 255)'],
    ['m', 'rgb(255, 255, 255)'],
    ['y', 'rgb(255, 255, 255)'],
    ['k', 'rgb(0, 0, 0)'],
  ])('shows plate %s alone', async (plate, colour) => {
    const fill = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('[data-piece="lead"] text')!).fill);
    const together = await fill();
    await page.keyboard.press(plate);
    expect(await fill()).toBe(colour);
    await page.keyboard.press('i');
    expect(await fill()).toBe(together);
  });

  it('sets only the story anew that was saved, in place', async () => {
    await page.evaluate(() => {
      for (const piece of document.querySelectorAll('[data-piece] > *')) piece.setAttribute('data-seen', '');
    });
    const before = await said('left');
    await shown(() => desk.edit(SCHOOL, (copy) => copy.replace('新桥横跨淦河', '新桥横跨清河')));
    expect(await said('left')).toBe(before);
    const anew = await page.evaluate(() =>
      [...document.querySelectorAll('[data-piece]')]
        .filter((piece) => [...piece.children].some((child) => !child.hasAttribute('data-seen')))
        .map((piece) => piece.getAttribute('data-piece')),
    );
    expect(anew).toEqual(['left']);
    expect(await text('#light')).toMatch(/^存盘到上屏 \d+ 毫秒$/);
    await shown(() => desk.edit(SCHOOL, (copy) => copy.replace('新桥横跨清河', '新桥横跨淦河')));
    expect(await said('left')).toBe(before);
  });

  it('shows characters that no page had before', async () => {
    await shown(() => desk.edit(SCHOOL, (copy) => copy.replace('学校开学', '龘靐开学')));
    const all = await page.evaluate(() => [...document.fonts].every(({ status }) => status === 'loaded'));
    expect(all).toBe(true);
    const families = await page.evaluate(() => {
      const known = new Set([...document.fonts].map(({ family }) => family.replaceAll('"', '')));
      return [...document.querySelectorAll('[data-piece="left"] text')].filter(
        (one) => !known.has(one.getAttribute('font-family')!),
      ).length;
    });
    expect(families).toBe(0);
    await shown(() => desk.edit(SCHOOL, (copy) => copy.replace('龘靐开学', '学校开学')));
  });

  it('keeps the last good page while a file is broken, says where, and goes on when it is mended', async () => {
    const before = await said('left');
    const good = readFileSync(join(root, SCHOOL), 'utf8');
    desk.edit(SCHOOL, (copy) => copy.replace('headline:', 'headlin:'));
    await page.waitForSelector('#broken:not([hidden])');
    expect(await text('#broken')).toMatch(/school\.md:2:1/);
    expect(await text('#broken pre')).toContain('headlin');
    expect(await text('#broken .hint')).toBe('是不是`headline`？');
    await page.keyboard.press('l');
    expect(await text('#broken .hint')).toBe('Did you mean `headline`?');
    await page.keyboard.press('l');
    expect(await said('left')).toBe(before);
    expect(await text('#light')).toBe('文件有误');
    writeFileSync(join(root, SCHOOL), good);
    await page.waitForSelector('#broken', { state: 'hidden' });
    expect(await said('left')).toBe(before);
  });

  it('says what else can break: plan, template, style', async () => {
    for (const [file, from, to] of [
      ['issues/7/issue.yaml', 'left: school', 'left: scool'],
      ['layouts/small/front.yaml', 'width: 1..2', 'width: 9'],
      ['layouts/small/styles.yaml', 'font: song,', 'font: sung,'],
    ] as const) {
      const good = readFileSync(join(root, file), 'utf8');
      desk.edit(file, (copy) => copy.replace(from, to));
      await page.waitForSelector('#broken:not([hidden])');
      expect(await text('#broken')).toMatch(new RegExp(`${file.split('/').at(-1)!.replace('.', '\\.')}:\\d+:\\d+`));
      writeFileSync(join(root, file), good);
      await page.waitForSelector('#broken', { state: 'hidden' });
    }
  });

  it('follows another style and another template', async () => {
    const size = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('[data-piece="lead"] text')].map((one) =>
            Number(one.getAttribute('font-size')),
          ),
        ),
      );
    const before = await size();
    desk.edit('layouts/small/styles.yaml', (copy) => copy.replace('三号..小一', '五号..小三'));
    await expect.poll(size, PATIENT).toBeLessThan(before);
    desk.edit('layouts/small/styles.yaml', (copy) => copy.replace('五号..小三', '三号..小一'));
    await expect.poll(size, PATIENT).toBe(before);
    const gap = (): Promise<string | null> =>
      page.evaluate(() => document.querySelector('[data-piece="left"]')!.getAttribute('transform'));
    const place = await gap();
    desk.edit('layouts/small/front.yaml', (copy) => copy.replace('gap: 1..3', 'gap: 5'));
    await expect.poll(gap, PATIENT).not.toBe(place);
    desk.edit('layouts/small/front.yaml', (copy) => copy.replace('gap: 5', 'gap: 1..3'));
    await expect.poll(gap, PATIENT).toBe(place);
  });

  it('calls a page as print does, too, where the issue has parts', async () => {
    const plan = 'issues/7/issue.yaml';
    desk.edit(plan, (copy) => copy.replace('pages:', 'parts: { A: 1 }\npages:'));
    await expect.poll(() => text('#number'), PATIENT).toBe('第1版 · A01版');
    desk.edit(plan, (copy) => copy.replace('parts: { A: 1 }\n', ''));
    await expect.poll(() => text('#number'), PATIENT).toBe('第1版');
  });

  it('loses no save of two that follow at once', async () => {
    const before = await said('left');
    desk.edit(SCHOOL, (copy) => copy.replace('学校开学', '学校今天开学'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    desk.edit(SCHOOL, (copy) => copy.replace('学校今天开学', '学校昨天上午开学'));
    await expect.poll(() => said('left'), PATIENT).toBe(before + 4);
    desk.edit(SCHOOL, (copy) => copy.replace('学校昨天上午开学', '学校开学'));
    await expect.poll(() => said('left'), PATIENT).toBe(before);
  });

  it('shows beside a page what is to be said of it, and of no other', async () => {
    const notes = (): Promise<readonly string[]> => page.locator('#panel .problems b').allInnerTexts();
    await page.keyboard.press('2');
    await page.waitForSelector('svg.page[data-page="2"]');
    desk.edit(TEA, (copy) => `${copy}\n他说"采茶。\n`);
    await expect.poll(notes, PATIENT).toContain('引号、括号不成对');
    await page.keyboard.press('1');
    await page.waitForSelector('svg.page[data-page="1"]');
    expect(await notes()).not.toContain('引号、括号不成对');
    await shown(() => desk.edit(TEA, (copy) => copy.replace('\n他说"采茶。\n', '')));
  });

  it('tells a clicked story’s file and fit, and shows overset copy in red', async () => {
    await page.keyboard.press('2');
    await page.waitForSelector('svg.page[data-page="2"]');
    await page.click('.hit[data-slot="only"]');
    expect(await text('.story .path')).toMatch(/articles\/tea\.md$/);
    expect(await text('.story .fit')).toBe('正好');
    const more = '这是排不下的一段话，'.repeat(60);
    await shown(() => desk.edit(TEA, (copy) => `${copy}\n${more}\n`));
    expect(await text('.story .fit')).toMatch(/^多 \d+ 行，约删 \d+ 字$/);
    expect(more).toContain(await text('.story .rest'));
    await page.keyboard.press('o');
    const red = page.locator('[data-overlay="overset"] .overset p');
    expect(
      more.startsWith((await red.innerText()).slice(0, 5)) || more.includes((await red.innerText()).slice(0, 20)),
    ).toBe(true);
    expect(await red.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(200, 38, 26)');
    expect(await page.locator('#rail [data-page="2"]').getAttribute('data-state')).toBe('over');
    await page.keyboard.press('l');
    expect(await text('.story .fit')).toMatch(/^\d+ lines over, cut about \d+ 字$/);
    expect(await text('#number')).toBe('Page 2');
    await page.keyboard.press('l');
    await page.keyboard.press('o');
    await shown(() => desk.edit(TEA, (copy) => copy.replace(`\n${more}\n`, '')));
    expect(await text('.story .fit')).toBe('正好');
  });

  it('follows pages that are taken out of the plan and put back', async () => {
    const plan = readFileSync(join(root, 'issues/7/issue.yaml'), 'utf8');
    desk.edit('issues/7/issue.yaml', (copy) => copy.replace(/ {2}2:.*\n/, ''));
    await page.waitForSelector('svg.page[data-page="1"]');
    expect(await page.locator('#rail .card').count()).toBe(1);
    writeFileSync(join(root, 'issues/7/issue.yaml'), plan);
    await page.waitForSelector('#rail [data-page="2"]');
  });

  it('shows the name of a page in its part whole, in the narrow rail too', async () => {
    desk.edit('issues/7/issue.yaml', (copy) => copy.replace('pages:\n', 'parts: { A: 1 }\npages:\n'));
    const caption = page.locator('#rail [data-page="2"] .caption');
    await expect.poll(() => caption.innerText(), PATIENT).toContain('第2版 · A02版');
    expect(
      await caption.evaluate((one) => [one.scrollWidth - one.clientWidth, getComputedStyle(one).textOverflow]),
    ).toEqual([0, 'clip']);
    desk.edit('issues/7/issue.yaml', (copy) => copy.replace('parts: { A: 1 }\n', ''));
    await expect.poll(() => caption.innerText(), PATIENT).not.toContain('A02');
  });

  it('has nothing to complain of', () => {
    expect(faults).toEqual([]);
  });

  it('draws every page anew, the small ones too, when another run answers at its address', async () => {
    const headlines = (): Promise<readonly string[]> =>
      page.evaluate(() => [...document.querySelectorAll('#rail text')].map((one) => one.getAttribute('font-family')!));
    const before = await headlines();
    expect(before.length).toBeGreaterThan(0);
    await server.close();
    const again = createSession(folders, now);
    await again.start();
    server = await serve(again, '127.0.0.1', Number(new URL(server.url).port));
    await expect.poll(async () => (await headlines()).filter((font) => before.includes(font)), PATIENT).toEqual([]);
    const lacking = await page.evaluate(() => {
      const loaded = new Set([...document.fonts].map(({ family }) => family.replaceAll('"', '')));
      return [...document.querySelectorAll('#sheet text, #rail text')].filter(
        (one) => !loaded.has(one.getAttribute('font-family')!),
      ).length;
    });
    expect(lacking).toBe(0);
  });
});
