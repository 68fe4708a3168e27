/**
 * Whole-paragraph line breaking (Knuth & Plass 1981) over items and widths; knows no Chinese. For every legal
 * break it keeps the best way to reach it for each of the likely line counts, so it can answer for the
 * optimum and for a line fewer or more.
 */
import type { Em } from '../geometry/units.js';
import { IMPOSSIBLE, LOOSE_GAP, squeezeUgliness, ugliness } from './badness.js';
import { FORBIDDEN, FORCED, type Items, naturalWidth, sumItems, type Totals } from './items.js';
import type { Breaking } from './types.js';

export interface BreakRequest {
  /** Width of each line, from 0. */
  readonly measure: (line: number) => Em;
  /** The same for every line after the first? Then a line's ugliness is worked out once. */
  readonly constant: boolean;
  /** Ragged lines are not stretched; a short line costs by what it lacks. */
  readonly ragged: boolean;
  /** Line counts wanted beside the optimum's, down and up. */
  readonly spread: number;
  /** Fewest characters on a last line that is not the only one (rule 19). */
  readonly lastLine: number;
  /** Demerits for a last line that just keeps that. */
  readonly shortLast?: number;
}

/** One way through: line count, breaks (index of the first item of the next line), demerits. */
export interface Way {
  readonly lines: number;
  readonly breaking: Breaking;
}

/** Lines looser than this are not considered while another way remains. */
const PREFERRED_LIMIT = 2.5;
/** Demerits for each em by which an unbreakable piece exceeds the measure. */
const OVERFULL = 1e9;
const SLACK = 2;
const TOLERANCE = 1e-6;

/** The ways to break, by line count; at least one unless there are no items. */
export const findBreaks = (items: Items, request: BreakRequest, totals: Totals = sumItems(items)): readonly Way[] => {
  if (items.count === 0) return [];
  const attempts: readonly (readonly [number, number])[] = [
    [PREFERRED_LIMIT, request.lastLine],
    [IMPOSSIBLE, request.lastLine],
    [IMPOSSIBLE, 0],
  ];
  for (const [limit, lastLine] of attempts) {
    const ways = search(items, totals, { ...request, lastLine }, limit);
    if (ways.length > 0) return ways;
  }
  return [];
};

const search = (items: Items, totals: Totals, request: BreakRequest, limit: number): readonly Way[] => {
  const { count, penalty, glue, endWidth, endSqueeze } = items;
  const { natural, allSqueeze } = totals;
  const firstMeasure = request.measure(0);
  const constantMeasure = request.measure(1);
  const band = request.spread + SLACK;
  const slots = 2 * band + 1;
  const demerits = new Float64Array((count + 1) * slots).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array((count + 1) * slots);
  /** Line count of the first slot of each place; −1: not reached. */
  const baseLines = new Int32Array(count + 1).fill(-1);
  baseLines[0] = 0;
  demerits[0] = 0;
  const [narrowest, widest] = measureRange(request, count);
  const most = mostPossible(totals, limit);

  /** Best candidates for the place at hand, by line count; `lowest`..`highest` are in use. */
  const bestDemerits = new Float64Array(count + 2).fill(Number.POSITIVE_INFINITY);
  const bestFrom = new Int32Array(count + 2);
  /** Places where a line may begin, in order, and the first that makes a line long enough to be stretched. */
  const places = new Int32Array(count + 1);
  let placeCount = 1;
  let near = 0;
  let afterForced = 0;
  for (let to = 1; to <= count; to++) {
    if (penalty[to - 1] === FORBIDDEN) continue;
    let lowest = count + 1;
    let highest = -1;
    // a line's natural and least width, but for what depends on where it begins
    const naturalEnd = natural[to]! - glue[to - 1]! + endWidth[to - 1]!;
    const leastEnd = naturalEnd - allSqueeze[to - 1]! - endSqueeze[to - 1]!;
    const filled = to < count && penalty[to - 1] !== FORCED && !request.ragged && limit !== IMPOSSIBLE;
    let first = placeCount - 1;
    if (filled) {
      const mostEnd = most[to - 1]! + natural[to]! - glue[to - 1]! - natural[to - 1]!;
      while (near + 1 < placeCount && mostEnd - most[places[near + 1]!]! >= narrowest - TOLERANCE) near++;
      first = near;
    }
    for (let place = first; place >= afterForced; place--) {
      const from = places[place]!;
      const onePiece = place === placeCount - 1;
      const fits = leastEnd - natural[from]! + allSqueeze[from]! <= widest + TOLERANCE;
      if (!fits && !onePiece) break;
      const base = baseLines[from]!;
      if (base !== -1) {
        const same = request.constant || from === 0;
        const measure = from === 0 ? firstMeasure : constantMeasure;
        let cost = same ? lineDemerits(items, totals, request, from, to, measure, limit, onePiece) : 0;
        if (cost !== IMPOSSIBLE) {
          for (let slot = 0; slot < slots; slot++) {
            const sofar = demerits[from * slots + slot]!;
            if (sofar === Number.POSITIVE_INFINITY) continue;
            const lines = base + slot + 1;
            if (!same)
              cost = lineDemerits(items, totals, request, from, to, request.measure(lines - 1), limit, onePiece);
            if (sofar + cost >= bestDemerits[lines]!) continue;
            bestDemerits[lines] = sofar + cost;
            bestFrom[lines] = from;
            if (lines < lowest) lowest = lines;
            if (lines > highest) highest = lines;
          }
        }
      }
      if (!fits) break;
    }
    if (penalty[to - 1] === FORCED) afterForced = placeCount;
    places[placeCount++] = to;
    if (highest < 0) continue;
    let best = lowest;
    for (let lines = lowest; lines <= highest; lines++) if (bestDemerits[lines]! < bestDemerits[best]!) best = lines;
    const base = Math.max(1, best - band);
    baseLines[to] = base;
    for (let lines = lowest; lines <= highest; lines++) {
      const slot = lines - base;
      if (slot >= 0 && slot < slots) {
        demerits[to * slots + slot] = bestDemerits[lines]!;
        cameFrom[to * slots + slot] = bestFrom[lines]!;
      }
      bestDemerits[lines] = Number.POSITIVE_INFINITY;
    }
  }
  if (baseLines[count] === -1) return [];
  return collect(count, slots, baseLines, demerits, cameFrom, request.spread);
};

