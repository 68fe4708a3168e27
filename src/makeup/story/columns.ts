/** Where a story's text columns stand inside its piece of the page. */
import { MOST_IN_COLUMN } from '../../geometry/columns.js';
import type { Em, Lines, Pt } from '../../geometry/units.js';
import { isUpright } from '../../template/nodes.js';
import type { StoryNode } from '../../template/types.js';
import { COSTS } from '../costs.js';
import type { Room } from '../pictures/group.js';
import type { PageGrid, Strip } from '../solve/grid.js';

/** Padding of a box, in body ems at the sides and in lines at top and foot. */
const BOX_PADDING: Em = 1;
const BOX_PADDING_LINES: Lines = 1;

/** A story's columns narrower or wider than this are not tried where a range leaves others. */
const NARROWEST: Em = 12;
const WIDEST: Em = 24;
/** Text under a photograph is short, and likes columns so wide. */
const LIKED_UNDER_PHOTO: Em = 30;

/** One text column: its left edge in the piece, and its measure. */
export interface TextColumn {
  readonly left: Pt;
  readonly width: Pt;
}

/** A row of equal text columns. */
export interface TextColumns {
  readonly measure: Em;
  readonly columns: readonly TextColumn[];
  /** Left edge and width of what the columns stand in (inside a box's padding). */
  readonly left: Pt;
  readonly width: Pt;
  /** Lines at top and foot that a box takes. */
  readonly padding: Lines;
  /** What it costs that they are not base columns. */
  readonly cost: number;
}

/**
 * The ways a story node may divide its width: base columns, or re-divided columns (变栏), boxed or not. A vertical head
 * takes one of them, or one of the widths that it likes where that is narrower: the text columns have the rest.
 */
export function columnChoices(
  node: StoryNode,
  strip: Strip,
  grid: PageGrid,
  likedByHead: readonly Pt[],
): readonly TextColumns[] {
  const boxed = node.box !== 'none';
  const isFree = boxed || node.divide !== null || isUpright(node, strip.width);
  // Columns across the fold keep to the base columns: text must not run into it.
  if (!isFree || grid.folds(strip)) return [baseColumns(strip, boxed, grid)];
  const range = node.divide ?? { min: strip.width, max: strip.width };
  const [liked, price] = node.isPhotoText ? [LIKED_UNDER_PHOTO, COSTS.photoMeasure] : [grid.measure, COSTS.redivided];
  const choices: TextColumns[] = [];
  for (let count = range.min; count <= Math.min(range.max, strip.width * MOST_IN_COLUMN); count++) {
    const equal = dividedColumns(count, grid.width(strip), boxed, grid);
    const narrow = isUpright(node, count) ? likedByHead.map((wide) => besideHead(wide, node, equal, grid)) : [];
    for (const columns of [equal, ...narrow.filter((one) => one.measure > equal.measure)]) {
      const cost = (columns.measure / liked - 1) ** 2 * price;
      const isBase = columns === equal && count === strip.width && !boxed;
      choices.push({ ...(isBase ? baseColumns(strip, boxed, grid) : columns), cost });
    }
  }
  // Columns that nothing is said of are the paper's own, however narrow.
  const isReadable = ({ measure }: TextColumns, at: number): boolean =>
    (at === 0 && node.divide === null) || (measure >= NARROWEST && measure <= WIDEST);
  const readable = choices.filter(isReadable);
  return node.isPhotoText || readable.length === 0 ? choices : readable;
}

/**
 * The base columns themselves. In a box, which then lies across the fold, each gives its padding up at the side away
 * from the fold: so all keep one measure, and those at the fold stay where the page's own end there.
 */
function baseColumns(strip: Strip, boxed: boolean, grid: PageGrid): TextColumns {
  const origin = grid.left(strip.from);
  const measure = grid.measure - (boxed ? BOX_PADDING : 0);
  const padding = (grid.measure - measure) * grid.bodySize;
  const fold = grid.foldIn(strip) ?? 0;
  return {
    measure,
    columns: Array.from({ length: strip.width }, (_, index) => {
      const left = grid.left(strip.from + index) - origin;
      return { left: left < fold ? left + padding : left, width: measure * grid.bodySize };
    }),
    left: padding,
    width: grid.width(strip) - 2 * padding,
    padding: boxed ? BOX_PADDING_LINES : 0,
    cost: 0,
  };
}

/** Equal columns of whole characters; what is left over of the width goes into the gaps, or round one column. */
function dividedColumns(count: number, width: Pt, boxed: boolean, grid: PageGrid): TextColumns {
  const padding = boxed ? BOX_PADDING * grid.bodySize : 0;
  const inner = width - 2 * padding;
  const measure = Math.floor((inner - (count - 1) * grid.gap) / count / grid.bodySize + 1e-6);
  const column = measure * grid.bodySize;
  const over = inner - count * column;
  const gap = count > 1 ? over / (count - 1) : 0;
  const left = padding + (count > 1 ? 0 : over / 2);
  return {
    measure,
    columns: Array.from({ length: count }, (_, index) => ({ left: left + index * (column + gap), width: column })),
    left,
    width: count > 1 ? inner : column,
    padding: boxed ? BOX_PADDING_LINES : 0,
    cost: 0,
  };
}

/** As many columns, but that of the head only so wide, and what is left of a whole character in each of the others. */
function besideHead(wide: Pt, { headline }: StoryNode, equal: TextColumns, { bodySize, gap }: PageGrid): TextColumns {
  const texts = equal.columns.length - 1;
  const measure = Math.min(WIDEST, Math.floor(((equal.width - wide) / texts - gap) / bodySize + 1e-6));
  const column = measure * bodySize;
  const head = equal.width - texts * (column + gap);
  const widths = Array.from({ length: texts }, () => column);
  widths.splice(headline === 'left' ? 0 : texts, 0, head);
  let left = equal.left;
  const columns = widths.map((width) => {
    const own = { left, width };
    left += width + gap;
    return own;
  });
  return { ...equal, measure, columns };
}

/** The place across some text columns; `fold` is where that of a spread runs, from the left edge of them all. */
export function roomAcross(columns: TextColumns, from: number, count: number, fold: Pt | null): Room {
  const width = spanWidth(columns, from, count);
  const own = columns.columns.slice(from, from + count);
  const after = fold === null ? -1 : own.findIndex(({ left }) => left > fold);
  if (after <= 0) return { width, parts: null };
  return { width, parts: { left: spanWidth(columns, from, after), right: own[after]!.left - own[0]!.left } };
}

/** Width of text columns side by side with the gaps between them. */
export function spanWidth(columns: TextColumns, from: number, count: number): number {
  const last = columns.columns[from + count - 1]!;
  return last.left + last.width - columns.columns[from]!.left;
}
