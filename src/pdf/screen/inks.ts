/** The inks of an issue for its screen edition, as the press profile shows them. */
import type { Ink, Page } from '../../page/types.js';
import { inkKey } from '../colour.js';
import { itemsOf } from '../items.js';
import { type Rgb, shownInks } from '../pictures/shown.js';
import type { Press } from '../types.js';

/** Every ink on the pages by its key. */
export const screenInks = async (pages: readonly Page[], press: Press): Promise<ReadonlyMap<string, Rgb>> => {
  const inks = new Map<string, Ink>();
  for (const page of pages) for (const ink of inksOf(page)) inks.set(inkKey(ink), ink);
  const colours = await shownInks([...inks.values()], press.profile);
  return new Map([...inks.keys()].map((key, at) => [key, colours[at]!]));
};

function* inksOf({ frame }: Page): Generator<Ink> {
  for (const item of itemsOf(frame)) {
    if (item.kind === 'glyphs' || item.kind === 'rule' || item.kind === 'squares') yield item.ink;
    if (item.kind === 'glyphs' && item.ground !== undefined) yield item.ground;
    if (item.kind === 'area') {
      if (item.fill) yield item.fill;
      if (item.stroke) yield item.stroke.ink;
    }
  }
}
