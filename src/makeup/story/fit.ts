/**
 * Fitting a story's blocks into its columns: dynamic programming over blocks and lines taken so far. Each paragraph
 * may run a line longer or shorter at its breaker's demerits, each crosshead may take one to three lines;
 * column ends cost what rule 19 says of widows and crossheads. Exact, for one measure and one row of columns.
 */
import type { Lines } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import type { Choice, Copy } from './copy.js';

/** Crossheads take this many lines, two being what they like. */
const CROSSHEAD_LINES = [1, 2, 3];
const CROSSHEAD_LIKES = 2;
/** Lines kept together at a jump (first and last), and the least rest that is worth a slot. */
const JUMP_LEAST = 4;
const JUMP_DECENT_REST = 12;

/** What was chosen for a block: how many lines it takes and, for a paragraph, which breaking. */
export interface Taken {
  readonly lines: Lines;
  readonly choice: Choice | null;
}

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

interface Step {
  readonly cost: number;
  readonly previous: number;
  readonly taken: Taken;
}

/** Fits all the copy into columns of the given heights; copy over the end is overset, room left is white. */
export function fitWhole(copy: Copy, choices: readonly (readonly Choice[])[], columns: readonly Lines[]): Fit {
  const capacity = sum(columns);
  const table = tabulate(copy, choices, columns);
  const end = table[copy.blocks.length]!;
  let best = -1;
  let bestCost = Infinity;
  for (const [lines, step] of end) {
    const cost = step.cost + endCost(capacity - lines);
    if (cost < bestCost) {
      bestCost = cost;
      best = lines;
    }
  }
  return {
    cost: bestCost,
    taken: trace(table, copy.blocks.length, best),
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
export function fitCut(copy: Copy, choices: readonly (readonly Choice[])[], columns: readonly Lines[]): Fit | null {
  const room = sum(columns) - 1;
  if (room < JUMP_LEAST) return null;
  const table = tabulate(copy, choices, columns);
  const after = restLines(copy, choices);
  let best: { cost: number; block: number; start: number; taken: Taken; lines: Lines } | null = null;
  for (const [index, block] of copy.blocks.entries()) {
    if (block.kind === 'crosshead') continue;
    for (const [start, step] of table[index]!) {
      const inside = room - start;
      if (inside < 1) continue;
      for (const choice of choices[index]!) {
        if (inside > choice.lines) continue;
        const rest = choice.lines - inside + after[index + 1]!;
        if (rest < JUMP_LEAST) continue;
        const atEnd = inside === choice.lines;
        if (!atEnd && (inside < 2 || choice.lines - inside < 2)) continue;
        const cost =
          step.cost +
          choice.demerits * COSTS.looseness +
          spanCost(columns, start, inside, 'paragraph') +
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
    taken: [...trace(table, best.block, best.start), best.taken],
    lines: room,
    white: 0,
    overset: 0,
    cut: { block: best.block, lines: best.lines },
  };
}

/** Cheapest way to have set the first `i` blocks in exactly `lines` lines: table[i].get(lines). */
function tabulate(
  copy: Copy,
  choices: readonly (readonly Choice[])[],
  columns: readonly Lines[],
): readonly ReadonlyMap<Lines, Step>[] {
  const table: Map<Lines, Step>[] = [new Map([[0, { cost: 0, previous: -1, taken: { lines: 0, choice: null } }]])];
  for (const [index, block] of copy.blocks.entries()) {
    const next = new Map<Lines, Step>();
    const offer = (lines: Lines, step: Step): void => {
      const known = next.get(lines);
      if (known === undefined || step.cost < known.cost) next.set(lines, step);
    };
    for (const [start, step] of table[index]!) {
      if (block.kind === 'crosshead') {
        const top = index === 0 || isColumnTop(columns, start);
        for (const lines of CROSSHEAD_LINES) {
          const likes = top ? CROSSHEAD_LIKES - 1 : CROSSHEAD_LIKES;
          const cost =
            step.cost + Math.abs(lines - likes) * COSTS.crossheadWhite + spanCost(columns, start, lines, 'crosshead');
          offer(start + lines, { cost, previous: start, taken: { lines, choice: null } });
        }
      } else {
        for (const choice of choices[index]!) {
          const cost =
            step.cost + choice.demerits * COSTS.looseness + spanCost(columns, start, choice.lines, 'paragraph');
          offer(start + choice.lines, { cost, previous: start, taken: { lines: choice.lines, choice } });
        }
      }
    }
    table.push(next);
  }
  return table;
}

function trace(table: readonly ReadonlyMap<Lines, Step>[], blocks: number, lines: Lines): readonly Taken[] {
  const taken: Taken[] = [];
  for (let index = blocks, at = lines; index > 0; index--) {
    const step = table[index]!.get(at)!;
    taken.unshift(step.taken);
    at = step.previous;
  }
  return taken;
}

/** What the column ends cost a block that stands from line `start` on. */
function spanCost(columns: readonly Lines[], start: Lines, lines: Lines, kind: 'paragraph' | 'crosshead'): number {
  const end = start + lines;
  let cost = 0;
  let foot = 0;
  for (let column = 0; column < columns.length - 1; column++) {
    foot += columns[column]!;
    if (foot <= start) continue;
    if (foot > end + 1) break;
    if (kind === 'crosshead') {
      cost += COSTS.crossheadAtFoot;
    } else if (foot < end) {
      if (end - foot === 1) cost += COSTS.widow;
      if (foot - start === 1) cost += COSTS.orphan;
    }
  }
  return cost;
}

const isColumnTop = (columns: readonly Lines[], line: Lines): boolean => {
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
  const loose = taken.reduce((sum, { choice }) => sum + (choice?.demerits ?? 0) * COSTS.looseness, 0);
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
  if (copy.blocks[index]!.kind === 'crosshead') return CROSSHEAD_LIKES;
  return choices[index]!.reduce((best, choice) => (choice.demerits < best.demerits ? choice : best)).lines;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
