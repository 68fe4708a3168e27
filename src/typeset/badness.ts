/**
 * How ugly a line is once adjusted (rules 14, 15, 20): 0 untouched, 1 as ugly as opening every gap by 0.1 em.
 * Squeezing up to the full is less ugly than that; a later class of squeeze is uglier than an earlier one.
 */
import type { Em } from '../geometry/units.js';
import { type Items, naturalWidth, SQUEEZE_CLASSES, type Totals } from './items.js';

/** Ugliness of having used up a class of squeeze. */
const SQUEEZE_COST = [0.05, 0.12, 0.35, 0.42, 0.46, 0.55];
/** Ugliness of having used up the regular stretch (word spaces, Han–Latin gaps). */
const STRETCH_COST = 0.15;
/** A gap opened by this much is the measure of looseness. */
export const LOOSE_GAP: Em = 0.1;
/** Ugliness of a line that cannot be brought to the measure. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;
const TOLERANCE = 1e-6;

/** Ugliness of setting items from..to−1 to `measure`; IMPOSSIBLE where they do not fit. */
export const ugliness = (items: Items, totals: Totals, from: number, to: number, measure: Em): number => {
  const room = measure - naturalWidth(items, totals, from, to);
  if (room > TOLERANCE) {
    const regular = totals.stretch[to - 1]! - totals.stretch[from]!;
    if (room <= regular) return (STRETCH_COST * room) / regular;
    const gaps = totals.gaps[to - 1]! - totals.gaps[from]!;
    return gaps === 0 ? 1e3 + room : (regular > 0 ? STRETCH_COST : 0) + (room - regular) / gaps / LOOSE_GAP;
  }
  if (room >= -TOLERANCE) return 0;
  return squeezeUgliness(totals, from, to, -room);
};

/** Ugliness of taking `excess` away; IMPOSSIBLE where there is not so much to take. */
export const squeezeUgliness = (totals: Totals, from: number, to: number, excess: Em): number => {
  if (excess <= TOLERANCE) return 0;
  let left = excess;
  let cost = 0;
  for (let c = 0; c < SQUEEZE_CLASSES; c++) {
    const has = totals.squeeze[(to - 1) * SQUEEZE_CLASSES + c]! - totals.squeeze[from * SQUEEZE_CLASSES + c]!;
    if (has <= TOLERANCE) continue;
    const used = Math.min(left, has);
    cost = Math.max(cost, SQUEEZE_COST[c]! * (0.6 + (0.4 * used) / has));
    left -= used;
    if (left <= TOLERANCE) return cost;
  }
  return IMPOSSIBLE;
};
