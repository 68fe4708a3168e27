/** What stands on pages, each item in its page's coordinates. */
import type { Pt } from '../../src/geometry/units.js';
import type { Frame, FrameItem, Tag } from '../../src/page/types.js';

export interface Seen {
  readonly x: Pt;
  readonly y: Pt;
  readonly item: FrameItem;
  /** The parts round it, the outermost first. */
  readonly parts: readonly Tag['part'][];
  /** The slot that it stands in. */
  readonly slot: string | null;
}

/** Everything in a page's frame, groups before what is in them. */
export const seenIn = (
  { children }: Frame,
  x: Pt = 0,
  y: Pt = 0,
  parts: readonly Tag['part'][] = [],
  slot: string | null = null,
): readonly Seen[] =>
  children.flatMap(({ at, item }): readonly Seen[] => {
    const own: Seen = { x: x + at.x, y: y + at.y, item, parts, slot };
    if (item.kind !== 'group') return [own];
    const { part, slot: named = slot } = item.tag;
    return [{ ...own, slot: named }, ...seenIn(item.frame, own.x, own.y, [...parts, part], named)];
  });
