/** Where things stand on the pages: what outline, links and article threads point to. */
import type { Point, Size } from '../../geometry/units.js';
import type { Frame, Group, Page, Tag } from '../../page/types.js';

/** A tagged part, placed from the top left of its page. */
export interface Placed {
  /** Index of the page in the file. */
  readonly page: number;
  /** Where its frame begins: of the right half of a spread's part, left of the page. */
  readonly origin: Point;
  /** What of it lies on the page. */
  readonly at: Point;
  readonly size: Size;
  /** Of the page. */
  readonly sheet: Size;
  readonly tag: Tag;
  /** The article it belongs to. */
  readonly story: string | null;
  readonly group: Group;
  /** Whether it is the second half of a part that the fold cuts, and begins on the page before. */
  readonly begun: boolean;
}

/** Every tagged part of the pages, in painting order. */
export const placesOf = (pages: readonly Page[]): readonly Placed[] => {
  const own = pages.map(({ frame }, page) => [...within(frame, frame.size, page, { x: 0, y: 0 }, null)]);
  return own.flatMap((places, page) => {
    const before = new Set((own[page - 1] ?? []).map(({ tag }) => tag));
    return places.map((place) => ({ ...place, begun: before.has(place.tag) }));
  });
};

function* within(
  frame: Frame,
  sheet: Size,
  page: number,
  from: Point,
  story: string | null,
): Generator<Omit<Placed, 'begun'>> {
  for (const { at, item } of frame.children) {
    if (item.kind !== 'group') continue;
    const origin = { x: from.x + at.x, y: from.y + at.y };
    const own = item.tag.story ?? story;
    const shown = onSheet(origin, item.frame.size, sheet);
    yield { page, origin, ...shown, sheet, tag: item.tag, story: own, group: item };
    yield* within(item.frame, sheet, page, origin, own);
  }
}

/** What of a box lies on the sheet: halves of a spread's parts are as wide as the whole. */
const onSheet = (origin: Point, size: Size, sheet: Size): { at: Point; size: Size } => {
  const inside = (value: number, extent: number): number => Math.min(Math.max(value, 0), extent);
  const at = { x: inside(origin.x, sheet.width), y: inside(origin.y, sheet.height) };
  const end = { x: inside(origin.x + size.width, sheet.width), y: inside(origin.y + size.height, sheet.height) };
  return { at, size: { width: end.x - at.x, height: end.y - at.y } };
};

/** The named destination of a story's piece on a page. */
export const destinationName = (page: number, story: string): string => `page-${page + 1}-${story}`;

/** A story's pieces, each on the page where it begins. */
export const piecesOf = (places: readonly Placed[]): readonly Placed[] =>
  places.filter(({ tag, begun }) => tag.part === 'story' && tag.story !== undefined && !begun);
