import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Image, WHITE } from '../../src/page/types.js';
import { imagesOf } from '../../src/pdf/items.js';
import { preparePictures } from '../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../src/pdf/press/press.js';
import type { Press } from '../../src/pdf/types.js';
import { rasterize } from '../../src/proof/raster.js';
import { facts, fonts, line, page, writePdf } from './pages.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-resources-'));
afterAll(() => rmSync(folder, { recursive: true }));

let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'test condition')).value!;
  // Dark on the left, light on the right.
  const dark = await sharp({ create: { width: 100, height: 200, channels: 3, background: '#301010' } })
    .png()
    .toBuffer();
  await sharp({ create: { width: 200, height: 200, channels: 3, background: '#f0e8e0' } })
    .composite([{ input: dark, left: 0, top: 0 }])
    .png()
    .toFile(join(folder, 'a.png'));
});

const image = (looks: Partial<Image> = {}): Image => ({
  ...{ kind: 'image', file: 'a.png', size: { width: 60, height: 60 }, alt: '' },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  ...looks,
});
const written = async (one: ReturnType<typeof page>): Promise<Uint8Array> => {
  const pictures = await preparePictures(imagesOf(one), { path: (file) => join(folder, file) }, press, folder);
  return writePdf([one], facts, fonts, pictures, press);
};

it.each([
  ['in colours', {}],
  ['in greys', { black: true }],
] as const)('a picture is no negative of itself: %s', async (_, looks) => {
  const { pixels, width } = (await rasterize(await written(page([[100, 100, image(looks)]])), 72))[0]!;
  const level = (x: number, y: number): number => pixels[(y * width + x) * 4 + 1]!;
  expect(level(115, 130)).toBeLessThan(90);
  expect(level(145, 130)).toBeGreaterThan(200);
  expect(level(95, 130)).toBe(255);
});

it('overprint is on for both kinds of painting, and off with them', async () => {
  const one = page([
    [50, 50, line('黑')],
    [50, 90, line('白', 20, WHITE)],
  ]);
  const document = await PDFDocument.load(await written(one), { updateMetadata: false });
  const resources = document.getPages()[0]!.node.lookup(PDFName.of('Resources'), PDFDict);
  const states = resources.lookup(PDFName.of('ExtGState'), PDFDict);
  const said = ['GO', 'GK'].map((name) => {
    const state = states.lookup(PDFName.of(name), PDFDict);
    return ['OP', 'op', 'OPM'].map((key) => String(state.get(PDFName.of(key))));
  });
  expect(said).toEqual([
    ['true', 'true', '1'],
    ['false', 'false', '0'],
  ]);
});
