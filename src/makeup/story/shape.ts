/** The shapes a story may take at a height: head, picture and the heights of its text columns. */
import type { Lines } from '../../geometry/units.js';
import type { StoryNode } from '../../template/types.js';
import type { TextColumns } from './columns.js';

/** Lines left between a picture and text under or over it. */
const PICTURE_GAP: Lines = 1;

/** Where one text column's lines begin and how many it has; counted from the piece's top. */
export interface ColumnSpace {
  readonly top: Lines;
  readonly lines: Lines;
}

/** Where the picture stands: text columns covered, and lines. */
export interface PictureSpace {
  readonly from: number;
  readonly count: number;
  readonly top: Lines;
  readonly lines: Lines;
}

export interface Shape {
  readonly columns: readonly ColumnSpace[];
  readonly picture: PictureSpace | null;
}

/** Where the head stands: so many lines over the first columns, or down a whole column at the side. */
export type HeadPlace =
  | { readonly kind: 'over'; readonly cover: number; readonly lines: Lines }
  | { readonly kind: 'column'; readonly column: number };

/**
 * The text columns of a story `height` lines tall with its head in its place and a picture of `pictureLines`; null
 * when a column would be left without a line.
 */
export function shapeOf(
  node: StoryNode,
  columns: TextColumns,
  head: HeadPlace,
  pictureLines: Lines,
  height: Lines,
): Shape | null {
  const count = columns.columns.length;
  const upright = head.kind === 'column' ? head.column : null;
  const top = columns.padding;
  const foot = height - columns.padding;
  const tops = Array.from({ length: count }, (_, index) =>
    head.kind === 'over' && index < head.cover ? top + head.lines : index === upright ? foot : top,
  );
  const feet = new Array<Lines>(count).fill(foot);
  let picture: PictureSpace | null = null;
  if (node.picture !== null && pictureLines > 0) {
    const free = upright === null ? count : count - 1;
    const wide = node.picture.at === 'across' ? free : Math.min(node.picture.columns, free);
    const from = firstColumn(node.picture.at, free, wide) + (upright === 0 ? 1 : 0);
    const covered = Array.from({ length: wide }, (_, index) => from + index);
    const atFoot = node.picture.at.startsWith('foot');
    const pictureTop = atFoot ? foot - pictureLines : Math.max(...covered.map((index) => tops[index]!));
    picture = { from, count: wide, top: pictureTop, lines: pictureLines };
    for (const index of covered) {
      if (atFoot) feet[index] = pictureTop - PICTURE_GAP;
      else tops[index] = pictureTop + pictureLines + PICTURE_GAP;
    }
    // A picture may fill its columns to the foot; then they hold no text at all.
    for (const index of covered)
      if (feet[index]! <= tops[index]!) feet[index] = tops[index] = Math.min(tops[index]!, foot);
    if (pictureTop < top || pictureTop + pictureLines > foot) return null;
  }
  const spaces = tops.map((columnTop, index) => ({ top: columnTop, lines: feet[index]! - columnTop }));
  const withText = spaces.filter((space) => space.lines > 0);
  const whole = spaces.every((space, index) => space.lines > 0 || index === upright || covers(picture, index));
  return whole && withText.length > 0 ? { columns: spaces, picture } : null;
}

const covers = (picture: PictureSpace | null, column: number): boolean =>
  picture !== null && column >= picture.from && column < picture.from + picture.count;

function firstColumn(at: string, count: number, wide: number): number {
  if (at.endsWith('right')) return count - wide;
  return at === 'middle' ? Math.floor((count - wide) / 2) : 0;
}
