/**
 * Fitting a story's blocks into its columns: dynamic programming over blocks and lines taken so far. Each paragraph
 * may run a line longer or shorter at its breaker's demerits, each crosshead may have up to two lines of white;
 * column ends cost what rule 19 says of widows and crossheads. Exact, for one measure and one row of columns.
 */
import type { Lines } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import type { Choice, Copy, CopyBlock } from './copy.js';

/** Lines of white that a crosshead may have, one being what it likes; at a column's top it likes none. */
const CROSSHEAD_WHITE = [0, 1, 2];
const CROSSHEAD_LIKES = 1;
/** Lines kept together at a jump (first and last), and the least rest that is worth a slot. */
const JUMP_LEAST = 4;
const JUMP_DECENT_REST = 12;

/** What was chosen for a block: the way it is set, and how many lines it takes, a crosshead with its white. */
export interface Taken {
  readonly lines: Lines;
  readonly choice: Choice;
}

/** Copy fitted into columns: how each block is set, and what is over. */
export interface Fit {
  readonly cost: number;
  readonly taken: readonly Taken[];
  /** Lines set, white lines left at the end, lines that found no place. */
  readonly lines: Lines;
  readonly white: Lines;
  readonly overset: Lines;
  /** A jump: the story stops after this many lines of this block. */
  readonly cut: { readonly block: number; readonly lines: Lines } | null;
}

/**
 * Cheapest ways to have set the first blocks in exactly so many lines, in flat arrays: a story is fitted thousands of
 * times. Row i: after i blocks, from `least[i]` lines on; what cannot be costs Infinity.
 */
interface Table {
  readonly least: readonly Lines[];
  readonly most: readonly Lines[];
  readonly stride: number;
  readonly cost: Float64Array;
  /** How the last of these blocks is set: index of its choice, or its lines of white (a crosshead). */
  readonly way: Uint8Array;
}

const costAt = ({ least, stride, cost }: Table, blocks: number, lines: Lines): number =>
  cost[blocks * stride + lines - least[blocks]!]!;

/** Fits all the copy into columns of the given heights; copy over the end is overset, room left is white. */
export const fitWhole = (copy: Copy, choices: readonly (readonly Choice[])[], columns: readonly Lines[]): Fit =>
  cheapest(whitesFor(copy).map((white) => wholeWith(copy, choices, columns, white)))!;

function wholeWith(
  copy: Copy,
  choices: readonly (readonly Choice[])[],
  columns: readonly Lines[],
  white: Lines | null,
): Fit {
  const capacity = sum(columns);
  const table = tabulate(copy, choices, columns, white);
  const blocks = copy.blocks.length;
  let best = -1;
  let bestCost = Infinity;
  for (let lines = table.least[blocks]!; lines <= table.most[blocks]!; lines++) {
    const cost = costAt(table, blocks, lines) + endCost(capacity - lines);
    if (cost < bestCost) {
      bestCost = cost;
      best = lines;
    }
  }
  return {
    cost: bestCost,
    taken: trace(table, copy, choices, blocks, best),
    lines: Math.min(best, capacity),
    white: Math.max(0, capacity - best),
    overset: Math.max(0, best - capacity),
    cut: null,
  };
}

/**
 * Fits the beginning of a story that jumps: text up to one line before the end of the last column, where the jump
 * line stands. Null when no cut leaves four lines on either side.
 */
export const fitCut = (copy: Copy, choices: readonly (readonly Choice[])[], columns: readonly Lines[]): Fit | null =>
  cheapest(whitesFor(copy).map((white) => cutWith(copy, choices, columns, white)));

function cutWith(
  copy: Copy,
  choices: readonly (readonly Choice[])[],
  columns: readonly Lines[],
  white: Lines | null,
): Fit | null {
  const room = sum(columns) - 1;
  if (room < JUMP_LEAST) return null;
  const table = tabulate(copy, choices, columns, white);
  const after = restLines(copy, choices);
  let best: { cost: number; block: number; start: number; taken: Taken; lines: Lines } | null = null;
  for (const [index, block] of copy.blocks.entries()) {
    if (block.leads || block.kind === 'crosshead') continue;
    for (let start = table.least[index]!; start <= table.most[index]!; start++) {
      const inside = room - start;
      const before = costAt(table, index, start);
      if (inside < 1 || before === Infinity) continue;
      for (const choice of choices[index]!) {
        if (inside > choice.lines) continue;
        const rest = choice.lines - inside + after[index + 1]!;
        if (rest < JUMP_LEAST) continue;
        const atEnd = inside === choice.lines;
        if (!atEnd && (inside < 2 || choice.lines - inside < 2)) continue;
        const cost =
          before +
          choice.demerits * COSTS.looseness +
          spanCost(columns, start, inside, block) +
          COSTS.jump +
          (atEnd ? 0 : COSTS.jumpInParagraph) +
          Math.max(0, JUMP_DECENT_REST - rest) * COSTS.jumpShortRest;
        if (best === null || cost < best.cost) {
          best = { cost, block: index, start, taken: { lines: choice.lines, choice }, lines: inside };
        }
      }
    }
  }
  if (best === null) return null;
  return {
    cost: best.cost,
    taken: [...trace(table, copy, choices, best.block, best.start), best.taken],
    lines: room,
    white: 0,
    overset: 0,
    cut: { block: best.block, lines: best.lines },
  };
}

