/** Running totals over items, so that a line's sums are one subtraction each, at any measure. */
import type { Em } from '../geometry/units.js';
import { LOOSE_GAP } from './badness.js';
import { columnsOf, type Items, SQUEEZE_CLASSES, STRETCH_CLASSES } from './items.js';

/** Lines looser than this are not considered while another way remains. */
export const PREFERRED_LIMIT = 2.5;

/** Sums over the items before each, the end included; what glue gives and takes, over the rows before each. */
export interface Totals {
  readonly natural: Float64Array;
  readonly gaps: Int32Array;
  readonly weight: Int32Array;
  /** The items' rows. */
  readonly row: Int32Array;
  /** Row r, class c at r × SQUEEZE_CLASSES + c. */
  readonly squeeze: Float64Array;
  /** Of all classes together. */
  readonly stretch: Float64Array;
  /** A line from item a to before item b is at least leastEnds[b] − leastStarts[a] wide. */
  readonly leastStarts: Float64Array;
  readonly leastEnds: Float64Array;
  /** It may be opened up to mostEnds[b] − mostStarts[a] within PREFERRED_LIMIT. */
  readonly mostStarts: Float64Array;
  readonly mostEnds: Float64Array;
}

/** The totals of items. */
export const sumItems = (items: Items): Totals => {
  const { count, width, glue, gap, row, hasEnds, endWidth, endSqueeze } = items;
  const rows = items.stretch.length / STRETCH_CLASSES;
  const { numbers, counts } = columnsOf((count + 1) * 5 + (rows + 1) * (SQUEEZE_CLASSES + 1), (count + 1) * 2);
  const totals: Totals = {
    natural: numbers(count + 1),
    gaps: counts(count + 1),
    weight: counts(count + 1),
    row,
    squeeze: numbers((rows + 1) * SQUEEZE_CLASSES),
    stretch: numbers(rows + 1),
    leastStarts: numbers(count + 1),
    leastEnds: numbers(count + 1),
    mostStarts: numbers(count + 1),
    mostEnds: numbers(count + 1),
  };
  const { natural, gaps, weight, leastStarts, leastEnds, mostStarts, mostEnds } = totals;
  const squeezes = sumRows(items, totals, rows);
  let sum: Em = 0;
  let squeeze: Em = 0;
  let stretch: Em = 0;
  let least: Em = 0;
  let most: Em = 0;
  let open = 0;
  // Numbers are read and reckoned with once: until V8 has compiled this, each takes memory of its own.
  for (let i = 0; i < count; i++) {
    const box = width[i]!;
    const end = i + 1;
    leastEnds[end] = hasEnds ? least + box + endWidth[i]! - endSqueeze[i]! : least + box;
    mostEnds[end] = most + box;
    sum += box;
    if (glue[i] !== 0) {
      sum += glue[i]!;
      squeeze = squeezes[row[i]! + 1]!;
      stretch = totals.stretch[row[i]! + 1]!;
    }
    open += gap[i]!;
    least = sum - squeeze;
    most = sum + stretch + OPENED * open;
    natural[end] = sum;
    gaps[end] = open;
    weight[end] = weight[i]! + items.weight[i]!;
    leastStarts[end] = least;
    mostStarts[end] = most;
  }
  return totals;
};

const OPENED: Em = PREFERRED_LIMIT * LOOSE_GAP;

/** Fills in the sums over rows; gives what all classes of squeeze together come to before each. */
const sumRows = (items: Items, { squeeze, stretch }: Totals, rows: number): readonly number[] => {
  const all = [0];
  for (let row = 0; row < rows; row++) {
    let squeezes = 0;
    for (let at = row * SQUEEZE_CLASSES; at < (row + 1) * SQUEEZE_CLASSES; at++) {
      const own = items.squeeze[at]!;
      squeeze[at + SQUEEZE_CLASSES] = squeeze[at]! + own;
      squeezes += own;
    }
    all.push(all[row]! + squeezes);
    let stretches = stretch[row]!;
    for (let at = row * STRETCH_CLASSES; at < (row + 1) * STRETCH_CLASSES; at++) stretches += items.stretch[at]!;
    stretch[row + 1] = stretches;
  }
  return all;
};

/** Natural width of the line of items from..to−1. */
export const naturalWidth = (items: Items, totals: Totals, from: number, to: number): Em =>
  totals.natural[to]! - totals.natural[from]! - items.glue[to - 1]! + items.endWidth[to - 1]!;
