/** Where a story's text columns stand inside its piece of the page. */
import type { Em, Lines, Pt } from '../../geometry/units.js';
import type { StoryNode } from '../../template/types.js';
import type { PageGrid, Strip } from '../grid.js';

/** Padding of a box, in body ems at the sides and in lines at top and foot. */
export const BOX_PADDING: Em = 1;
export const BOX_PADDING_LINES: Lines = 1;

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
}

/** The ways a story node may divide its width: base columns, or re-divided columns (变栏), boxed or not. */
export function columnChoices(node: StoryNode, strip: Strip, grid: PageGrid): readonly TextColumns[] {
  const boxed = node.box !== 'none';
  if (!boxed && node.divide === null) return [baseColumns(strip, grid)];
  const range = node.divide ?? { min: strip.width, max: strip.width };
  const choices: TextColumns[] = [];
  for (let count = range.min; count <= Math.min(range.max, strip.width * 2); count++) {
    choices.push(dividedColumns(count, grid.width(strip), boxed, grid));
  }
  return choices;
}

function baseColumns(strip: Strip, grid: PageGrid): TextColumns {
  const origin = grid.left(strip.from);
  const width = grid.measure * grid.bodySize;
  return {
    measure: grid.measure,
    columns: Array.from({ length: strip.width }, (_, index) => ({
      left: grid.left(strip.from + index) - origin,
      width,
    })),
    left: 0,
    width: grid.width(strip),
    padding: 0,
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
  };
}

/** Width of text columns side by side with the gaps between them. */
export function spanWidth(columns: TextColumns, from: number, count: number): number {
  const last = columns.columns[from + count - 1]!;
  return last.left + last.width - columns.columns[from]!.left;
}
