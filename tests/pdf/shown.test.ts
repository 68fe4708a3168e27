import { expect, it } from 'vitest';
import { BLACK, type Ink } from '../../src/page/types.js';
import { loadPress } from '../../src/pdf/press.js';
import { shownInks, shownPixels } from '../../src/pdf/shown.js';
import { createInkBook } from '../../src/preview/inks.js';

const RED: Ink = { c: 0, m: 100, y: 100, k: 0 };
const PAPER: Ink = { c: 0, m: 0, y: 0, k: 0 };
const inks = [RED, BLACK, PAPER];

it('inks are shown by the profile, each in its place', async () => {
  const { profile } = (await loadPress(null, 'test condition')).value!;
  const [red, black, paper] = await shownInks(inks, profile);
  expect(red![0]).toBeGreaterThan(200);
  expect(red![2]).toBeLessThan(60);
  expect(Math.max(...black!)).toBeLessThan(80);
  expect(paper).toEqual([255, 255, 255]);
  expect(await shownInks([BLACK], profile)).toEqual([black]);
  expect(await shownPixels(Uint8Array.of(0, 255, 255, 0, 0, 0, 0, 255), profile)).toEqual([red, black]);
  expect(await shownInks([], profile)).toEqual([]);
});

it('the preview shows them as the screen edition does', async () => {
  const { profile } = (await loadPress(null, 'test condition')).value!;
  const book = createInkBook(profile);
  for (const ink of inks) book.classOf(ink);
  const colours = (await shownInks(inks, profile)).map((rgb) => `#${Buffer.from(rgb).toString('hex')}`);
  expect((await book.shown()).map(({ colour }) => colour)).toEqual(colours);
});
