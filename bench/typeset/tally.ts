/** Counts lines by how far they were adjusted. */
import type { Prepared } from '../../src/typeset/index.js';
import { STRETCH_CLASSES } from '../../src/typeset/linebreak/items.js';
import type { Line } from '../../src/typeset/types.js';

export interface Tally {
  lines: number;
  last: number;
  untouched: number;
  squeezed: number;
  /** Up to 0.025, 0.05, 0.1 em a gap, and beyond. */
  readonly opened: number[];
  orphans: number;
  readonly loose: { readonly gap: number; readonly text: string }[];
}

export const tally = (): Tally => ({
  lines: 0,
  last: 0,
  untouched: 0,
  squeezed: 0,
  opened: [0, 0, 0, 0],
  orphans: 0,
  loose: [],
});

/** What every gap of a line was opened by, once spaces and Han–Latin gaps are at their most. */
export const perGap = ({ items }: Prepared, from: number, to: number, line: Line): number => {
  let regular = 0;
  let gaps = 0;
  for (let i = from; i + 1 < to; i++) {
    gaps += items.gap[i]!;
    // Items of one row share its glue, which the last of them has.
    if (items.glue[i] === 0) continue;
    const row = items.row[i]! * STRETCH_CLASSES;
    for (let c = 0; c < STRETCH_CLASSES; c++) regular += items.stretch[row + c]!;
  }
  const room = line.width - line.natural - regular;
  return room > 1e-6 ? room / Math.max(1, gaps) : 0;
};

export const count = (result: Tally, line: Line, gap: number, last: boolean): void => {
  if (last) {
    result.last++;
    if (line.start > 0 && [...line.text.replace(/[\p{P}\s]/gu, '')].length < 2) result.orphans++;
    return;
  }
  result.lines++;
  if (line.ratio < 0) result.squeezed++;
  else if (line.ratio < 1e-6) result.untouched++;
  else result.opened[gap <= 0.025 ? 0 : gap <= 0.05 ? 1 : gap <= 0.1 + 1e-6 ? 2 : 3]!++;
  if (gap > 0.1 + 1e-6) result.loose.push({ gap, text: line.text });
};
