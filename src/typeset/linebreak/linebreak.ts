/**
 * Whole-paragraph line breaking (Knuth & Plass 1981) over items and widths; knows no Chinese. For every legal
 * break it keeps the best way to reach it for each of the likely line counts, so it can answer for the
 * optimum and for a line fewer or more.
 */
import { type Em, type EmParts, emParts, PARTS_PER_EM } from '../../geometry/units.js';
import type { Breaking } from '../types.js';
import { IMPOSSIBLE, squeezeUgliness, TOLERANCE, ugliness } from './badness.js';
import { FORBIDDEN, FORCED, type Items } from './items.js';
import { naturalWidth, PREFERRED_LIMIT, sumItems, type Totals } from './totals.js';
import { makeRoom, newWorkspace, type Workspace } from './workspace.js';

/** What lines are wanted. */
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

/** Demerits for each em by which an unbreakable piece exceeds the measure. */
const OVERFULL = 1e9;
const SLACK = 2;
const UNKNOWN = -1;

/**
 * The ways to break, by line count; at least one unless there are no items. A workspace that is handed in again is
 * worked in again: thousands of paragraphs then take no new memory.
 */
export const findBreaks = (
  items: Items,
  request: BreakRequest,
  totals: Totals = sumItems(items),
  workspace: Workspace = newWorkspace(),
): readonly Way[] => {
  if (items.count === 0) return [];
  const { lastLine } = request;
  const search = (limit: number, fewest: number): readonly Way[] =>
    searchBreaks(items, totals, request, limit, fewest, workspace);
  let ways = search(PREFERRED_LIMIT, lastLine);
  if (ways.length === 0) ways = search(IMPOSSIBLE, lastLine);
  if (ways.length === 0) ways = search(IMPOSSIBLE, 0);
  return ways;
};

/** Lines no uglier than `limit`, the last of at least `lastLine` characters. */
const searchBreaks = (
  items: Items,
  totals: Totals,
  request: BreakRequest,
  limit: number,
  lastLine: number,
  workspace: Workspace,
): readonly Way[] => {
  const { count, penalty } = items;
  const { leastStarts, leastEnds, mostStarts, mostEnds } = totals;
  const { constant, ragged } = request;
  const firstMeasure = emParts(request.measure(0));
  const constantMeasure = emParts(request.measure(1));
  const [narrowest, widest] = measureRange(request, count);
  const band = request.spread + SLACK;
  const slots = 2 * band + 1;
  begin(workspace, count, slots);
  const { demerits, fewest, most, bestDemerits, bestFrom, places } = workspace;
  /** Places that were reached; a line begins at no others. */
  let placeCount = 1;
  /** The last place at all, reached or not. */
  let previous = 0;
  /** The last place reached that makes a line long enough to be stretched. */
  let near = 0;
  let afterForced = 0;
  for (let to = 1; to <= count; to++) {
    const last = to - 1;
    const ending = penalty[last]!;
    if (ending === FORBIDDEN) continue;
    let lowest = count + 1;
    let highest = -1;
    const leastEnd = leastEnds[to]!;
    const mostEnd = mostEnds[to]!;
    const filled = to < count && ending !== FORCED && !ragged && limit !== IMPOSSIBLE;
    if (filled) {
      while (near + 1 < placeCount && ((mostEnd - mostStarts[places[near + 1]!]!) | 0) >= narrowest) near++;
    }
    for (let place = filled ? near : placeCount - 1; place >= afterForced; place--) {
      const from = places[place]!;
      if (from === 0 && filled && mostEnd < firstMeasure - TOLERANCE) break;
      const onePiece = from === previous;
      const fits = ((leastEnd - leastStarts[from]!) | 0) <= (from === 0 ? firstMeasure + TOLERANCE : widest);
      if (!fits && !onePiece) break;
      const low = fewest[from]!;
      const row = from * slots - low;
      const same = constant || from === 0;
      let cost = UNKNOWN;
      for (let before = low; before <= most[from]!; before++) {
        const sofar = demerits[row + before]!;
        const lines = before + 1;
        const best = bestDemerits[lines]!;
        if (sofar >= best) continue;
        if (cost === UNKNOWN || !same) {
          const measure = from === 0 ? firstMeasure : constant ? constantMeasure : emParts(request.measure(before));
          cost = lineDemerits(items, totals, request, from, to, measure, limit, lastLine, onePiece);
        }
        const total = sofar + cost;
        if (total >= best) continue;
        bestDemerits[lines] = total;
        bestFrom[lines] = from;
        if (lines < lowest) lowest = lines;
        if (lines > highest) highest = lines;
      }
      if (!fits) break;
    }
    previous = to;
    if (ending === FORCED) afterForced = placeCount;
    if (lowest > highest) continue;
    places[placeCount++] = to;
    keepAboutBest(workspace, to, lowest, highest, band);
  }
  return collect(count, slots, workspace, request.spread);
};

