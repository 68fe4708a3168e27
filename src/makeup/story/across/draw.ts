/** Tables across a story's columns, drawn as the body of one wide column of their own. */
import { fitting } from '../fit/fit.js';
import type { Drawing } from '../types.js';
import { tablesPlace } from './place.js';

/** The drawing of the tables alone, which all steps of a body take; none where no table stands across columns. */
export function tablesDrawing(drawing: Drawing): readonly Drawing[] {
  const { part, style, plan } = drawing;
  const place = tablesPlace(drawing);
  if (plan.tables === null || place === null) return [];
  const { column, top, lines } = place;
  const measure = column.width / style.body.size;
  const { article, copy } = plan.tables;
  return [
    {
      ...drawing,
      part: { ...part, article, fromPage: null },
      copy,
      plan: {
        ...plan,
        columns: { ...plan.columns, measure, columns: [column] },
        shape: { columns: [{ top, lines }], picture: null },
        fit: fitting(copy.at(measure)).whole([lines]),
      },
    },
  ];
}
