/** A spread cut into its two pages along the fold: nothing is lost, and no text is said twice. */
import type { Pt } from '../geometry/units.js';
import { glyphsIn, stretchesOf } from './stretches.js';
import {
  type Area,
  CELL_PARTS,
  type Frame,
  type FrameItem,
  type Glyphs,
  type Image,
  type PlacedGlyph,
  type PlacedItem,
  type Rule,
} from './types.js';

/** The halves left and right of `fold` (pt from the frame's left edge), each in its own page's coordinates. */
export function cutAtFold(frame: Frame, fold: Pt): { readonly left: Frame; readonly right: Frame } {
  const halves = frame.children.map((child) => cutItem(child, fold));
  return {
    left: { size: { ...frame.size, width: fold }, children: halves.flatMap((half) => half.left ?? []) },
    right: {
      size: { ...frame.size, width: frame.size.width - fold },
      children: halves.flatMap((half) => (half.right === null ? [] : shift(half.right, -fold))),
    },
  };
}

interface Halves {
  readonly left: PlacedItem | null;
  /** Still in the spread's coordinates. */
  readonly right: PlacedItem | null;
}

const shift = ({ at, item }: PlacedItem, by: Pt): PlacedItem => ({ at: { x: at.x + by, y: at.y }, item });

function cutItem(placed: PlacedItem, fold: Pt): Halves {
  const { at, item } = placed;
  const side = fold - at.x;
  const place = (own: FrameItem | null, x: Pt = at.x): PlacedItem | null =>
    own === null ? null : { at: { x, y: at.y }, item: own };
  switch (item.kind) {
    case 'glyphs': {
      const { left, right } = cutGlyphs(item, side);
      return { left: place(left), right: place(right) };
    }
    case 'group': {
      const children = item.frame.children.map((child) => cutItem(child, side));
      const half = (items: readonly (PlacedItem | null)[]): FrameItem | null => {
        const kept = items.filter((child) => child !== null);
        // An empty cell is one of its row wherever that stands.
        const isGone = kept.length === 0 && (children.length > 0 || !CELL_PARTS.includes(item.tag.part));
        return isGone ? null : { ...item, frame: { ...item.frame, children: kept } };
      };
      return {
        left: place(half(children.map((child) => child.left))),
        right: place(half(children.map((child) => child.right))),
      };
    }
    case 'squares':
      // A column's, and no column lies across the fold.
      return side > 0 ? { left: placed, right: null } : { left: null, right: placed };
    default: {
      const extent = item.kind === 'rule' ? Math.max(0, item.to.x) : item.size.width;
      if (extent <= side) return { left: placed, right: null };
      if (side <= 0) return { left: null, right: placed };
      const [left, right] = cutExtent(item, side);
      return { left: place(left), right: place(right, at.x + side - (item.kind === 'area' ? OVERHANG : 0)) };
    }
  }
}

/** A character on the fold shows on both pages and is said on the left one. */
function cutGlyphs(item: Glyphs, side: Pt): { left: Glyphs | null; right: Glyphs | null } {
  const starts = (glyph: PlacedGlyph): boolean => glyph.x * item.size < side;
  const onFold = (glyph: PlacedGlyph): boolean => starts(glyph) && (glyph.x + 1) * item.size > side + 0.01;
  const glyphs = glyphsIn(item.stretches);
  const left = glyphs.filter(starts);
  const right = glyphs
    .filter((glyph) => !starts(glyph) || onFold(glyph))
    .map((glyph) => (starts(glyph) ? { ...glyph, text: '' } : glyph));
  const said = right.some((glyph) => glyph.text !== '');
  const crosses = left.some(onFold) && glyphs.some((glyph) => !starts(glyph));
  return {
    left: left.length > 0 ? { ...item, stretches: stretchesOf(left) } : null,
    right: right.length > 0 && (said || crosses) ? { ...item, stretches: stretchesOf(right) } : null,
  };
}

/** Areas run past the fold and are clipped by the page, so that no edge is drawn along it. */
const OVERHANG: Pt = 40;

/** A rule, picture or area cut across; the outer edges stay. */
function cutExtent(item: Rule | Image | Area, side: Pt): readonly [FrameItem, FrameItem] {
  if (item.kind === 'rule') {
    const down = (item.to.y * side) / item.to.x;
    return [
      { ...item, to: { x: side, y: down } },
      { ...item, to: { x: item.to.x - side, y: item.to.y - down } },
    ];
  }
  const { width, height } = item.size;
  const sizes = [
    { width: side, height },
    { width: width - side, height },
  ] as const;
  if (item.kind === 'image') {
    const share = (item.crop.width * side) / width;
    return [
      { ...item, size: sizes[0], crop: { ...item.crop, width: share } },
      { ...item, size: sizes[1], crop: { ...item.crop, x: item.crop.x + share, width: item.crop.width - share } },
    ];
  }
  return [
    { ...item, size: { width: side + OVERHANG, height } },
    { ...item, size: { width: width - side + OVERHANG, height } },
  ];
}
