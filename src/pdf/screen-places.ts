/** Where things stand on the pages: what outline, links and article threads point to. */
import type { Point, Size } from '../geometry/units.js';
import { textIn } from '../page/stretches.js';
import type { Frame, Group, Page, Tag } from '../page/types.js';

/** A tagged part, placed from the top left of its page. */
export interface Placed {
  /** Index of the page in the file. */
  readonly page: number;
  readonly at: Point;
  readonly size: Size;
  readonly tag: Tag;
  /** The article it belongs to. */
  readonly story: string | null;
  readonly group: Group;
}

/** Every tagged part of the pages, in painting order. */
export const placesOf = (pages: readonly Page[]): readonly Placed[] =>
  pages.flatMap(({ frame }, page) => [...within(frame, page, { x: 0, y: 0 }, null)]);

function* within(frame: Frame, page: number, origin: Point, story: string | null): Generator<Placed> {
  for (const { at, item } of frame.children) {
    if (item.kind !== 'group') continue;
    const place = { x: origin.x + at.x, y: origin.y + at.y };
    const own = item.tag.story ?? story;
    yield { page, at: place, size: item.frame.size, tag: item.tag, story: own, group: item };
    yield* within(item.frame, page, place, own);
  }
}

/** The named destination of a story's piece on a page. */
export const destinationName = (page: number, story: string): string => `page-${page + 1}-${story}`;

/** A story's pieces, one a page it stands on. */
export const piecesOf = (places: readonly Placed[]): readonly Placed[] =>
  places.filter(({ tag }) => tag.part === 'story' && tag.story !== undefined);

/** The words of a group, as painted. */
export const wordsOf = ({ frame }: Group): string =>
  frame.children
    .map(({ item }) => {
      if (item.kind === 'group') return wordsOf(item);
      return item.kind === 'glyphs' ? textIn(item.stretches) : '';
    })
    .join('');
