/** Headlines broken at words and phrases into balanced lines (rule 22). */
import type { Em } from '../../geometry/units.js';
import { FORBIDDEN, FORCED, type Items } from '../linebreak/items.js';
import { itemEnd, itemStart } from '../prepare/item-text.js';
import type { Prepared } from '../prepare/prepare.js';
import { partsPhrases } from '../prepare/typed-spaces.js';
import type { Breaking } from '../types.js';
import { type Boundaries, wordBoundaries } from './words.js';

/** The best breaking of a headline into so many lines. */
export interface HeadlineBreaking {
  readonly lines: number;
  /** Natural widths of the lines, in ems. */
  readonly widths: readonly Em[];
  /** 0 for even lines broken between phrases; about 1 for a line 30 % off the mean or a poor break. */
  readonly cost: number;
  /** Whether a word, a title or a short quotation is broken. */
  readonly isTorn: boolean;
  readonly breaking: Breaking;
}

const SHORTEST_LINE = 2;
/** Cost of a line that is off the mean by a share d: UNEVEN × d². */
const UNEVEN = 10;
/** What breaking inside a title or quotation costs if nothing else is left. */
const INSIDE_COST = 20;
/** What it costs inside a quotation or brackets too long to stay whole: before or after them is better. */
const INSIDE_LONG_COST = 2;
/** What breaking inside a word costs if nothing else is left. */
const WORD_COST = 50;
/** A quotation may be broken only if it is longer than this many mean lines. */
const QUOTE_FITS = 1.15;
/** What a break elsewhere costs where the editor typed phrase boundaries. */
const OFF_PHRASE_COST = 8;

/**
 * The best breakings of a headline into one line and up to `maxLines`, none wider than `widest` where it is named; `words`
 * are the house's, which do not break.
 */
export const headlineBreakings = (
  prepared: Prepared,
  words: readonly string[],
  maxLines: number,
  widest: Em = Number.POSITIVE_INFINITY,
): readonly HeadlineBreaking[] => {
  const { items } = prepared;
  if (items.count === 0) return [onOneLine(0, 0)];
  const natural = naturalWidths(items);
  const whole = natural(0, items.count);
  const found: HeadlineBreaking[] = whole > widest ? [] : [onOneLine(items.count, whole)];
  // One line has no need of words.
  if (maxLines === 1) return found;
  const bounds = wordBoundaries(prepared, [...words, ...prepared.paragraph.names]);
  for (let lines = 2; lines <= maxLines; lines++) {
    const breaking = balance(prepared, natural, bounds, lines, widest);
    if (breaking) found.push(breaking);
  }
  return found;
};

const onOneLine = (items: number, width: Em): HeadlineBreaking => ({
  ...{ lines: 1, widths: [width], cost: 0, isTorn: false },
  breaking: { breaks: [items], demerits: 0 },
});

/** Lines that a kicker, a deck or a title may have. */
const MOST_DISPLAY_LINES = 4;

/**
 * The best breaking of display lines into as few as fit a measure; one that tears no word where there is one. None where
 * they are more than display lines may be.
 */
export const displayBreaking = (prepared: Prepared, words: readonly string[], measure: Em): Breaking | undefined => {
  const fitting = (lines: number) => headlineBreakings(prepared, words, lines, measure);
  // Most fit one line, and then need not be cut into words.
  const [single] = fitting(1);
  if (single !== undefined) return single.breaking;
  const several = fitting(MOST_DISPLAY_LINES);
  return (several.find(({ isTorn }) => !isTorn) ?? several[0])?.breaking;
};

/** What stands on each line of a breaking, white space at its ends left out. */
export const lineTexts = (prepared: Prepared, { breaks }: Breaking): readonly string[] =>
  breaks.map((to, line) => {
    const from = line === 0 ? 0 : breaks[line - 1]!;
    return from === to ? '' : prepared.text.slice(itemStart(prepared, from), itemEnd(prepared, to - 1));
  });

/** Natural width of the line of items from..to−1; in ems and not in parts of one, for lines are placed by it. */
type NaturalWidth = (from: number, to: number) => Em;

const naturalWidths = ({ count, width, glue, endWidth }: Items): NaturalWidth => {
  const before = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) before[i + 1] = before[i]! + width[i]! + glue[i]!;
  return (from, to) => before[to]! - before[from]! - glue[to - 1]! + endWidth[to - 1]!;
};

