/** Tables that need more width than a story's columns have. */
import { error } from '../../../diagnostics/collector.js';
import type { Diagnostic } from '../../../diagnostics/types.js';
import type { Lines } from '../../../geometry/units.js';
import type { Drawing } from '../types.js';
import type { SetBlock } from './body.js';

const HINT =
  'give the story fewer and wider columns (`divide`) or a wider slot, take a column of the table away, or write shorter words in it';
/** Where it would stand across columns, but for a picture that is narrower. */
const HINT_PICTURE = `let the story’s picture stand across more columns, and the table stands under it; or ${HINT}`;

/** Where it would stand across columns, where none is parted, but for its rows. */
const hintTall = (lines: Lines, room: Lines): string =>
  `part the table into several, each with a head of its own: across all columns it takes ${lines} lines, and finds ${room} at most; or ${HINT}`;

/** Says of each of which a row stands here how wide it is at least, in characters of the body. */
export function tooWide(body: readonly SetBlock[], drawing: Drawing): readonly Diagnostic[] {
  const { plan, node, style } = drawing;
  const { measure, columns, width } = plan.columns;
  const { place } = plan.head;
  const room = node.height.max - (place.kind === 'over' ? place.lines : 0);
  const tables = new Set(body.flatMap(({ block }) => (block.part === 'row' ? [block.table] : [])));
  return [...tables].flatMap((table): readonly Diagnostic[] => {
    const { fits, needed } = table.columnsAt(measure);
    if (fits) return [];
    const across = width / style.body.size;
    const lines = [...table.rows.keys()].reduce((sum, row) => sum + table.height(row, across), 0);
    const isTall = table.columnsAt(across).fits && lines > room;
    const isUnderPicture = columns.length > 1 && plan.shape.picture !== null;
    const message = `a table needs a column of ${Math.ceil(needed)} characters, and has ${measure} in slot “${node.slot}”`;
    const hint = isTall ? hintTall(lines, room) : isUnderPicture ? HINT_PICTURE : HINT;
    return [error('table-wide', message, { hint, span: table.head.span })];
  });
}
