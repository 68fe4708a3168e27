/** Where tables that stand across a story's columns have their place. */
import type { Em, Lines } from '../../../geometry/units.js';
import { spanWidth, type TextColumn } from '../columns.js';
import type { Copy } from '../copy/copy.js';
import { LIKES } from '../fit/whites.js';
import type { Drawing } from '../types.js';

/** One wide column at the foot of the place for pictures, under the story's pictures if it shows any. */
interface TablesPlace {
  readonly column: TextColumn;
  readonly top: Lines;
  readonly lines: Lines;
}

/** Where a story's tables stand across columns; null where none do. */
export function tablesPlace({ style, plan }: Drawing): TablesPlace | null {
  const { columns, shape, tables } = plan;
  if (tables === null || shape.picture === null) return null;
  const { from, count, top, lines: all } = shape.picture;
  const column = { left: columns.columns[from]!.left, width: spanWidth(columns, from, count) };
  const lines = heightOf(tables.copy, column.width / style.body.size);
  return { column, top: top + all - lines, lines };
}

/** Lines of tables in one column, with the white between them. */
export const heightOf = (copy: Copy, measure: Em): Lines =>
  copy
    .at(measure)
    .choices.reduce((sum, [choice], at) => sum + choice!.lines + (at === 0 ? 0 : LIKES[copy.blocks[at]!.kind]), 0);