/** The breaking into so many lines whose lines are most even and whose breaks cost least; null where there is none. */
const balance = (
  prepared: Prepared,
  natural: NaturalWidth,
  bounds: Boundaries,
  lines: number,
  widest: Em,
): HeadlineBreaking | null => {
  const { count } = prepared.items;
  const mean = natural(0, count) / lines;
  const isPhrased = prepared.pieces.some(({ item }) => item > 0 && typedSpace(prepared, item));
  const endCosts = Array.from({ length: count + 1 }, (_, to) =>
    to === count ? 0 : to === 0 ? FORBIDDEN : breakCost(prepared, bounds, to, mean, isPhrased),
  );
  const { cost, from } = cheapestEnds(prepared, natural, endCosts, lines, mean, widest);
  const total = cost[lines]![count]!;
  if (total === Number.POSITIVE_INFINITY) return null;
  const breaks = [count];
  for (let k = lines, at = count; k > 1; k--) {
    at = from[k]![at]!;
    breaks.push(at);
  }
  breaks.reverse();
  const widths = breaks.map((to, line) => natural(line === 0 ? 0 : breaks[line - 1]!, to));
  const isTorn = breaks.some((to) => to < count && tears(prepared, bounds, to, mean));
  return { lines, widths, cost: total, isTorn, breaking: { breaks, demerits: total } };
};

/** By lines and items: what it costs at least to set the first items in so many lines, and where the last of these begins. */
const cheapestEnds = (
  { items, totals }: Prepared,
  natural: NaturalWidth,
  endCosts: readonly number[],
  lines: number,
  mean: Em,
  widest: Em,
): { readonly cost: readonly number[][]; readonly from: readonly number[][] } => {
  const { count } = items;
  const cost = Array.from({ length: lines + 1 }, () => new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY));
  const from = Array.from({ length: lines + 1 }, () => new Array<number>(count + 1).fill(-1));
  cost[0]![0] = 0;
  for (let k = 1; k <= lines; k++) {
    for (let to = k === lines ? count : k; to <= count; to++) {
      const end = endCosts[to]!;
      if (end === FORBIDDEN) continue;
      for (let start = to - 1; start >= k - 1; start--) {
        if (to < count && items.penalty[start] === FORCED) break;
        const before = cost[k - 1]![start]!;
        if (before === Number.POSITIVE_INFINITY) continue;
        if (totals.weight[to]! - totals.weight[start]! < SHORTEST_LINE) continue;
        const width = natural(start, to);
        if (width > widest) break;
        const off = (width - mean) / mean;
        const total = before + end + UNEVEN * off * off;
        if (total < cost[k]![to]!) {
          cost[k]![to] = total;
          from[k]![to] = start;
        }
      }
    }
  }
  return { cost, from };
};

/** Whether the editor typed a space before an item: a phrase boundary, but between Latin words, `WiFi 6`. */
const typedSpace = (prepared: Prepared, item: number): boolean =>
  itemStart(prepared, item) > itemEnd(prepared, item - 1) &&
  partsPhrases(prepared.pieces, prepared.items.row[item - 1]!);

/** Whether a title, or a quotation short enough to stay whole, goes on with item `to`. */
const isInside = ({ enclosed }: Boundaries, to: number, mean: Em): boolean => {
  const width = enclosed[to]!;
  return width === Number.POSITIVE_INFINITY || (width > 0 && width <= mean * QUOTE_FITS);
};

/** Whether a line that ends before item `to` tears something apart. */
const tears = (prepared: Prepared, bounds: Boundaries, to: number, mean: Em): boolean =>
  prepared.items.penalty[to - 1] !== FORCED &&
  (isInside(bounds, to, mean) || (bounds.cost[to] === FORBIDDEN && !typedSpace(prepared, to)));

/** Cost of a line that ends before item `to`. */
const breakCost = (prepared: Prepared, bounds: Boundaries, to: number, mean: Em, phrased: boolean): number => {
  const { items } = prepared;
  const penalty = items.penalty[to - 1]!;
  if (penalty === FORBIDDEN) return FORBIDDEN;
  if (penalty === FORCED) return 0;
  const inside = isInside(bounds, to, mean) ? INSIDE_COST : bounds.enclosed[to]! > 0 ? INSIDE_LONG_COST : 0;
  if (typedSpace(prepared, to)) return inside;
  const off = phrased ? OFF_PHRASE_COST : 0;
  return off + inside + (bounds.cost[to]! === FORBIDDEN ? WORD_COST : bounds.cost[to]!) + (penalty > 0 ? 1 : 0);
};
