/**
 * A finished page read back for its faults: pieces with their boxes, headlines, body lines and pictures, in page
 * coordinates. It asks nothing of make-up, so a page made by hand is read the same way.
 */
import { ASCENT, type Pt } from '../../geometry/units.js';
import { endsOf, textIn } from '../../page/stretches.js';
import {
  BODY_PARTS,
  type FaceId,
  type Frame,
  type Glyphs,
  type PlacedItem,
  TABLE_PARTS,
  type Tag,
} from '../../page/types.js';

/** A box by its edges, from the sheet's top left corner. */
export interface Box {
  readonly left: Pt;
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
}

/** One line of glyphs where it stands; its box is that of its em cells. */
export class ReadLine {
  constructor(
    readonly box: Box,
    readonly baseline: Pt,
    /** Where it begins with its indent: in running text its column's left edge. */
    readonly start: Pt,
    readonly vertical: boolean,
    private readonly item: Glyphs,
  ) {}

  get size(): Pt {
    return this.item.size;
  }

  get face(): FaceId {
    return this.item.stretches[0]?.face ?? '';
  }

  /** Put together when it is asked for: few of a page's lines are. */
  get text(): string {
    return textIn(this.item.stretches);
  }
}

/** Lines that belong together: a headline, a paragraph, a crosshead, a caption. */
export interface ReadText {
  readonly part: Tag['part'];
  /** The group's own box: a headline's measure. */
  readonly box: Box;
  /** Whether it stands over what follows it. */
  readonly leads: boolean;
  readonly lines: readonly ReadLine[];
}

/** What stands in one slot, or a part that the paper sets by itself. */
export interface Piece {
  readonly part: Tag['part'];
  readonly slot: string | null;
  readonly story: string | null;
  readonly box: Box;
  /** In a frame or on a tint of its own. */
  readonly boxed: boolean;
  readonly texts: readonly ReadText[];
  readonly pictures: readonly Box[];
}

/** The pieces of a page or of a spread's sheet, in painting order. */
export function readPieces(frame: Frame): readonly Piece[] {
  return frame.children.flatMap((placed) => (placed.item.kind === 'group' ? [readPiece(placed)] : []));
}

const FIXTURES: readonly Tag['part'][] = ['masthead', 'strip', 'folio', 'imprint', 'teaser', 'advertisement'];

function readPiece({ at, item }: PlacedItem): Piece {
  if (item.kind !== 'group') throw new Error('a piece of a page is a group');
  const texts: ReadText[] = [];
  const pictures: Box[] = [];
  let part = item.tag.part;
  const visit = ({ at, item: inner }: PlacedItem, x: Pt, y: Pt, into: { tag: Tag; lines: ReadLine[] }): void => {
    const left = x + at.x;
    const top = y + at.y;
    if (inner.kind === 'glyphs') into.lines.push(readLine(inner, left, top));
    if (inner.kind === 'image') pictures.push(boxAt(left, top, inner.size.width, inner.size.height));
    if (inner.kind !== 'group') return;
    if (FIXTURES.includes(inner.tag.part)) part = inner.tag.part;
    const lines: ReadLine[] = [];
    for (const child of inner.frame.children) visit(child, left, top, { tag: inner.tag, lines });
    const box = boxAt(left, top, inner.frame.size.width, inner.frame.size.height);
    const { part: own, leads = own === 'crosshead' } = inner.tag;
    if (lines.length > 0) texts.push({ part: own, box, leads, lines });
  };
  const own = { tag: item.tag, lines: [] };
  for (const child of item.frame.children) visit(child, at.x, at.y, own);
  const { width, height } = item.frame.size;
  return {
    part,
    slot: item.tag.slot ?? null,
    story: item.tag.story ?? null,
    box: boxAt(at.x, at.y, width, height),
    boxed: item.frame.children.some((child) => child.item.kind === 'area'),
    texts,
    pictures,
  };
}

function readLine(item: Glyphs, x: Pt, y: Pt): ReadLine {
  const { stretches, size } = item;
  const { first, last } = endsOf(stretches) ?? NO_ENDS;
  const across = last.x - first.x;
  // One glyph runs nowhere; but it hangs under its origin in a vertical line, and stands on it in others.
  const vertical = last.y - first.y > Math.max(0.5, across) || first.y > 0.5;
  const box = vertical
    ? boxAt(x - size / 2, y + (first.y - ASCENT) * size, size, (last.y - first.y + 1) * size)
    : boxAt(x + first.x * size, y + (first.y - ASCENT) * size, (across + 1) * size, size);
  return new ReadLine(box, y, x, vertical, item);
}

const NO_ENDS = { first: { x: 0, y: 0 }, last: { x: 0, y: 0 } };

const boxAt = (left: Pt, top: Pt, width: Pt, height: Pt): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The least box round others; null round none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left),
    top: Math.min(all.top, box.top),
    right: Math.max(all.right, box.right),
    bottom: Math.max(all.bottom, box.bottom),
  }));
}

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A piece's headline, where it has one. */
export const headlineOf = (piece: Piece): ReadText | null =>
  piece.texts.find((text) => text.part === 'headline') ?? null;

/** A piece's running text in reading order: its body without tables and their titles. */
export const runningIn = (piece: Piece): readonly ReadText[] =>
  bodyOf(piece).filter(({ part }) => !TABLE_PARTS.includes(part));

/** A piece's text in reading order, cell by cell where it stands in a table. */
export const bodyOf = (piece: Piece): readonly ReadText[] =>
  piece.texts.filter((text) => BODY_PARTS.includes(text.part));
