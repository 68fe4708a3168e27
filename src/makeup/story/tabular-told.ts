/** Tables that need more width than a story's columns have. */
import type { Diagnostic } from '../../diagnostics/types.js';
import type { Drawing } from './types.js';

const HINT =
  'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it';
/** Where it would stand across columns, but for a picture, or for a jump. */
const HINT_HELD =
  'show the story’s picture elsewhere, or let the story end on this page, and the table stands across columns; or give the story fewer and wider columns (`divide`), or write shorter words in the table';

/** Says of each how wide it is at least, in characters of the body. */
export function tooWide({ copy, part, plan, node: { slot } }: Drawing): readonly Diagnostic[] {
  const { measure, columns } = plan.columns;
  const isHeld = columns.length > 1 && (plan.shape.picture !== null || part.toPages.length > 0);
  return copy.tables.flatMap((table): readonly Diagnostic[] => {
    const { fits, needed } = table.columnsAt(measure);
    if (fits) return [];
    const [head] = table.rows.keys();
    return [
      {
        code: 'table-wide',
        severity: 'error',
        message: `a table needs a column of ${Math.ceil(needed)} characters, and has ${measure} in slot “${slot}”`,
        hint: isHeld ? HINT_HELD : HINT,
        span: head!.span,
      },
    ];
  });
}
