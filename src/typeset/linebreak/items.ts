/**
 * Boxes, glue and penalties (Knuth & Plass 1981), kept as columns of numbers. Item i is a box, the penalty of
 * ending a line after it, and the glue that follows, which vanishes if the line ends there. Says nothing of Chinese.
 */

/** How many classes of squeeze there are; a lower class is used up before the next is touched. */
export const SQUEEZE_CLASSES = 6;
/** How many classes of regular stretch come before the gaps are opened evenly. */
export const STRETCH_CLASSES = 2;

/** A line may not end here. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;
/** Demerits from which on a line ends here for want of any better place: 0.15 em in every gap is as bad. */
export const LAST_RESORT = 100_000;
/** A line must end here. */
export const FORCED = Number.NEGATIVE_INFINITY;

/** A paragraph's items, a column for each of their properties. */
export interface Items {
  readonly count: number;
  /** Width of the box. */
  readonly width: Float64Array;
  /** Natural width of the glue behind it; what is not there at all neither gives nor takes. */
  readonly glue: Float64Array;
  /**
   * Which row of squeeze and stretch an item's glue has. Items one after another may have one row: then they are of
   * one width, and only the last of them has glue.
   */
  readonly row: Int32Array;
  /** How much each class may take from that glue; row r, class c at r × SQUEEZE_CLASSES + c. */
  readonly squeeze: Float64Array;
  /** How much each class may add; row r, class c at r × STRETCH_CLASSES + c. */
  readonly stretch: Float64Array;
  /** 1 where the place behind the box may be opened like every other. */
  readonly gap: Int32Array;
  /** Demerits of ending a line behind the box: a number, FORBIDDEN or FORCED. */
  readonly penalty: Float64Array;
  /** Whether a line may be of another width for where it ends; else the next two are all 0. */
  readonly hasEnds: boolean;
  /** What a line grows by when it ends here (a hyphen). */
  readonly endWidth: Float64Array;
  /** What may hang out of a line that ends here; used before any squeeze. */
  readonly endSqueeze: Float64Array;
  /** Characters the box counts for where a last line is asked for more than one. */
  readonly weight: Int32Array;
}

/** An empty set of columns for `count` items in so many rows, in one piece of memory: a page has hundreds of paragraphs. */
export const newItems = (count: number, rows: number, hasEnds: boolean): Items => {
  const { numbers, counts } = columnsOf(count * 5 + rows * (SQUEEZE_CLASSES + STRETCH_CLASSES), count * 3);
  return {
    count,
    width: numbers(count),
    glue: numbers(count),
    row: counts(count),
    squeeze: numbers(rows * SQUEEZE_CLASSES),
    stretch: numbers(rows * STRETCH_CLASSES),
    gap: counts(count),
    penalty: numbers(count),
    hasEnds,
    endWidth: numbers(count),
    endSqueeze: numbers(count),
    weight: counts(count),
  };
};

/** How many places within the line of items from..to−1 may be opened like every other. */
export const gapsWithin = ({ gap }: Items, from: number, to: number): number => {
  let gaps = 0;
  for (let i = from; i + 1 < to; i++) gaps += gap[i]!;
  return gaps;
};

/** Cuts columns one after another from one piece of memory: so many numbers, and so many whole ones, in all. */
export const columnsOf = (
  numbers: number,
  counts: number,
): { readonly numbers: (length: number) => Float64Array; readonly counts: (length: number) => Int32Array } => {
  const { BYTES_PER_ELEMENT: wide } = Float64Array;
  const { BYTES_PER_ELEMENT: narrow } = Int32Array;
  const buffer = new ArrayBuffer(numbers * wide + counts * narrow);
  let number = 0;
  let count = numbers * wide;
  return {
    numbers: (length) => {
      const column = new Float64Array(buffer, number, length);
      number += length * wide;
      return column;
    },
    counts: (length) => {
      const column = new Int32Array(buffer, count, length);
      count += length * narrow;
      return column;
    },
  };
};
