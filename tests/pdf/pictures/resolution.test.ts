/** A picture under its resolution is told with page, slot and the rule's name (newsprint: 200 good, 170 enough). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/types.js';
import type { Page } from '../../../src/page/types.js';
import { imagesOf } from '../../../src/pdf/items.js';
import { preparePictures } from '../../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../../src/pdf/press.js';
import type { Press } from '../../../src/pdf/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-resolution-'));
let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'Newsprint (stand-in)')).value!;
  await sharp({ create: { width: 200, height: 200, channels: 3, background: '#888888' } })
    .png()
    .toFile(join(folder, 'x.png'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** 200 pixels printed so many points wide. */
const told = async (width: number): Promise<readonly Diagnostic[]> => {
  const size = { width, height: width };
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const image = { kind: 'image', file: 'x.png', size, crop, alt: '' } as const;
  const frame = { size, children: [{ at: { x: 0, y: 0 }, item: image }] };
  const slot = { at: { x: 0, y: 0 }, item: { kind: 'group', tag: { part: 'story', slot: 'lead' }, frame } } as const;
  const page: Page = { number: 3, frame: { size, children: [slot] }, stories: [] };
  const source = { path: (file: string) => join(folder, file) };
  return heldInChinese((await preparePictures(imagesOf(page), source, press, folder)).diagnostics);
};

it('is silent at 200 pixels an inch, warns under it, refuses to be quiet under 100', async () => {
  expect(await told(72)).toEqual([]);
  const [low] = await told(80);
  expect(low).toMatchObject({ code: 'picture-resolution', severity: 'warning' });
  expect(low!.message).toMatch(/^page 3, slot “lead”: 图片不清: x\.png prints at 180 pixels an inch/);
  expect((await told(150))[0]!.severity).toBe('error');
});
