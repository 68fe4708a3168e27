/** Which of a story's columns hold text, and how many lines of it. */
import type { Lines } from '../../geometry/units.js';
import type { Shape } from './shape.js';
import type { StoryPart } from './types.js';

/** Lines for text in each column; the line 上接第N版 takes the first of a continuation. */
export function roomFor(columns: readonly Lines[], { fromPage }: StoryPart): readonly Lines[] {
  const first = fromPage === null ? -1 : columns.findIndex((lines) => lines > 0);
  return columns.map((lines, index) => (index === first ? lines - 1 : lines));
}

/** The first column that holds text. */
export const firstTextColumn = (columns: Shape['columns']): number => columns.findIndex(({ lines }) => lines > 0);
/** The last column that holds text. */
export const lastTextColumn = (columns: Shape['columns']): number => columns.findLastIndex(({ lines }) => lines > 0);
