/**
 * Boxes, glue and penalties (Knuth & Plass 1981), kept as columns of numbers. Item i is a box, the penalty of
 * ending a line after it, and the glue that follows, which vanishes if the line ends there. Says nothing of Chinese.
 */
import type { Em } from '../geometry/units.js';

/** How many classes of squeeze there are; a lower class is used up before the next is touched. */
export const SQUEEZE_CLASSES = 6;
/** How many classes of regular stretch come before the gaps are opened evenly. */
export const STRETCH_CLASSES = 2;

/** A line may not end here. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;
/** A line must end here. */
export const FORCED = Number.NEGATIVE_INFINITY;

export interface Items {
  readonly count: number;
  /** Width of the box. */
  readonly width: Float64Array;
  /** Natural width of the glue behind it. */
  readonly glue: Float64Array;
  /** How much each class may take from that glue; item i, class c at i × SQUEEZE_CLASSES + c. */
  readonly squeeze: Float64Array;
  /** How much each class may add; item i, class c at i × STRETCH_CLASSES + c. */
  readonly stretch: Float64Array;
  /** 1 where the place behind the box may be opened like every other. */
  readonly gap: Uint8Array;
  /** Demerits of ending a line behind the box: a number, FORBIDDEN or FORCED. */
  readonly penalty: Float64Array;
  /** What a line grows by when it ends here (a hyphen). */
  readonly endWidth: Float64Array;
  /** What may hang out of a line that ends here; used before any squeeze. */
  readonly endSqueeze: Float64Array;
  /** Characters the box counts for where a last line is asked for more than one. */
  readonly weight: Uint8Array;
}

/** An empty set of columns for `count` items. */
export const newItems = (count: number): Items => ({
  count,
  width: new Float64Array(count),
  glue: new Float64Array(count),
  squeeze: new Float64Array(count * SQUEEZE_CLASSES),
  stretch: new Float64Array(count * STRETCH_CLASSES),
  gap: new Uint8Array(count),
  penalty: new Float64Array(count),
  endWidth: new Float64Array(count),
  endSqueeze: new Float64Array(count),
  weight: new Uint8Array(count),
});

/** Running totals, so that any line's sums are one subtraction each. */
export interface Totals {
  readonly natural: Float64Array;
  /** Per item: SQUEEZE_CLASSES running sums. */
  readonly squeeze: Float64Array;
  readonly allSqueeze: Float64Array;
  readonly stretch: Float64Array;
  readonly gaps: Float64Array;
  readonly weight: Float64Array;
}

export const sumItems = (items: Items): Totals => {
  const { count } = items;
  const natural = new Float64Array(count + 1);
  const squeeze = new Float64Array((count + 1) * SQUEEZE_CLASSES);
  const allSqueeze = new Float64Array(count + 1);
  const stretch = new Float64Array(count + 1);
  const gaps = new Float64Array(count + 1);
  const weight = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    natural[i + 1] = natural[i]! + items.width[i]! + items.glue[i]!;
    let all = allSqueeze[i]!;
    for (let c = 0; c < SQUEEZE_CLASSES; c++) {
      const at = i * SQUEEZE_CLASSES + c;
      squeeze[at + SQUEEZE_CLASSES] = squeeze[at]! + items.squeeze[at]!;
      all += items.squeeze[at]!;
    }
    allSqueeze[i + 1] = all;
    let more = stretch[i]!;
    for (let c = 0; c < STRETCH_CLASSES; c++) more += items.stretch[i * STRETCH_CLASSES + c]!;
    stretch[i + 1] = more;
    gaps[i + 1] = gaps[i]! + items.gap[i]!;
    weight[i + 1] = weight[i]! + items.weight[i]!;
  }
  return { natural, squeeze, allSqueeze, stretch, gaps, weight };
};

/** Natural width of the line of items from..to−1. */
export const naturalWidth = (items: Items, totals: Totals, from: number, to: number): Em =>
  totals.natural[to]! - totals.natural[from]! - items.glue[to - 1]! + items.endWidth[to - 1]!;
