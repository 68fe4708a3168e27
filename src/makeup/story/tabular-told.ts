/** Tables that need more width than a story's columns have. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Drawing } from './types.js';

/** Says of each how wide it is at least, in characters of the body. */
export function tooWide({ copy, plan, node: { slot } }: Drawing): readonly Diagnostic[] {
  const { measure } = plan.columns;
  return copy.tables.flatMap((table): readonly Diagnostic[] => {
    const { fits, needed } = table.columnsAt(measure);
    if (fits) return [];
    const [head] = table.rows.keys();
    return [
      {
        code: 'table-wide',
        severity: 'error',
        message: `a table needs a column of ${Math.ceil(needed)} characters, and has ${measure} in slot “${slot}”`,
        hint: 'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it',
        span: head!.span,
      },
    ];
  });
}
