/**
 * Running totals over items, so that a line's sums are one subtraction each, at any measure. They are whole numbers: of
 * any other V8 makes an object each time, until it has compiled what reckons with it. A sum that passes 32 bits (in a
 * paragraph of some 30,000 characters) begins again from the least; so does a difference, by `| 0`, and is right again.
 */
import { type EmParts, emParts, PARTS_PER_EM } from '../../geometry/units.js';
import { LOOSE_GAP } from './badness.js';
import { columnsOf, type Items, SQUEEZE_CLASSES, STRETCH_CLASSES } from './items.js';

/** Lines looser than this are not considered while another way remains. */
export const PREFERRED_LIMIT = 2.5;

/** Sums over the items before each, the end included; of squeeze and stretch, over the rows before each. */
export interface Totals {
  /** In EmParts; a line from item a to before item b is ends[b] − starts[a] wide by nature. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** It is at least leastEnds[b] − leastStarts[a] wide. */
  readonly leastStarts: Int32Array;
  readonly leastEnds: Int32Array;
  /** It may be opened up to mostEnds[b] − mostStarts[a] within PREFERRED_LIMIT. */
  readonly mostStarts: Int32Array;
  readonly mostEnds: Int32Array;
  readonly gaps: Int32Array;
  readonly weight: Int32Array;
  /** The items' rows. */
  readonly row: Int32Array;
  /** In EmParts; row r, class c at r × SQUEEZE_CLASSES + c. */
  readonly squeeze: Int32Array;
  /** In EmParts, of all classes together. */
  readonly stretch: Int32Array;
}

/** The totals of items. */
export const sumItems = (items: Items): Totals => {
  const { count, width, glue, gap, row, hasEnds } = items;
  const totals = emptyTotals(items);
  const { starts, ends, leastStarts, leastEnds, mostStarts, mostEnds, gaps, weight } = totals;
  let sum: EmParts = 0;
  let squeeze: EmParts = 0;
  let stretch: EmParts = 0;
  let open = 0;
  let heavy = 0;
  for (let i = 0; i < count; i++) {
    const own = width[i]!;
    const box = own === 1 ? PARTS_PER_EM : emParts(own);
    const end = i + 1;
    const growth = hasEnds ? emParts(items.endWidth[i]!) : 0;
    const hang = hasEnds ? emParts(items.endSqueeze[i]!) : 0;
    ends[end] = sum + box + growth;
    leastEnds[end] = sum - squeeze + box + growth - hang;
    mostEnds[end] = sum + stretch + OPENED * open + box;
    sum += box;
    // Only the last item of a row has glue.
    if (row[end] !== row[i]) {
      sum += emParts(glue[i]!);
      squeeze += sumSqueeze(items.squeeze, row[i]!, totals.squeeze);
      stretch += sumStretch(items.stretch, row[i]!);
      totals.stretch[row[i]! + 1] = stretch;
    }
    open += gap[i]!;
    heavy += items.weight[i]!;
    starts[end] = sum;
    gaps[end] = open;
    weight[end] = heavy;
    leastStarts[end] = sum - squeeze;
    mostStarts[end] = sum + stretch + OPENED * open;
  }
  return totals;
};

const OPENED: EmParts = emParts(PREFERRED_LIMIT * LOOSE_GAP);

const emptyTotals = ({ count, row, stretch }: Items): Totals => {
  const rows = stretch.length / STRETCH_CLASSES + 1;
  const places = count + 1;
  const { counts } = columnsOf(0, places * 8 + rows * (SQUEEZE_CLASSES + 1));
  return {
    starts: counts(places),
    ends: counts(places),
    leastStarts: counts(places),
    leastEnds: counts(places),
    mostStarts: counts(places),
    mostEnds: counts(places),
    gaps: counts(places),
    weight: counts(places),
    row,
    squeeze: counts(rows * SQUEEZE_CLASSES),
    stretch: counts(rows),
  };
};

/** Adds a row's squeeze to the sums before it, as the next sums; gives what its classes come to together. */
const sumSqueeze = (squeeze: Float64Array, row: number, sums: Int32Array): EmParts => {
  let all: EmParts = 0;
  for (let at = row * SQUEEZE_CLASSES; at < (row + 1) * SQUEEZE_CLASSES; at++) {
    const own = emParts(squeeze[at]!);
    sums[at + SQUEEZE_CLASSES] = sums[at]! + own;
    all += own;
  }
  return all;
};

/** What a row's classes of stretch come to together. */
const sumStretch = (stretch: Float64Array, row: number): EmParts => {
  let all: EmParts = 0;
  for (let at = row * STRETCH_CLASSES; at < (row + 1) * STRETCH_CLASSES; at++) all += emParts(stretch[at]!);
  return all;
};

/** Natural width of the line of items from..to−1. */
export const naturalWidth = ({ starts, ends }: Totals, from: number, to: number): EmParts =>
  (ends[to]! - starts[from]!) | 0;
