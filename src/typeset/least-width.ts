/** How narrow a paragraph may be set: what no rule lets break has to stand on one line. */
import type { Em } from '../geometry/units.js';
import { LAST_RESORT } from './linebreak/items.js';
import type { Prepared } from './prepare/prepare.js';

/** Width of the widest piece that no rule lets break, or none but for want of a better place, its ends trimmed (rule 11), unindented; 0 of an empty paragraph. */
export const leastWidth = ({ items }: Prepared): Em => {
  let widest = 0;
  let width = 0;
  for (let i = 0; i < items.count; i++) {
    width += items.width[i]!;
    if (items.penalty[i]! >= LAST_RESORT) {
      width += items.glue[i]!;
    } else {
      widest = Math.max(widest, width + (items.hasEnds ? items.endWidth[i]! : 0));
      width = 0;
    }
  }
  return widest;
};
