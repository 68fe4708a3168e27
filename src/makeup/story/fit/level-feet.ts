/** Copy that leaves its columns white: the white lies under all of them alike, and not in the last. */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import { sum } from '../../sum.js';
import { roomFor } from '../room.js';
import type { Plan, StoryPart } from '../types.js';
import { endsCost, type Fit, fitting } from './fit.js';
import { endCost } from './least-costs.js';
import { LIKES } from './whites.js';

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
  const { whole } = fitting(copy.at(columns.measure));
  const tried = (feet: readonly Lines[]): Levelled => {
    const own = whole(roomFor(feet, part));
    return { fit: own, feet, cost: own.cost + (own.white + stepIn(lines, feet)) ** 2 * COSTS.footUneven };
  };
  const isParted = (own: Levelled): boolean => partedIn(own.fit) > partedIn(fit);
  const holdsAll = ({ fit: own, feet }: Levelled, more: Lines): boolean =>
    own.overset === 0 && own.white <= fit.white - sum(lines) + sum(feet) + more;
  const ways: Levelled[] = [];
  // With a line or two to spare a column may end better; what cannot be parted may need as many as it has.
  for (let white = fit.white, last = fit.white - holding; white > Math.max(last, 0); white--) {
    const own = tried(shortened(lines, white));
    if (isParted(own)) last--;
    else ways.push(own);
  }
  // A crosshead at a foot may have taken a line more of white than among its text.
  const spared = endsCost(fit) >= COSTS.crossheadAtFoot ? LIKES.crosshead : 0;
  let best = cheapest(ways.filter((own) => holdsAll(own, spared)));
  if (best === null) return plan;
  if (endsCost(best.fit) >= COSTS.crossheadAtFoot) {
    const white = sum(lines) - sum(best.feet);
    const higher = [white, white - 1, white - 2].flatMap((own) => withOneHigher(lines, own)).map(tried);
    // Over a crosshead that begins a column there is no white.
    const sound = higher.filter((own) => !isParted(own) && holdsAll(own, LIKES.crosshead));
    best = cheapest([best, ...sound])!;
  }
  const { fit: own, feet } = best;
  const white = own.white + sum(lines) - sum(feet);
  return {
    ...plan,
    shape: { ...shape, columns: shape.columns.map((column, index) => ({ ...column, lines: feet[index]! })) },
    fit: { ...own, white, cost: own.cost - endCost(own.white) + endCost(white) },
  };
}

/** Copy in shortened columns, with what that costs. */
interface Levelled {
  readonly fit: Fit;
  readonly feet: readonly Lines[];
  readonly cost: number;
}

const cheapest = (ways: readonly Levelled[]): Levelled | null =>
  ways.reduce<Levelled | null>((best, own) => (own.cost < (best?.cost ?? Infinity) ? own : best), null);

/** A column may end so many lines above the others, so that a crosshead at its foot begins the next. */
const HIGHER: Lines = 3;

/** Columns without so many lines in all, one of them, each in turn, some lines higher than the others. */
function withOneHigher(columns: readonly Lines[], white: Lines): readonly (readonly Lines[])[] {
  const most = Math.min(HIGHER, white);
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((higher) => {
    const level = shortened(columns, white - higher);
    return level.flatMap((lines, at) => (lines > higher ? [level.with(at, lines - higher)] : []));
  });
}

/** More the more is parted that may not be: all else of column ends is cheaper together. */
const partedIn = (fit: Fit): number => Math.floor(endsCost(fit) / COSTS.tallParted);

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
