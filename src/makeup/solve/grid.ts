/** The grid of a page or spread in points: where its columns stand. */
import { ASCENT, type Columns, type Em, type Lines, type Pt } from '../../geometry/units.js';
import type { Grid } from '../../template/types.js';

/** Whole columns of a page: the first one's index and how many. */
export interface Strip {
  readonly from: Columns;
  readonly width: Columns;
}

/** The grid of one page, or of a spread, where a gutter parts two type areas. Lengths in pt. */
export interface PageGrid {
  readonly columns: Columns;
  readonly lines: Lines;
  readonly leading: Pt;
  readonly bodySize: Pt;
  readonly measure: Em;
  readonly gap: Pt;
  /** Left edge of a column from the type area's left edge. */
  left(column: Columns): Pt;
  /** Width of whole columns with the gaps between them. */
  width(strip: Strip): Pt;
  /** Whether the fold of a spread runs through these columns. */
  folds(strip: Strip): boolean;
  /** Where the fold of a spread runs through these columns, from their left edge; null where it does not. */
  foldIn(strip: Strip): Pt | null;
}

/** The grid of a page; `gutter` (pt) parts the two halves of a spread. */
export function pageGrid(grid: Grid, pages: 1 | 2 = 1, gutter: Pt = 0): PageGrid {
  const column = grid.measure * grid.bodySize;
  const gap = grid.gap * grid.bodySize;
  const left = (index: Columns): Pt => {
    const beyondGutter = pages === 2 && index >= grid.columns;
    return index * (column + gap) + (beyondGutter ? gutter - gap : 0);
  };
  const folds = ({ from, width }: Strip): boolean => pages === 2 && from < grid.columns && from + width > grid.columns;
  return {
    columns: grid.columns * pages,
    lines: grid.lines,
    leading: grid.leading,
    bodySize: grid.bodySize,
    measure: grid.measure,
    gap,
    left,
    folds,
    foldIn: (strip) => (folds(strip) ? left(grid.columns) - gutter / 2 - left(strip.from) : null),
    width: ({ from, width }) => left(from + width - 1) + column - left(from),
  };
}

/** Where the baseline of body-sized type lies in a line: the em box stands in the line's middle. */
export function baselineIn(leading: Pt, size: Pt): Pt {
  return (leading - size) / 2 + size * ASCENT;
}
