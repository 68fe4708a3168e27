/** Tables that need more width than a story's columns have. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Em } from '../../geometry/units.js';
import type { Copy } from './copy.js';
import type { TableCopy } from './tabular.js';
import type { Drawing } from './types.js';

/** The tables of a copy whose least widths a measure does not hold. */
export const wideTables = ({ tables }: Copy, measure: Em): readonly TableCopy[] =>
  tables.filter((table) => !table.columnsAt(measure).fits);

/** Says of each how wide it is at least, in characters of the body. */
export function tooWide({ copy, plan, node: { slot } }: Drawing): readonly Diagnostic[] {
  const { measure } = plan.columns;
  return wideTables(copy, measure).map((table) => {
    const [head] = table.rows.keys();
    return {
      code: 'table-wide',
      severity: 'error',
      message: `a table needs a column of ${Math.ceil(table.columnsAt(measure).needed)} characters, and has ${measure} in slot “${slot}”`,
      hint: 'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it',
      span: head!.span,
    };
  });
}
