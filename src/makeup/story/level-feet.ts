/** Copy that leaves its columns white: the white lies under all of them alike, and not in the last. */
import type { Lines } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import { COLUMN_ENDS, type Fit, fitCosts, fitting } from './fit.js';
import { roomFor } from './room.js';
import type { Plan, StoryPart } from './types.js';

/**
 * The plan with its columns as much shorter as it leaves them white, where that is a line of each or more: one or two of
 * several would stay empty. The same plan where it leaves less, or where they would leave more.
 */
export function withLevelFeet(plan: Plan, part: StoryPart): Plan {
  const { shape, version, columns, fit } = plan;
  const lines = shape.columns.map((column) => column.lines);
  const holding = lines.filter((count) => count > 0).length;
  if (holding < 2 || fit.white < holding || fit.cut !== null) return plan;
  const { copy } = version;
  const { whole } = fitting(copy, copy.choices(columns.measure));
  let best: Fit | null = null;
  let least = Infinity;
  let feet: readonly Lines[] = lines;
  // With a line or two to spare a column may end better; what cannot be parted may need as many as it has.
  for (let white = fit.white, last = fit.white - holding; white > Math.max(last, 0); white--) {
    const shorter = shortened(lines, white);
    const own = whole(roomFor(shorter, part));
    if (endsOf(own) - endsOf(fit) >= COSTS.tallParted) {
      last--;
      continue;
    }
    const cost = own.cost + (own.white + stepIn(lines, shorter)) ** 2 * COSTS.footUneven;
    const leavesMore = own.white > fit.white - white;
    if (own.overset > 0 || leavesMore || cost >= least) continue;
    best = own;
    least = cost;
    feet = shorter;
  }
  if (best === null) return plan;
  return {
    ...plan,
    shape: { ...shape, columns: shape.columns.map((column, index) => ({ ...column, lines: feet[index]! })) },
    // What the page was found at.
    fit: { ...best, white: best.white + sum(lines) - sum(feet), cost: fit.cost },
  };
}

/** What a fit's columns cost by where they end. */
const endsOf = (fit: Fit): number => Object.fromEntries(fitCosts(fit))[COLUMN_ENDS]!;

/** Columns without so many lines at their feet: of each as many, of the last ones one more; a low one may go. */
function shortened(columns: readonly Lines[], white: Lines): readonly Lines[] {
  const left = [...columns];
  for (let taken = 0, at = left.length - 1; taken < white; at = (at === 0 ? left.length : at) - 1) {
    if (left[at] === 0) continue;
    left[at]!--;
    taken++;
  }
  return left;
}

/** By how much more columns are shortened than others. */
function stepIn(columns: readonly Lines[], shorter: readonly Lines[]): Lines {
  const taken = columns.flatMap((lines, index) => (shorter[index] === 0 ? [] : [lines - shorter[index]!]));
  return Math.max(...taken) - Math.min(...taken);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
