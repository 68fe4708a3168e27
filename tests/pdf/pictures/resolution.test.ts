/** A picture under its resolution is told with page, slot and the rule's name (newsprint: 200 good, 170 enough). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/types.js';
import type { Size } from '../../../src/geometry/units.js';
import type { Image, Page } from '../../../src/page/types.js';
import { imagesOf } from '../../../src/pdf/items.js';
import { preparePictures } from '../../../src/pdf/pictures/prepare.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import type { Press } from '../../../src/pdf/types.js';
import { NEWSPRINT } from '../../../src/proof/preflight/types.js';
import { heldInChinese } from '../../diagnostics/chinese/held.js';

const folder = mkdtempSync(join(tmpdir(), 'banxin-resolution-'));
let press: Press;
beforeAll(async () => {
  press = (await loadPress(null, 'Newsprint')).value!;
  await sharp({ create: { width: 200, height: 200, channels: 3, background: '#888888' } })
    .png()
    .toFile(join(folder, 'x.png'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
/** A page with so much of 200 pixels printed so large, in pt. */
const pageWith = (number: number, size: Size, crop: Image['crop'], slot = 'lead'): Page => {
  const image = { kind: 'image', file: 'x.png', size, crop, alt: '' } as const;
  const frame = { size, children: [{ at: { x: 0, y: 0 }, item: image }] };
  const group = { at: { x: 0, y: 0 }, item: { kind: 'group', tag: { part: 'story', slot }, frame } } as const;
  return { number, frame: { size, children: [group] }, stories: [] };
};
const toldOf = async (...pages: readonly Page[]): Promise<readonly Diagnostic[]> => {
  const source = { path: (file: string) => join(folder, file) };
  return heldInChinese((await preparePictures(pages.flatMap(imagesOf), source, press, folder)).diagnostics);
};
/** 200 pixels printed so many points wide. */
const told = (width: number): Promise<readonly Diagnostic[]> => toldOf(pageWith(3, { width, height: width }, WHOLE));

it('is silent at 200 pixels an inch, warns under it, is an error where preflight will refuse the file', async () => {
  expect(await told(72)).toEqual([]);
  const [low] = await told(80);
  expect(low).toMatchObject({ code: 'picture-resolution', severity: 'warning' });
  expect(low!.message).toMatch(/^page 3, slot “lead”: 图片不清: x\.png prints at 180 pixels an inch/);
  expect((await told((200 / NEWSPRINT.ppi) * 72 - 0.1))[0]!.severity).toBe('warning');
  const [refused] = await told((200 / NEWSPRINT.ppi) * 72 + 0.1);
  expect(refused!.severity).toBe('error');
  expect(refused!.message).toMatch(/prints at 149 pixels an inch; under 150 its file fails preflight/);
});

it('says how many pixels the whole picture would need', async () => {
  expect((await told(80))[0]!.hint).toMatch(/so large it needs 223 × 223 pixels\.$/);
  const half = await toldOf(pageWith(3, { width: 80, height: 80 }, { x: 0.5, y: 0, width: 0.5, height: 1 }));
  expect(half[0]!.hint).toMatch(/so large it needs 445 × 223 pixels\.$/);
});

it('is told once of a picture that the fold cuts in two, and of each slot', async () => {
  const halves = [0, 0.5].map((x, index) =>
    pageWith(6 + index, { width: 50, height: 100 }, { x, y: 0, width: 0.5, height: 1 }),
  );
  const both = await toldOf(...halves, pageWith(7, { width: 100, height: 100 }, WHOLE, 'foot'));
  expect(both.map(({ message }) => message.split(': ')[0])).toEqual(['page 6–7, slot “lead”', 'page 7, slot “foot”']);
  expect(both[0]!.hint).toMatch(/278 × 278 pixels/);
});