/** The whites that a story's crossheads may be held to, so that they look alike; null: one is like itself. */
const whitesFor = ({ blocks }: Copy): readonly (Lines | null)[] =>
  blocks.filter(({ kind }) => kind === 'crosshead').length > 1 ? CROSSHEAD_WHITE : [null];

const cheapest = (fits: readonly (Fit | null)[]): Fit | null =>
  fits.reduce((best, fit) => (fit !== null && (best === null || fit.cost < best.cost) ? fit : best), null);

function tabulate(
  copy: Copy,
  choices: readonly (readonly Choice[])[],
  columns: readonly Lines[],
  others: Lines | null,
): Table {
  const table = emptyTable(copy, choices);
  const { least, most, stride, cost, way } = table;
  cost[0] = 0;
  for (const [index, block] of copy.blocks.entries()) {
    const next = (index + 1) * stride - least[index + 1]!;
    const offer = (lines: Lines, price: number, how: number): void => {
      if (price >= cost[next + lines]!) return;
      cost[next + lines] = price;
      way[next + lines] = how;
    };
    for (let start = least[index]!; start <= most[index]!; start++) {
      const before = costAt(table, index, start);
      if (before === Infinity) continue;
      if (block.kind === 'crosshead') {
        const isTop = isColumnTop(columns, start);
        for (const white of CROSSHEAD_WHITE) {
          const lines = choices[index]![0]!.lines + white;
          const unlike = isTop || others === null ? 0 : Math.abs(white - others) * COSTS.crossheadUnlike;
          const price = Math.abs(white - (isTop ? 0 : CROSSHEAD_LIKES)) * COSTS.crossheadWhite + unlike;
          offer(start + lines, before + price + spanCost(columns, start, lines, block), white);
        }
      } else {
        const ways = choices[index]!;
        for (let how = 0; how < ways.length; how++) {
          const { lines, demerits } = ways[how]!;
          const loose = demerits * COSTS.looseness;
          offer(start + lines, before + loose + spanCost(columns, start, lines, block), how);
        }
      }
    }
  }
  return table;
}

function emptyTable({ blocks }: Copy, choices: readonly (readonly Choice[])[]): Table {
  const least: Lines[] = [0];
  const most: Lines[] = [0];
  for (const [index, { kind }] of blocks.entries()) {
    const lines = linesTaken(kind, choices[index]!);
    least.push(least[index]! + Math.min(...lines));
    most.push(most[index]! + Math.max(...lines));
  }
  const stride = most.at(-1)! - least.at(-1)! + 1;
  const states = (blocks.length + 1) * stride;
  return { least, most, stride, cost: new Float64Array(states).fill(Infinity), way: new Uint8Array(states) };
}

function trace(
  { least, stride, way }: Table,
  copy: Copy,
  choices: readonly (readonly Choice[])[],
  blocks: number,
  lines: Lines,
): readonly Taken[] {
  const taken: Taken[] = [];
  for (let index = blocks, at = lines; index > 0; index--) {
    const how = way[index * stride + at - least[index]!]!;
    const isCrosshead = copy.blocks[index - 1]!.kind === 'crosshead';
    const choice = choices[index - 1]![isCrosshead ? 0 : how]!;
    const own = isCrosshead ? choice.lines + how : choice.lines;
    taken.unshift({ lines: own, choice });
    at -= own;
  }
  return taken;
}

/** How many lines a block may take. */
const linesTaken = (kind: CopyBlock['kind'], choices: readonly Choice[]): readonly Lines[] =>
  kind === 'crosshead' ? CROSSHEAD_WHITE.map((white) => choices[0]!.lines + white) : choices.map(({ lines }) => lines);

