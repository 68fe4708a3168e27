/**
 * How ugly a line is once adjusted (rules 14, 15, 20): 0 untouched, 1 as ugly as opening every gap by 0.1 em.
 * Squeezing up to the full is less ugly than that; a later class of squeeze is uglier than an earlier one.
 */
import { type Em, type EmParts, PARTS_PER_EM } from '../../geometry/units.js';
import { SQUEEZE_CLASSES } from './items.js';
import type { Totals } from './totals.js';

/** Ugliness of having used up a class of squeeze. */
const SQUEEZE_COST = [0.05, 0.12, 0.35, 0.42, 0.46, 0.55];
/** Ugliness of having used up the regular stretch (word spaces, Han–Latin gaps). */
const STRETCH_COST = 0.15;
/** A gap opened by this much is the measure of looseness. */
export const LOOSE_GAP: Em = 0.1;
const LOOSE_PARTS = LOOSE_GAP * PARTS_PER_EM;
/**
 * Gaps are opened by no more: further apart marks come off their words, and characters are words no more. A line that
 * needs more ends short, unopened.
 */
export const WIDEST_GAP: Em = 0.5;
const WIDEST_PARTS = WIDEST_GAP * PARTS_PER_EM;
/** Ugliness of a line that ends short, for that or because it has no gap at all, such as a piece of a web address. */
const SHORT_COST = 1;
const SHORT_COST_PER_EM = 2;
/** Ugliness of a line that cannot be brought to the measure. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;
/** What lines may be off by their items' rounding to parts of an em: half a thousandth of one. */
export const TOLERANCE: EmParts = 32;

/** Ugliness of a line of items from..to−1 that has `room` left over, or lacks it; IMPOSSIBLE where they do not fit. */
export const ugliness = (totals: Totals, from: number, to: number, room: EmParts): number => {
  if (room > TOLERANCE) {
    const { row, stretch } = totals;
    const regular = (stretch[row[to - 1]!]! - stretch[row[from]!]!) | 0;
    if (room <= regular) return (STRETCH_COST * room) / regular;
    const gaps = totals.gaps[to - 1]! - totals.gaps[from]!;
    const opened = room - regular;
    if (opened > gaps * WIDEST_PARTS) return SHORT_COST + (SHORT_COST_PER_EM * room) / PARTS_PER_EM;
    return (regular > 0 ? STRETCH_COST : 0) + opened / (gaps * LOOSE_PARTS);
  }
  if (room >= -TOLERANCE) return 0;
  return squeezeUgliness(totals, from, to, -room);
};

/** Ugliness of taking `excess` away; IMPOSSIBLE where there is not so much to take. */
export const squeezeUgliness = (totals: Totals, from: number, to: number, excess: EmParts): number => {
  if (excess <= TOLERANCE) return 0;
  const { row, squeeze } = totals;
  const first = row[from]! * SQUEEZE_CLASSES;
  const last = row[to - 1]! * SQUEEZE_CLASSES;
  if (first === last) return IMPOSSIBLE;
  let left = excess;
  let cost = 0;
  for (let c = 0; c < SQUEEZE_CLASSES; c++) {
    const has = (squeeze[last + c]! - squeeze[first + c]!) | 0;
    if (has === 0) continue;
    const used = Math.min(left, has);
    cost = Math.max(cost, SQUEEZE_COST[c]! * (0.6 + (0.4 * used) / has));
    left -= used;
    if (left <= TOLERANCE) return cost;
  }
  return IMPOSSIBLE;
};
