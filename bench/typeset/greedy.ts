/**
 * The yardstick: first fit, line by line, as most engines set. It has every advantage but looking ahead: it
 * trims marks at line ends and, with `squeeze`, squeezes a line when that lets one more piece in; without, it
 * breaks at the natural width, as browsers do.
 */

import { emParts } from '../../src/geometry/units.js';
import type { Breaking, Prepared } from '../../src/typeset/index.js';
import { TOLERANCE } from '../../src/typeset/linebreak/badness.js';
import { SQUEEZE_CLASSES } from '../../src/typeset/linebreak/items.js';
import { naturalWidth, type Totals } from '../../src/typeset/linebreak/totals.js';

export const greedyBreaking = (
  { items, totals }: Prepared,
  measure: number,
  indent: number,
  squeeze: boolean,
): Breaking => {
  const breaks: number[] = [];
  let from = 0;
  while (from < items.count) {
    const width = measure - (breaks.length === 0 ? indent : 0);
    let end = -1;
    for (let to = from + 1; to <= items.count; to++) {
      const penalty = items.penalty[to - 1]!;
      if (penalty === Number.POSITIVE_INFINITY) continue;
      const least = naturalWidth(totals, from, to) - (squeeze ? squeezable(totals, from, to) : 0);
      const isOver = least > emParts(width) + TOLERANCE;
      if (isOver && end > 0) break;
      end = to;
      if (isOver || penalty === Number.NEGATIVE_INFINITY) break;
    }
    breaks.push(end);
    from = end;
  }
  return { breaks, demerits: 0 };
};

/** What all classes of squeeze together could take from the line of items from..to−1. */
const squeezable = ({ row, squeeze }: Totals, from: number, to: number): number => {
  let sum = 0;
  for (let c = 0; c < SQUEEZE_CLASSES; c++) {
    sum += squeeze[row[to - 1]! * SQUEEZE_CLASSES + c]! - squeeze[row[from]! * SQUEEZE_CLASSES + c]!;
  }
  return sum;
};
