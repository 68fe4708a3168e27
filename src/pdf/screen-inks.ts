/** Inks as the press profile shows them, in sRGB: what a reader's screen gets for what the press prints. */
import sharp from 'sharp';
import type { Ink, Page } from '../page/types.js';
import { inkKey } from './colour.js';
import { itemsOf } from './images.js';
import { cmykTiff } from './tiff.js';
import type { Press } from './types.js';

/** A colour on the screen, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Every ink on the pages by its key, 0–255. */
export const screenInks = async (pages: readonly Page[], press: Press): Promise<ReadonlyMap<string, Rgb>> => {
  const inks = new Map<string, Ink>();
  for (const page of pages) for (const ink of inksOf(page)) inks.set(inkKey(ink), ink);
  const keys = [...inks.keys()].sort();
  if (keys.length === 0) return new Map();
  const pixels = Buffer.from(
    keys.flatMap((key) => {
      const { c, m, y, k } = inks.get(key)!;
      return [c, m, y, k].map((share) => Math.round(share * 2.55));
    }),
  );
  const rgb = await sharp(cmykTiff(pixels, keys.length, 1, press.profile))
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return new Map(keys.map((key, at) => [key, [rgb[at * 3]!, rgb[at * 3 + 1]!, rgb[at * 3 + 2]!] as const]));
};

function* inksOf({ frame }: Page): Generator<Ink> {
  for (const item of itemsOf(frame)) {
    if (item.kind === 'glyphs' || item.kind === 'rule') yield item.ink;
    if (item.kind === 'glyphs' && item.ground !== undefined) yield item.ground;
    if (item.kind === 'area') {
      if (item.fill) yield item.fill;
      if (item.stroke) yield item.stroke.ink;
    }
  }
}
