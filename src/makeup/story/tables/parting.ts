/** Where the rows of tables stand in a body, and where columns had better not end. */
import type { Block, TableRow } from '../../../issue/types.js';
import { COSTS } from '../../costs.js';

/** Whether a paragraph stands right under a table. */
export const isUnderTable = (body: readonly Block[], index: number): boolean => body[index - 1]?.kind === 'row';

/** A table of more rows than these is long. */
const LONG = 10;

/**
 * What it costs that a column ends right after a row of a table that goes on: under its head as much as within a row, and
 * more than elsewhere where one row would stand alone. A long table is parted sooner: it fills columns of its own.
 */
export function rowPartingCost({ table, isHead }: TableRow, body: readonly Block[], index: number): number {
  const rowAt = (at: number): TableRow | null => {
    const block = body[at];
    return block?.kind === 'row' && block.table === table ? block : null;
  };
  if (rowAt(index + 1) === null) return 0;
  if (isHead) return COSTS.rowParted;
  const isFirst = rowAt(index - 1)?.isHead === true;
  const rows = body.filter((_, at) => rowAt(at) !== null).length;
  return (
    COSTS.tableParted * Math.min(1, LONG / rows) +
    (isFirst ? COSTS.verseOrphan : 0) +
    (rowAt(index + 2) === null ? COSTS.widow : 0)
  );
}
