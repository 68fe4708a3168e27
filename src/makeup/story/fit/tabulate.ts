/**
 * The table of a fit: dynamic programming over blocks and lines taken so far. Each paragraph may run a line longer or
 * shorter at its breaker's demerits, each crosshead may have up to two lines of white, a table, what follows one, and each
 * stanza but the first stand under one; column ends cost what rule 19 says of widows and crossheads. A table's rows are
 * not parted: where one finds no room in a column, that before it is as much taller, and over the one that begins the
 * next column stands the table's head once more.
 */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import { sum } from '../../sum.js';
import type { Choice, CopyBlock, MeasuredCopy } from '../copy/blocks.js';
import { hasWhite, isPut, isWhole, leastWhitePrice, whitePrice, whitesOf } from './whites.js';

/** What was chosen for a block: the way it is set, and how many lines it takes, with its white. */
export interface Taken {
  readonly lines: Lines;
  readonly choice: Choice;
}

/**
 * Cheapest ways to have set the first blocks in exactly so many lines, in flat arrays: a story is fitted thousands of
 * times. Row i: after i blocks, from `least[i]` lines on; what cannot be costs Infinity.
 */
export interface Table {
  /** How many blocks it goes on for: those that may begin in the columns or where they end. */
  readonly blocks: number;
  readonly least: readonly Lines[];
  readonly most: readonly Lines[];
  readonly stride: number;
  readonly cost: Float64Array;
  /** How the last of these blocks is set: index of its choice, or its lines of white. */
  readonly way: Uint8Array;
}

/** What the first blocks cost at least in so many lines. */
export const costAt = ({ least, stride, cost }: Table, blocks: number, lines: Lines): number =>
  cost[blocks * stride + lines - least[blocks]!]!;

/** Fills the table for columns; `others` is the white that the story's crossheads are held to, null: to none. */
export function tabulate(copy: MeasuredCopy, columns: readonly Lines[], others: Lines | null): Table {
  const { choices } = copy;
  const table = emptyTable(copy, sum(columns));
  const { least, most, stride, cost, way } = table;
  cost[0] = 0;
  for (let index = 0; index < table.blocks; index++) {
    const block = copy.blocks[index]!;
    const next = (index + 1) * stride - least[index + 1]!;
    const whites = whitesOf(copy, index);
    const offer = (lines: Lines, price: number, how: number): void => {
      if (price >= cost[next + lines]!) return;
      cost[next + lines] = price;
      way[next + lines] = how;
    };
    for (let start = least[index]!; start <= most[index]!; start++) {
      const before = costAt(table, index, start);
      if (before === Infinity) continue;
      if (whites !== null) {
        const own = choices[index]![0]!;
        for (const white of whites) {
          const price =
            block.kind === 'row'
              ? rowCost(columns, start, own, white, whites.length - 1, block)
              : whiteCost(columns, start, own.lines, white, block, others);
          offer(start + own.lines + white, before + own.price + price, white);
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

/** What a table's row costs that takes so many lines more than its cells, of `most` that it may, and by where columns end. */
function rowCost(
  columns: readonly Lines[],
  start: Lines,
  { lines, head }: Choice,
  white: Lines,
  most: Lines,
  block: CopyBlock,
): number {
  const taller = isColumnTop(columns, start) ? white - head : white;
  if (taller < 0 || taller > most - head) return Infinity;
  const end = start + lines + white;
  // It ends at the foot, where need be lower than its cells.
  if (taller > 0 && !isColumnTop(columns, end)) return Infinity;
  return taller * COSTS.rowTaller + spanCost(columns, start, end - start, block);
}

/** What a block costs with so much white, and by where columns end. */
function whiteCost(
  columns: readonly Lines[],
  start: Lines,
  own: Lines,
  white: Lines,
  block: CopyBlock,
  others: Lines | null,
): number {
  const { kind } = block;
  const isTop = isColumnTop(columns, start);
  const price = whitePrice(kind, white, isTop, others);
  if (kind === 'crosshead') return price + spanCost(columns, start, own + white, block);
  const first = start + white;
  const atFoot = white > 0 && isColumnTop(columns, first);
  // The least that can stand of a table, or a QR code, finds no room in a column: it begins in the next.
  const isNext = isPut(kind) && atFoot && !isTop;
  return (
    (isNext ? leastWhitePrice(kind, white, 0) : price) +
    spanCost(columns, first, own, block) +
    (atFoot ? COSTS.footWhite : 0)
  );
}

/** Rows for the blocks that may begin within `room` lines: copy far beyond it would make the table grow by its square. */
function emptyTable(copy: MeasuredCopy, room: Lines): Table {
  const { blocks } = copy;
  const least: Lines[] = [0];
  const most: Lines[] = [0];
  for (let index = 0; index < blocks.length && least[index]! <= room; index++) {
    const lines = linesTaken(copy, index);
    least.push(least[index]! + Math.min(...lines));
    most.push(most[index]! + Math.max(...lines));
  }
  const stride = most.at(-1)! - least.at(-1)! + 1;
  const states = least.length * stride;
  const cost = new Float64Array(states).fill(Infinity);
  return { blocks: least.length - 1, least, most, stride, cost, way: new Uint8Array(states) };
}

/** How the first blocks are set in so many lines, as the table has it. */
export function trace(
  { least, stride, way }: Table,
  copy: MeasuredCopy,
  blocks: number,
  lines: Lines,
): readonly Taken[] {
  const taken: Taken[] = [];
  for (let index = blocks, at = lines; index > 0; index--) {
    const how = way[index * stride + at - least[index]!]!;
    const isWhite = hasWhite(copy.blocks[index - 1]!);
    const choice = copy.choices[index - 1]![isWhite ? 0 : how]!;
    const own = isWhite ? choice.lines + how : choice.lines;
    taken.unshift({ lines: own, choice });
    at -= own;
  }
  return taken;
}

/** How many lines a block may take. */
const linesTaken = (copy: MeasuredCopy, index: number): readonly Lines[] => {
  const own = copy.choices[index]!;
  return whitesOf(copy, index)?.map((white) => own[0]!.lines + white) ?? own.map(({ lines }) => lines);
};

/** What the column ends cost a block, or its beginning, that stands from line `start` on. */
export function spanCost(
  columns: readonly Lines[],
  start: Lines,
  lines: Lines,
  { kind, leads, parting, kept }: CopyBlock,
): number {
  const end = start + lines;
  let cost = 0;
  let foot = 0;
  for (let column = 0; column < columns.length; column++) {
    foot += columns[column]!;
    if (foot <= start) continue;
    if (foot > end + 1) break;
    // A cap would hang out of the last column, too.
    if (foot - start < kept) cost += COSTS.capParted;
    if (column === columns.length - 1) break;
    if (foot === end) cost += parting;
    if (foot >= end ? leads : kind === 'crosshead') cost += COSTS.crossheadAtFoot;
    else if (foot < end && isWhole(kind)) cost += lines > Math.max(...columns) ? COSTS.tallParted : COSTS.rowParted;
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
