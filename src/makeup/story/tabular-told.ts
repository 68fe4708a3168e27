/** Tables that need more width than a story's columns have. */
import { error } from '../../diagnostics/collector.js';
import type { Diagnostic } from '../../diagnostics/types.js';
import type { SetBlock } from './body.js';
import type { Drawing } from './types.js';

const HINT =
  'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it';
/** Where it would stand across columns, but for a picture that is narrower. */
const HINT_PICTURE = `let the story’s picture stand across more columns, and the table stands under it; or ${HINT}`;

/** Says of each of which a row stands here how wide it is at least, in characters of the body. */
export function tooWide(body: readonly SetBlock[], { plan, node: { slot } }: Drawing): readonly Diagnostic[] {
  const { measure, columns } = plan.columns;
  const tables = new Set(body.flatMap(({ block }) => (block.part === 'row' ? [block.table] : [])));
  return [...tables].flatMap((table): readonly Diagnostic[] => {
    const { fits, needed } = table.columnsAt(measure);
    if (fits) return [];
    const message = `a table needs a column of ${Math.ceil(needed)} characters, and has ${measure} in slot “${slot}”`;
    const hint = columns.length > 1 && plan.shape.picture !== null ? HINT_PICTURE : HINT;
    return [error('table-wide', message, { hint, span: table.head.span })];
  });
}
