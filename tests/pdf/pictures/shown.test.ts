import { expect, it } from 'vitest';
import { BLACK, type Ink } from '../../../src/page/types.js';
import { shownInks, shownPixels } from '../../../src/pdf/pictures/shown.js';
import { loadPress } from '../../../src/pdf/press/press.js';
import { createInkBook } from '../../../src/preview/inks.js';

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

/** A press that shows dark what another shows light: the lightness of each colour table of its profile turned round. */
const turned = (profile: Uint8Array): Buffer => {
  const bytes = Buffer.from(profile);
  for (let at = 132; at < 132 + bytes.readUInt32BE(128) * 12; at += 12) {
    if (!/^A2B/.test(bytes.toString('latin1', at, at + 4))) continue;
    const from = bytes.readUInt32BE(at + 4);
    const [width, entries] =
      bytes.toString('latin1', from, from + 4) === 'mft1' ? [1, 256] : [2, bytes.readUInt16BE(from + 50)];
    const lightness = from + bytes.readUInt32BE(at + 8) - 3 * entries * width;
    const curve = bytes.subarray(lightness, lightness + entries * width);
    if (width === 2) curve.swap16();
    curve.reverse();
  }
  return bytes;
};

it('by the profile of this press, not by the library’s own', async () => {
  const { profile } = (await loadPress(null, 'test condition')).value!;
  const [black, paper] = await shownInks([BLACK, PAPER], turned(profile));
  expect(Math.min(...black!)).toBeGreaterThan(150);
  expect(Math.max(...paper!)).toBeLessThan(80);
});

it('the preview shows them as the screen edition does', async () => {
  const { profile } = (await loadPress(null, 'test condition')).value!;
  const book = createInkBook(profile);
  for (const ink of inks) book.classOf(ink);
  const colours = (await shownInks(inks, profile)).map((rgb) => `#${Buffer.from(rgb).toString('hex')}`);
  expect((await book.shown()).map(({ colour }) => colour)).toEqual(colours);
});
