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

/** Text columns and lines a picture takes. */
export interface PictureSize {
  readonly columns: number;
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
 * A head with a picture of a height, before the story's own height is known: lines of each column only follow from it.
 */
export interface Outline {
  /** Where each column's text begins, from the piece's top. */
  readonly tops: readonly Lines[];
  /** Lines of the piece's height that are not text, by column; Infinity under an upright head. */
  readonly taken: readonly Lines[];
  /** The least height at which everything has room and every column it needs holds a line. */
  readonly least: Lines;
  /** Lines at the foot that a box takes. */
  readonly padding: Lines;
  readonly picture: (Omit<PictureSpace, 'top'> & { readonly top: Lines | 'foot' }) | null;
}

/** The outline of a story with its head in its place and a picture of a size. */
export function outlineOf(node: StoryNode, columns: TextColumns, head: HeadPlace, size: PictureSize | null): Outline {
  const { padding } = columns;
  const count = columns.columns.length;
  const upright = head.kind === 'column' ? head.column : null;
  const tops = Array.from({ length: count }, (_, index) =>
    head.kind === 'over' && index < head.cover ? padding + head.lines : index === upright ? Infinity : padding,
  );
  if (node.picture === null || size === null) {
    const taken = tops.map((top) => top + padding);
    return { tops, taken, least: Math.max(...taken.filter(Number.isFinite)) + 1, padding, picture: null };
  }
  const free = upright === null ? count : count - 1;
  const { columns: wide, lines: pictureLines } = size;
  const from = firstColumn(node.picture.at, free, wide) + (upright === 0 ? 1 : 0);
  const isCovered = (_: unknown, index: number): boolean => index >= from && index < from + wide;
  const pictureTop = Math.max(...tops.filter(isCovered));
  const atFoot = node.picture.at.startsWith('foot');
  const below = pictureTop + pictureLines + PICTURE_GAP;
  const begins = atFoot ? tops : tops.map((top, index) => (isCovered(top, index) ? below : top));
  const taken = begins.map(
    (top, index) => top + padding + (atFoot && isCovered(top, index) ? pictureLines + PICTURE_GAP : 0),
  );
  // A picture may fill its columns to the foot; then they hold no text at all.
  const needed = taken.filter((lines, index) => Number.isFinite(lines) && !isCovered(lines, index));
  const least = Math.max(pictureTop + pictureLines + padding, Math.min(...taken) + 1, ...needed.map((n) => n + 1));
  const top = atFoot ? 'foot' : pictureTop;
  return { tops: begins, taken, least, padding, picture: { from, count: wide, top, lines: pictureLines } };
}

/** Lines for text at a height, by column. */
export const linesAt = ({ taken }: Outline, height: Lines): readonly Lines[] =>
  taken.map((lines) => Math.max(0, height - lines));

/** Lines for text at a height in all columns. */
export function roomAt({ taken }: Outline, height: Lines): Lines {
  let room = 0;
  for (let column = 0; column < taken.length; column++) room += Math.max(0, height - taken[column]!);
  return room;
}

/** The outline at a height that it has room for. */
export function shapeOf(outline: Outline, height: Lines): Shape {
  const foot = height - outline.padding;
  const lines = linesAt(outline, height);
  const { picture } = outline;
  return {
    columns: outline.tops.map((top, index) => ({ top: Math.min(top, foot), lines: lines[index]! })),
    picture: picture && { ...picture, top: picture.top === 'foot' ? foot - picture.lines : picture.top },
  };
}

function firstColumn(at: string, count: number, wide: number): number {
  if (at.endsWith('right')) return count - wide;
  return at === 'middle' ? Math.floor((count - wide) / 2) : 0;
}