/** Demerits of one line, IMPOSSIBLE where it may not be. */
const lineDemerits = (
  items: Items,
  totals: Totals,
  request: BreakRequest,
  from: number,
  to: number,
  measure: Em,
  limit: number,
  onePiece: boolean,
): number => {
  const penalty = items.penalty[to - 1]!;
  const last = to === items.count;
  const natural = naturalWidth(items, totals, from, to) - measure;
  const excess = natural > 0 ? Math.max(0, natural - items.endSqueeze[to - 1]!) : natural;
  let ugly: number;
  if (excess > 0) ugly = squeezeUgliness(totals, from, to, excess);
  else if (natural > 0 || last || penalty === FORCED)
    ugly = 0; // a mark hangs out, or nothing need be filled
  else if (request.ragged) ugly = measure > 0 ? Math.min(2, (-4 * excess) / measure) : 0;
  else ugly = ugliness(items, totals, from, to, measure);
  let demerits: number;
  if (ugly === IMPOSSIBLE) {
    if (!onePiece) return IMPOSSIBLE;
    demerits = OVERFULL * (1 + excess);
  } else {
    if (ugly > limit) return IMPOSSIBLE;
    const badness = 100 * ugly * ugly * ugly;
    demerits = (1 + badness) * (1 + badness);
  }
  if (last && from > 0) {
    const weight = totals.weight[to]! - totals.weight[from]!;
    if (weight < request.lastLine) return IMPOSSIBLE;
    if (weight === request.lastLine) demerits += request.shortLast ?? 0;
  }
  return penalty > 0 && penalty !== FORBIDDEN ? demerits + penalty : demerits;
};

/** Running sums of widths at their loosest: no line shorter than the measure by this count needs a look. */
const mostPossible = ({ natural, stretch, gaps }: Totals, limit: number): Float64Array => {
  const most = new Float64Array(natural.length);
  for (let i = 0; i < most.length; i++) {
    most[i] = gaps[i] === 0 ? natural[i]! + stretch[i]! : natural[i]! + stretch[i]! + limit * LOOSE_GAP * gaps[i]!;
  }
  return most;
};

const measureRange = (request: BreakRequest, count: number): readonly [Em, Em] => {
  let narrowest = Math.min(request.measure(0), request.measure(1));
  let widest = Math.max(request.measure(0), request.measure(1));
  if (request.constant) return [narrowest, widest];
  for (let line = 2; line <= Math.min(count, 1000); line++) {
    narrowest = Math.min(narrowest, request.measure(line));
    widest = Math.max(widest, request.measure(line));
  }
  return [narrowest, widest];
};

const collect = (
  count: number,
  slots: number,
  baseLines: Int32Array,
  demerits: Float64Array,
  cameFrom: Int32Array,
  spread: number,
): readonly Way[] => {
  const base = baseLines[count]!;
  let optimum = 0;
  for (let slot = 1; slot < slots; slot++) {
    if (demerits[count * slots + slot]! < demerits[count * slots + optimum]!) optimum = slot;
  }
  const ways: Way[] = [];
  for (let slot = Math.max(0, optimum - spread); slot <= Math.min(slots - 1, optimum + spread); slot++) {
    const total = demerits[count * slots + slot]!;
    if (total === Number.POSITIVE_INFINITY) continue;
    const lines = base + slot;
    const breaks: number[] = [count];
    let at = count;
    let whole = true;
    for (let line = lines; line > 1; line--) {
      const at0 = line - baseLines[at]!;
      if (at0 < 0 || at0 >= slots || demerits[at * slots + at0] === Number.POSITIVE_INFINITY) {
        whole = false;
        break;
      }
      at = cameFrom[at * slots + at0]!;
      breaks.push(at);
    }
    if (whole) ways.push({ lines, breaking: { breaks: breaks.reverse(), demerits: total } });
  }
  return ways;
};
