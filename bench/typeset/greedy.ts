/**
 * The yardstick: first fit, line by line, as most engines set. It has every advantage but looking ahead: it
 * trims marks at line ends and, with `squeeze`, squeezes a line when that lets one more piece in; without, it
 * breaks at the natural width, as browsers do.
 */

import type { Breaking, Prepared } from '../../src/typeset/index.js';
import { naturalWidth } from '../../src/typeset/totals.js';

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
      const least =
        naturalWidth(items, totals, from, to) - (squeeze ? totals.allSqueeze[to - 1]! - totals.allSqueeze[from]! : 0);
      if (least > width + 1e-6 && end > 0) break;
      end = to;
      if (least > width + 1e-6 || penalty === Number.NEGATIVE_INFINITY) break;
    }
    breaks.push(end);
    from = end;
  }
  return { breaks, demerits: 0 };
};