/** What the column ends cost a block, or its beginning, that stands from line `start` on. */
function spanCost(columns: readonly Lines[], start: Lines, lines: Lines, { kind, leads }: CopyBlock): number {
  const end = start + lines;
  let cost = 0;
  let foot = 0;
  for (let column = 0; column < columns.length - 1; column++) {
    foot += columns[column]!;
    if (foot <= start) continue;
    if (foot > end + 1) break;
    if (foot >= end ? leads : kind === 'crosshead') cost += COSTS.crossheadAtFoot;
    else if (foot < end) {
      if (end - foot === 1) cost += COSTS.widow;
      if (foot - start === 1) cost += COSTS.orphan;
    }
  }
  return cost;
}

/** Does a column begin with this line of all? */
export const isColumnTop = (columns: readonly Lines[], line: Lines): boolean => {
  if (line === 0) return true;
  let foot = 0;
  return columns.some((lines) => {
    foot += lines;
    return foot === line;
  });
};

function endCost(room: Lines): number {
  if (room === 0) return 0;
  if (room < 0) return COSTS.overset - room * COSTS.oversetLine;
  return COSTS.shortLine + (room - 1) * COSTS.whiteLine;
}

/** What a fit's cost went on, by name; they add up to it. */
export function fitCosts({ cost, taken, white, overset, cut }: Fit): readonly (readonly [string, number])[] {
  const loose = taken.reduce((sum, { choice }) => sum + choice.demerits * COSTS.looseness, 0);
  const whiteCost = white > 0 ? endCost(white) : 0;
  const oversetCost = overset > 0 ? endCost(-overset) : 0;
  const named = [
    ['looseness', loose],
    ['white', whiteCost],
    ['overset', oversetCost],
    ['jump', cut === null ? 0 : COSTS.jump],
  ] as const;
  return [...named, ['column ends and crossheads', cost - named.reduce((sum, [, value]) => sum + value, 0)]];
}

/** What fitting copy costs at least by the room for it, and between how many lines the copy may take. */
export interface LeastCosts {
  cost(room: Lines): number;
  readonly fewest: Lines;
  readonly most: Lines;
}

/**
 * For a room in lines what fitting all the copy costs at least, however the room is divided into columns: column ends
 * cost nothing, and every crosshead may be as short as at a column's top.
 */
export function leastCosts(copy: Copy, choices: readonly (readonly Choice[])[]): LeastCosts {
  /** What it costs at least to have set the blocks so far in `fewest` lines, in one more … */
  let reached: readonly number[] = [0];
  let fewest: Lines = 0;
  for (const [index, { kind }] of copy.blocks.entries()) {
    const ways =
      kind === 'crosshead'
        ? CROSSHEAD_WHITE.map((white) => ({
            lines: choices[index]![0]!.lines + white,
            cost: Math.max(0, white - CROSSHEAD_LIKES) * COSTS.crossheadWhite,
          }))
        : choices[index]!.map(({ lines, demerits }) => ({ lines, cost: demerits * COSTS.looseness }));
    let least = Infinity;
    let most = 0;
    for (const { lines } of ways) {
      least = Math.min(least, lines);
      most = Math.max(most, lines);
    }
    const next = new Array<number>(reached.length + most - least).fill(Infinity);
    for (const { lines, cost } of ways) {
      for (let before = 0; before < reached.length; before++) {
        const at = before + lines - least;
        next[at] = Math.min(next[at]!, reached[before]! + cost);
      }
    }
    reached = next;
    fewest += least;
  }
  // The farther the copy ends from the room's end, the more that alone costs: soon no way of setting it is worth a look.
  const leastIn = (room: Lines): number => {
    const full = Math.min(Math.max(room - fewest, 0), reached.length - 1);
    let least = Infinity;
    for (const step of [-1, 1]) {
      for (let more = step < 0 ? full : full + 1; more >= 0 && more < reached.length; more += step) {
        const end = endCost(room - fewest - more);
        if (end >= least) break;
        least = Math.min(least, reached[more]! + end);
      }
    }
    return least;
  };
  const known: number[] = [];
  return {
    fewest,
    most: fewest + reached.length - 1,
    cost: (room) => {
      known[room] ??= leastIn(room);
      return known[room];
    },
  };
}

/** Lines of the copy from each block on, each set its best way. */
function restLines(copy: Copy, choices: readonly (readonly Choice[])[]): readonly Lines[] {
  const rest = new Array<Lines>(copy.blocks.length + 1).fill(0);
  for (let index = copy.blocks.length - 1; index >= 0; index--) {
    rest[index] = rest[index + 1]! + bestLines(copy, choices, index);
  }
  return rest;
}

/** Lines a block takes at its best. */
export function bestLines(copy: Copy, choices: readonly (readonly Choice[])[], index: number): Lines {
  const { lines } = choices[index]!.reduce((best, choice) => (choice.demerits < best.demerits ? choice : best));
  return copy.blocks[index]!.kind === 'crosshead' ? lines + CROSSHEAD_LIKES : lines;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