/** Only the first place is reached. */
const begin = (workspace: Workspace, count: number, slots: number): void => {
  makeRoom(workspace, count, slots);
  const { demerits, fewest, most, places } = workspace;
  demerits[0] = 0;
  fewest[0] = 0;
  most[0] = 0;
  places[0] = 0;
  // The end is not reached yet.
  fewest[count] = 1;
  most[count] = 0;
};

/** Keeps, of the line counts by which a place was reached, those about the best, and clears what they were found in. */
const keepAboutBest = (workspace: Workspace, to: number, lowest: number, highest: number, band: number): void => {
  const { demerits, cameFrom, fewest, most, bestDemerits, bestFrom } = workspace;
  let best = lowest;
  for (let lines = lowest; lines <= highest; lines++) if (bestDemerits[lines]! < bestDemerits[best]!) best = lines;
  const slots = 2 * band + 1;
  const base = Math.max(1, best - band);
  const low = Math.max(lowest, base);
  const high = Math.min(highest, base + slots - 1);
  fewest[to] = low;
  most[to] = high;
  const row = to * slots - low;
  for (let lines = lowest; lines <= highest; lines++) {
    if (lines >= low && lines <= high) {
      demerits[row + lines] = bestDemerits[lines]!;
      cameFrom[row + lines] = bestFrom[lines]!;
    }
    bestDemerits[lines] = Number.POSITIVE_INFINITY;
  }
};

/** Demerits of one line, IMPOSSIBLE where it may not be. */
const lineDemerits = (
  items: Items,
  totals: Totals,
  request: BreakRequest,
  from: number,
  to: number,
  measure: EmParts,
  limit: number,
  lastLine: number,
  onePiece: boolean,
): number => {
  const penalty = items.penalty[to - 1]!;
  const last = to === items.count;
  const natural = naturalWidth(totals, from, to) - measure;
  const hang = items.hasEnds && natural > 0 ? emParts(items.endSqueeze[to - 1]!) : 0;
  const excess = natural > 0 ? Math.max(0, natural - hang) : natural;
  let ugly: number;
  if (excess > 0) ugly = squeezeUgliness(totals, from, to, excess);
  else if (natural > 0 || last || penalty === FORCED)
    ugly = 0; // a mark hangs out, or nothing need be filled
  else if (request.ragged) ugly = measure > 0 ? Math.min(2, (-4 * excess) / measure) : 0;
  else ugly = ugliness(totals, from, to, -natural);
  let demerits: number;
  if (ugly === IMPOSSIBLE) {
    if (!onePiece) return IMPOSSIBLE;
    demerits = OVERFULL * (1 + excess / PARTS_PER_EM);
  } else {
    if (ugly > limit) return IMPOSSIBLE;
    const badly = 1 + 100 * ugly * ugly * ugly;
    demerits = badly * badly;
  }
  if (last && from > 0) {
    const weight = totals.weight[to]! - totals.weight[from]!;
    if (weight < lastLine) return IMPOSSIBLE;
    if (weight === lastLine) demerits += request.shortLast ?? 0;
  }
  return penalty > 0 && penalty !== FORBIDDEN ? demerits + penalty : demerits;
};

/** The narrowest measure of the lines after the first, and the widest of all; a tolerance wider. */
const measureRange = (request: BreakRequest, count: number): readonly [EmParts, EmParts] => {
  let narrowest = request.measure(1);
  let widest = Math.max(request.measure(0), narrowest);
  const other = request.constant ? 1 : Math.min(count, 1000);
  for (let line = 2; line <= other; line++) {
    narrowest = Math.min(narrowest, request.measure(line));
    widest = Math.max(widest, request.measure(line));
  }
  return [emParts(narrowest) - TOLERANCE, emParts(widest) + TOLERANCE];
};

const collect = (
  count: number,
  slots: number,
  { demerits, cameFrom, fewest, most }: Workspace,
  spread: number,
): readonly Way[] => {
  const at = (place: number, lines: number): number => place * slots + lines - fewest[place]!;
  const isReached = (place: number, lines: number): boolean =>
    lines >= fewest[place]! && lines <= most[place]! && demerits[at(place, lines)] !== Number.POSITIVE_INFINITY;
  let optimum = fewest[count]!;
  for (let lines = optimum; lines <= most[count]!; lines++) {
    if (demerits[at(count, lines)]! < demerits[at(count, optimum)]!) optimum = lines;
  }
  const ways: Way[] = [];
  for (let lines = optimum - spread; lines <= optimum + spread; lines++) {
    if (!isReached(count, lines)) continue;
    const breaks = new Array<number>(lines).fill(count);
    let place = count;
    let line = lines;
    for (; line > 1 && isReached(place, line); line--) {
      place = cameFrom[at(place, line)]!;
      breaks[line - 2] = place;
    }
    if (line === 1) ways.push({ lines, breaking: { breaks, demerits: demerits[at(count, lines)]! } });
  }
  return ways;
};
