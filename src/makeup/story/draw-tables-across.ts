/** Tables across a story's columns, drawn as the body of one wide column of their own. */

import { spanWidth } from './columns.js';
import { fitting } from './fit.js';
import type { Drawing } from './types.js';

/** The drawing of the tables alone, which all steps of a body take; none where no table stands across columns. */
export function tablesDrawing(drawing: Drawing): readonly Drawing[] {
  const { part, style, plan } = drawing;
  const { columns, shape, tables } = plan;
  if (tables === null || shape.picture === null) return [];
  const { from, count, top, lines } = shape.picture;
  const { left } = columns.columns[from]!;
  const width = spanWidth(columns, from, count);
  const measure = width / style.body.size;
  const { article, copy } = tables;
  return [
    {
      ...drawing,
      part: { ...part, article, fromPage: null },
      copy,
      plan: {
        ...plan,
        columns: { ...columns, measure, columns: [{ left, width }] },
        shape: { columns: [{ top, lines }], picture: null },
        fit: fitting(copy, copy.choices(measure)).whole([lines]),
      },
    },
  ];
}
