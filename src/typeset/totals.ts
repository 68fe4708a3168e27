/** Running totals over items, so that a line's sums are one subtraction each, at any measure. */
import type { Em } from '../geometry/units.js';
import { LOOSE_GAP } from './badness.js';
import { columnsOf, type Items, SQUEEZE_CLASSES, STRETCH_CLASSES } from './items.js';

/** Lines looser than this are not considered while another way remains. */
export const PREFERRED_LIMIT = 2.5;

/** Sums over the items before each, the end included. */
export interface Totals {
  readonly natural: Float64Array;
  /** Rows of SQUEEZE_CLASSES sums; which of them is an item's: glue of no width begins no new one. */
  readonly squeeze: Float64Array;
  readonly squeezeRow: Int32Array;
  readonly allSqueeze: Float64Array;
  readonly stretch: Float64Array;
  readonly gaps: Int32Array;
  readonly weight: Int32Array;
  /** A line from item a to before item b is at least leastEnds[b] − leastStarts[a] wide. */
  readonly leastStarts: Float64Array;
  readonly leastEnds: Float64Array;
  /** It may be opened up to mostEnds[b] − mostStarts[a] within PREFERRED_LIMIT. */
  readonly mostStarts: Float64Array;
  readonly mostEnds: Float64Array;
}

/** The totals of items. */
export const sumItems = (items: Items): Totals => {
  const { count, width, glue, gap } = items;
  let rows = 1;
  for (let i = 0; i < count; i++) if (glue[i] !== 0) rows++;
  const { numbers, counts } = columnsOf((count + 1) * 7 + rows * SQUEEZE_CLASSES, (count + 1) * 3);
  const totals: Totals = {
    natural: numbers(count + 1),
    squeeze: numbers(rows * SQUEEZE_CLASSES),
    squeezeRow: counts(count + 1),
    allSqueeze: numbers(count + 1),
    stretch: numbers(count + 1),
    gaps: counts(count + 1),
    weight: counts(count + 1),
    leastStarts: numbers(count + 1),
    leastEnds: numbers(count + 1),
    mostStarts: numbers(count + 1),
    mostEnds: numbers(count + 1),
  };
  const { natural, squeezeRow, gaps, weight, leastStarts, leastEnds, mostStarts, mostEnds } = totals;
  let sum: Em = 0;
  let squeeze: Em = 0;
  let stretch: Em = 0;
  let row = 0;
  for (let i = 0; i < count; i++) {
    const box = width[i]!;
    const least = sum - squeeze + box + items.endWidth[i]!;
    leastEnds[i + 1] = least - items.endSqueeze[i]!;
    mostEnds[i + 1] = mostStarts[i]! + box;
    if (glue[i] === 0) {
      sum += box;
    } else {
      sum = sum + box + glue[i]!;
      squeeze += addSqueeze(items, totals, i, row++);
      for (let c = i * STRETCH_CLASSES; c < (i + 1) * STRETCH_CLASSES; c++) stretch += items.stretch[c]!;
    }
    natural[i + 1] = sum;
    squeezeRow[i + 1] = row;
    totals.allSqueeze[i + 1] = squeeze;
    totals.stretch[i + 1] = stretch;
    gaps[i + 1] = gaps[i]! + gap[i]!;
    weight[i + 1] = weight[i]! + items.weight[i]!;
    leastStarts[i + 1] = sum - squeeze;
    mostStarts[i + 1] = sum + stretch + OPENED * gaps[i + 1]!;
  }
  return totals;
};

const OPENED: Em = PREFERRED_LIMIT * LOOSE_GAP;

/** Adds an item's squeeze to a row of sums, as the next row; gives what it is in all. */
const addSqueeze = (items: Items, { squeeze }: Totals, item: number, row: number): Em => {
  let all = 0;
  for (let c = 0; c < SQUEEZE_CLASSES; c++) {
    const own = items.squeeze[item * SQUEEZE_CLASSES + c]!;
    squeeze[(row + 1) * SQUEEZE_CLASSES + c] = squeeze[row * SQUEEZE_CLASSES + c]! + own;
    all += own;
  }
  return all;
};

/** Natural width of the line of items from..to−1. */
export const naturalWidth = (items: Items, totals: Totals, from: number, to: number): Em =>
  totals.natural[to]! - totals.natural[from]! - items.glue[to - 1]! + items.endWidth[to - 1]!;
