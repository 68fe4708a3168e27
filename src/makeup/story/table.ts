/**
 * The table of a fit: dynamic programming over blocks and lines taken so far. Each paragraph may run a line longer or
 * shorter at its breaker's demerits, each crosshead may have up to two lines of white; column ends cost what rule 19
 * says of widows and crossheads.
 */
import type { Lines } from '../../geometry/units.js';
import { COSTS } from '../costs.js';
import type { Choice, Copy, CopyBlock } from './copy.js';

/** Lines of white that a crosshead may have, one being what it likes; at a column's top it likes none. */
export const CROSSHEAD_WHITE = [0, 1, 2];
export const CROSSHEAD_LIKES = 1;

/** What was chosen for a block: the way it is set, and how many lines it takes, a crosshead with its white. */
export interface Taken {
  readonly lines: Lines;
  readonly choice: Choice;
}

/**
 * Cheapest ways to have set the first blocks in exactly so many lines, in flat arrays: a story is fitted thousands of
 * times. Row i: after i blocks, from `least[i]` lines on; what cannot be costs Infinity.
 */
export interface Table {
  readonly least: readonly Lines[];
  readonly most: readonly Lines[];
  readonly stride: number;
  readonly cost: Float64Array;
  /** How the last of these blocks is set: index of its choice, or its lines of white (a crosshead). */
  readonly way: Uint8Array;
}

/** What the first blocks cost at least in so many lines. */
export const costAt = ({ least, stride, cost }: Table, blocks: number, lines: Lines): number =>
  cost[blocks * stride + lines - least[blocks]!]!;

/** Fills the table for columns; `others` is the white that the story's crossheads are held to, null: to none. */
export function tabulate(
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

/** How the first blocks are set in so many lines, as the table has it. */
export function trace(
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
export function spanCost(columns: readonly Lines[], start: Lines, lines: Lines, { kind, leads }: CopyBlock): number {
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
