/** The shapes a story may take at a height: head, picture and the heights of its text columns. */
import type { Lines } from '../../geometry/units.js';
import type { HeadlinePlace, PicturePlace, StoryNode } from '../../template/types.js';
import type { TextColumns } from './columns.js';

/** Lines left between a picture and text under or over it, or a table. */
export const PICTURE_GAP: Lines = 1;

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

/** A story at a height: its text columns, and the picture between them. */
export interface Shape {
  readonly columns: readonly ColumnSpace[];
  readonly picture: PictureSpace | null;
}

/** Where the head stands: so many lines over all columns or some, or down a whole column at the side. */
export type HeadPlace =
  | { readonly kind: 'over'; readonly from: number; readonly cover: number; readonly lines: Lines }
  | { readonly kind: 'column'; readonly column: number };

/**
 * A head with a picture of a height, before the story's own height is known: lines of each column only follow from it.
 */
export interface Outline {
  /** Where each column's text begins, from the piece's top. */
  readonly tops: readonly Lines[];
  /** Lines of the piece's height that are not text, by column; Infinity under an upright head. */
  readonly taken: readonly Lines[];
  /** Of the columns that may hold text: how many they are, what is taken of all of them, and most of one. */
  readonly holding: { readonly columns: number; readonly taken: Lines; readonly most: Lines };
  /** The least height at which everything has room and every column it needs holds a line. */
  readonly least: Lines;
  /** Lines at the foot that a box takes. */
  readonly padding: Lines;
  readonly picture: OutlinedPicture | null;
}

/** A picture whose place is known but for the piece's foot: it stands there, or as high under the head as it may. */
interface OutlinedPicture extends Omit<PictureSpace, 'top'> {
  readonly under: Lines;
  readonly atFoot: boolean;
}

/** The outline of a story with its head in its place and a picture of a size. Thousands are drawn: in one pass. */
export function outlineOf(node: StoryNode, columns: TextColumns, head: HeadPlace, size: PictureSize | null): Outline {
  const { padding } = columns;
  const tops = topsUnder(head, columns);
  const picture = node.picture === null || size === null ? null : pictureUnder(node.picture.at, head, tops, size);
  const block = size === null ? 0 : size.lines + PICTURE_GAP;
  const taken: Lines[] = [];
  const holding = { columns: 0, taken: 0, most: 0 };
  let least: Lines = picture === null ? 0 : picture.under + picture.lines + padding;
  let shortest = Infinity;
  for (let column = 0; column < tops.length; column++) {
    const isCovered = picture !== null && column >= picture.from && column < picture.from + picture.count;
    if (isCovered && !picture.atFoot) tops[column] = picture.under + block;
    const lines = tops[column]! + padding + (isCovered && picture.atFoot ? block : 0);
    taken.push(lines);
    if (lines === Infinity) continue;
    holding.columns++;
    holding.taken += lines;
    holding.most = Math.max(holding.most, lines);
    shortest = Math.min(shortest, lines);
    // A picture may fill its columns to the foot; then they hold no text at all.
    if (!isCovered) least = Math.max(least, lines + 1);
  }
  return { tops, taken, holding, least: Math.max(least, shortest + 1), padding, picture };
}

/** Where text would begin in each column without a picture. */
function topsUnder(head: HeadPlace, { columns, padding }: TextColumns): Lines[] {
  return columns.map((_, column) => {
    if (head.kind === 'column') return column === head.column ? Infinity : padding;
    const isCovered = column >= head.from && column < head.from + head.cover;
    return isCovered ? padding + head.lines : padding;
  });
}

/**
 * A picture in its columns, as high under the head as they let it, or at the foot: there too where they do not let it
 * alike, for over it one beside the head would stay white, or hold text that leaps over it.
 */
function pictureUnder(
  at: PicturePlace,
  head: HeadPlace,
  tops: readonly Lines[],
  { columns: count, lines }: PictureSize,
): OutlinedPicture {
  const upright = head.kind === 'column' ? 1 : 0;
  const from = firstColumn(at, tops.length - upright, count) + (head.kind === 'column' && head.column === 0 ? 1 : 0);
  const covered = tops.slice(from, from + count);
  const under = Math.max(...covered);
  return { from, count, under, atFoot: at.startsWith('foot') || Math.min(...covered) < under, lines };
}

/** Lines for text at a height, by column. */
export const linesAt = ({ taken }: Outline, height: Lines): readonly Lines[] =>
  taken.map((lines) => Math.max(0, height - lines));

/** Text in fewer lines than these over or under a picture reads as one more caption. */
const DEEP_ENOUGH: Lines = 4;

/**
 * How many lines the text over or under a picture falls short of a decent depth at a height; none where it holds no
 * text, or all: then the copy is as long as it is.
 */
export function shallowBy({ taken, holding, picture }: Outline, height: Lines): Lines {
  if (picture === null || picture.count === holding.columns) return 0;
  let short = 0;
  for (let column = picture.from; column < picture.from + picture.count; column++) {
    const lines = height - taken[column]!;
    if (lines > 0) short = Math.max(short, DEEP_ENOUGH - lines);
  }
  return short;
}

/** Lines for text at a height in all columns. */
export function roomAt({ taken, holding }: Outline, height: Lines): Lines {
  if (height >= holding.most) return holding.columns * height - holding.taken;
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
    picture: picture && {
      from: picture.from,
      count: picture.count,
      top: picture.atFoot ? foot - picture.lines : picture.under,
      lines: picture.lines,
    },
  };
}

/** The first of `wide` columns that stand at a place of `count`: at the left where nothing else is said. */
export function firstColumn(at: HeadlinePlace | PicturePlace, count: number, wide: number): number {
  if (at.endsWith('right')) return count - wide;
  return at === 'middle' ? Math.floor((count - wide) / 2) : 0;
}

/** Whether `wide` of `count` columns have no middle to stand in: of an odd rest one side has a column more. */
export const isAside = (at: HeadlinePlace | PicturePlace, count: number, wide: number): boolean =>
  at === 'middle' && (count - wide) % 2 !== 0;
