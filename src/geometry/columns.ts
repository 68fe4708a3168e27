/** Text columns that are not base columns (变栏). */
import type { Columns, Em } from './units.js';

/** Text columns that a base column may be cut into: two, not slivers. */
export const MOST_IN_COLUMN = 2;

/** Whole characters in each of so many text columns that are set across base columns. */
export const dividedMeasure = (
  count: number,
  columns: Columns,
  { measure, gap }: { readonly measure: Em; readonly gap: Em },
): Em => Math.max(0, Math.floor((columns * measure + (columns - count) * gap) / count + 1e-6));
