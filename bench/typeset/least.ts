/** The fewest loose lines that any breaking of a paragraph could have: what no breaker can better. */
import { emParts, PARTS_PER_EM } from '../../src/geometry/units.js';
import type { Prepared } from '../../src/typeset/index.js';
import { ugliness } from '../../src/typeset/linebreak/badness.js';
import { naturalWidth } from '../../src/typeset/linebreak/totals.js';

/** Same bounds as the report's: a gap opened by more than 0.1 em, beyond spaces and Han–Latin gaps. */
export const leastLoose = (prepared: Prepared, measure: number, indent: number): number => {
  const { items, totals } = prepared;
  const fewest = new Array<number>(items.count + 1).fill(Number.POSITIVE_INFINITY);
  fewest[0] = 0;
  for (let to = 1; to <= items.count; to++) {
    if (items.penalty[to - 1] === Number.POSITIVE_INFINITY) continue;
    for (let from = to - 1; from >= 0; from--) {
      const width = measure - (from === 0 ? indent : 0);
      if (fewest[from] === Number.POSITIVE_INFINITY) continue;
      const room = emParts(width) - naturalWidth(totals, from, to);
      if (ugliness(totals, from, to, room) === Number.POSITIVE_INFINITY) break;
      if (to === items.count && from > 0 && totals.weight[to]! - totals.weight[from]! < 2) continue;
      const loose = to < items.count && isLoose(prepared, from, to, width) ? 1 : 0;
      fewest[to] = Math.min(fewest[to]!, fewest[from]! + loose);
    }
  }
  return Number.isFinite(fewest[items.count]) ? fewest[items.count]! : 0;
};

const isLoose = ({ totals }: Prepared, from: number, to: number, width: number): boolean => {
  const { row, stretch } = totals;
  const regular = stretch[row[to - 1]!]! - stretch[row[from]!]!;
  const gaps = totals.gaps[to - 1]! - totals.gaps[from]!;
  const room = width - (naturalWidth(totals, from, to) + regular) / PARTS_PER_EM;
  return room / Math.max(1, gaps) > 0.1 + 1e-4;
};
