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
  /** Natural width of the glue behind it; what is not there at all neither gives nor takes. */
  readonly glue: Float64Array;
  /** How much each class may take from that glue; item i, class c at i × SQUEEZE_CLASSES + c. */
  readonly squeeze: Float64Array;
  /** How much each class may add; item i, class c at i × STRETCH_CLASSES + c. */
  readonly stretch: Float64Array;
  /** 1 where the place behind the box may be opened like every other. */
  readonly gap: Float64Array;
  /** Demerits of ending a line behind the box: a number, FORBIDDEN or FORCED. */
  readonly penalty: Float64Array;
  /** What a line grows by when it ends here (a hyphen). */
  readonly endWidth: Float64Array;
  /** What may hang out of a line that ends here; used before any squeeze. */
  readonly endSqueeze: Float64Array;
  /** Characters the box counts for where a last line is asked for more than one. */
  readonly weight: Float64Array;
}

/** An empty set of columns for `count` items, all in one piece of memory: a page has hundreds of paragraphs. */
export const newItems = (count: number): Items => {
  const column = columnsOf(count * (7 + SQUEEZE_CLASSES + STRETCH_CLASSES));
  return {
    count,
    width: column(count),
    glue: column(count),
    squeeze: column(count * SQUEEZE_CLASSES),
    stretch: column(count * STRETCH_CLASSES),
    gap: column(count),
    penalty: column(count),
    endWidth: column(count),
    endSqueeze: column(count),
    weight: column(count),
  };
};

/** Cuts columns one after another from one array. */
const columnsOf = (length: number): ((count: number) => Float64Array) => {
  const whole = new Float64Array(length);
  let from = 0;
  return (count) => {
    const column = new Float64Array(whole.buffer, from * whole.BYTES_PER_ELEMENT, count);
    from += count;
    return column;
  };
};

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
  const column = columnsOf((count + 1) * (5 + SQUEEZE_CLASSES));
  const natural = column(count + 1);
  const squeeze = column((count + 1) * SQUEEZE_CLASSES);
  const allSqueeze = column(count + 1);
  const stretch = column(count + 1);
  const gaps = column(count + 1);
  const weight = column(count + 1);
  for (let i = 0; i < count; i++) {
    natural[i + 1] = natural[i]! + items.width[i]! + items.glue[i]!;
    let all = allSqueeze[i]!;
    let more = stretch[i]!;
    const at = i * SQUEEZE_CLASSES;
    if (items.glue[i] === 0) {
      for (let c = at; c < at + SQUEEZE_CLASSES; c++) squeeze[c + SQUEEZE_CLASSES] = squeeze[c]!;
    } else {
      for (let c = at; c < at + SQUEEZE_CLASSES; c++) {
        squeeze[c + SQUEEZE_CLASSES] = squeeze[c]! + items.squeeze[c]!;
        all += items.squeeze[c]!;
      }
      for (let c = 0; c < STRETCH_CLASSES; c++) more += items.stretch[i * STRETCH_CLASSES + c]!;
    }
    allSqueeze[i + 1] = all;
    stretch[i + 1] = more;
    gaps[i + 1] = gaps[i]! + items.gap[i]!;
    weight[i + 1] = weight[i]! + items.weight[i]!;
  }
  return { natural, squeeze, allSqueeze, stretch, gaps, weight };
};

/** Natural width of the line of items from..to−1. */
export const naturalWidth = (items: Items, totals: Totals, from: number, to: number): Em =>
  totals.natural[to]! - totals.natural[from]! - items.glue[to - 1]! + items.endWidth[to - 1]!;
