/** Fitting a story's blocks into its columns: all of them, or up to the line where it jumps. Exact, for one measure. */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import { once } from '../../once.js';
import { sum } from '../../sum.js';
import type { MeasuredCopy } from '../copy/blocks.js';
import { type Beyond, setBeyond } from './beyond.js';
import { bestLines, endCost } from './least-costs.js';
import { costAt, isColumnTop, spanCost, type Table, type Taken, tabulate, trace } from './tabulate.js';
import { CROSSHEAD_WHITE, isWhole, LIKES, whiteBefore, whitesOf } from './whites.js';

/** The fewest lines on either side of a jump. */
const JUMP_LEAST = 4;
/** What is worth a slot on either side of a jump. */
export const JUMP_DECENT: Lines = 12;

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

/** Copy fitted into columns of given heights, as often as they are tried. */
export interface Fitting {
  /** All the copy; what is over the end is overset, room left is white. */
  whole(columns: readonly Lines[]): Fit;
  /**
   * The beginning of a story that jumps: text up to one line before the end of the last column, where the jump line
   * stands, or less where what comes next cannot be parted. Null when no cut leaves four lines on either side.
   */
  cut(columns: readonly Lines[]): Fit | null;
}

/** Fits copy of one measure; what does not depend on the columns is worked out once. */
export function fitting(copy: MeasuredCopy): Fitting {
  const whites = whitesFor(copy);
  // Few stories have copy that no column reaches, or jump.
  const beyond = once(
    (white: Lines | null) => white,
    (white) => setBeyond(copy, white),
  );
  const after = once(
    () => copy,
    () => restLines(copy),
  );
  return {
    whole: (columns) => cheapest(whites.map((white) => wholeWith(copy, columns.filter(holdsText), white, beyond)))!,
    cut: (columns) => cheapest(whites.map((white) => cutWith(copy, columns.filter(holdsText), white, after()))),
  };
}

/** What ends at a column without text ends at the one before it, and is to cost once. */
const holdsText = (lines: Lines): boolean => lines > 0;

function wholeWith(
  copy: MeasuredCopy,
  columns: readonly Lines[],
  white: Lines | null,
  beyondWith: (white: Lines | null) => Beyond,
): Fit {
  const capacity = sum(columns);
  const table = tabulate(copy, columns, white);
  const { blocks } = table;
  const beyond = blocks < copy.blocks.length ? beyondWith(white) : null;
  const [costBeyond, linesBeyond] = beyond === null ? [0, 0] : [beyond.cost[blocks]!, beyond.lines[blocks]!];
  let best = -1;
  let bestCost = Infinity;
  for (let lines = table.least[blocks]!; lines <= table.most[blocks]!; lines++) {
    const cost = costAt(table, blocks, lines) + costBeyond + endCost(capacity - lines - linesBeyond);
    if (cost < bestCost) {
      bestCost = cost;
      best = lines;
    }
  }
  const all = best + linesBeyond;
  return {
    cost: bestCost,
    taken: [...trace(table, copy, blocks, best), ...(beyond?.taken.slice(blocks) ?? [])],
    lines: Math.min(all, capacity),
    white: Math.max(0, capacity - all),
    overset: Math.max(0, all - capacity),
    cut: null,
  };
}

function cutWith(
  copy: MeasuredCopy,
  columns: readonly Lines[],
  white: Lines | null,
  after: readonly Lines[],
): Fit | null {
  const room = sum(columns) - 1;
  if (room < JUMP_LEAST) return null;
  const table = tabulate(copy, columns, white);
  const cutting: Cutting = { copy, columns, table, after, room };
  let best: Cut | null = null;
  for (let index = 0; index < table.blocks; index++) {
    const own = cutIn(index, cutting);
    if (own !== null && own.cost < (best?.cost ?? Infinity)) best = own;
  }
  if (best === null) return null;
  return {
    cost: best.cost,
    taken: [...trace(table, copy, best.block, best.start), best.taken],
    lines: room - best.white,
    white: best.white,
    overset: 0,
    cut: { block: best.block, lines: best.lines },
  };
}

/** What a story is cut in. */
interface Cutting {
  readonly copy: MeasuredCopy;
  readonly columns: readonly Lines[];
  readonly table: Table;
  /** Lines of the copy from each block on. */
  readonly after: readonly Lines[];
  /** Lines over the jump line. */
  readonly room: Lines;
}

/** A cut: the block that it is in or right after, where that begins, and how many of its lines stand before the cut. */
interface Cut {
  readonly cost: number;
  readonly block: number;
  readonly start: Lines;
  readonly taken: Taken;
  readonly lines: Lines;
  /** Lines left over the jump line, for what comes next cannot be parted. */
  readonly white: Lines;
}

/** The cheapest cut in one block, or right after it; null where none may be. */
function cutIn(index: number, { copy, columns, table, after, room }: Cutting): Cut | null {
  const block = copy.blocks[index]!;
  const choices = copy.choices[index]!;
  if (block.leads || block.kind === 'crosshead') return null;
  const { head } = choices[0]!;
  const isRow = block.kind === 'row';
  // A row ends at the foot, where need be lower than its cells; under other blocks white may be left.
  const most = isRow ? whitesOf(copy, index)!.length - 1 - head : whiteBefore(copy, index + 1);
  let best: Cut | null = null;
  for (let start = table.least[index]!; start <= table.most[index]!; start++) {
    const over = isColumnTop(columns, start) ? head : LIKES[block.kind];
    const inside = room - start - over;
    const before = costAt(table, index, start);
    if (inside < 1 || before === Infinity) continue;
    for (const choice of choices) {
      const short = Math.max(0, inside - choice.lines);
      if (short > most) continue;
      const [taller, white] = isRow ? [short, 0] : [0, short];
      const rest = Math.max(0, choice.lines - inside) + after[index + 1]!;
      if (rest < JUMP_LEAST) continue;
      const atEnd = inside >= choice.lines;
      if (!atEnd && (isWhole(block.kind) || inside < 2 || choice.lines - inside < 2)) continue;
      const cost =
        before +
        taller * COSTS.rowTaller +
        (white > 0 ? endCost(white) : 0) +
        choice.demerits * COSTS.looseness +
        choice.price +
        spanCost(columns, start + over, inside - white, block) +
        COSTS.jump +
        (atEnd ? block.parting : COSTS.jumpInParagraph) +
        (Math.max(0, JUMP_DECENT - rest) + Math.max(0, JUMP_DECENT - room)) * COSTS.jumpShort;
      if (best === null || cost < best.cost) {
        const taken = { lines: choice.lines + over + taller, choice };
        best = { cost, block: index, start, taken, lines: inside - white, white };
      }
    }
  }
  return best;
}

/** The whites that a story's crossheads may be held to, so that they look alike; null: one is like itself. */
const whitesFor = ({ blocks }: MeasuredCopy): readonly (Lines | null)[] =>
  blocks.filter(({ kind }) => kind === 'crosshead').length > 1 ? CROSSHEAD_WHITE : [null];

const cheapest = (fits: readonly (Fit | null)[]): Fit | null =>
  fits.reduce((best, fit) => (fit !== null && (best === null || fit.cost < best.cost) ? fit : best), null);

/** What a fit's cost went on, by name; they add up to it. */
export const fitCosts = (fit: Fit): readonly (readonly [string, number])[] => [
  ...costsBesideEnds(fit),
  ['column ends and crossheads', endsCost(fit)],
];

/** What a fit costs by where its columns end, and by its crossheads' white: all that has no name of its own. */
export const endsCost = (fit: Fit): number =>
  fit.cost - costsBesideEnds(fit).reduce((sum, [, value]) => sum + value, 0);

function costsBesideEnds({ taken, white, overset, cut }: Fit): readonly (readonly [string, number])[] {
  const loose = taken.reduce((sum, { choice }) => sum + choice.demerits * COSTS.looseness, 0);
  const tables = taken.reduce((sum, { choice }) => sum + choice.price, 0);
  const whiteCost = white > 0 ? endCost(white) : 0;
  const oversetCost = overset > 0 ? endCost(-overset) : 0;
  return [
    ['looseness', loose],
    ['tables', tables],
    ['white', whiteCost],
    ['overset', oversetCost],
    ['jump', cut === null ? 0 : COSTS.jump],
  ];
}

/** Lines of the copy from each block on, each set its best way. */
function restLines(copy: MeasuredCopy): readonly Lines[] {
  const rest = new Array<Lines>(copy.blocks.length + 1).fill(0);
  for (let index = copy.blocks.length - 1; index >= 0; index--) {
    rest[index] = rest[index + 1]! + bestLines(copy, index);
  }
  return rest;
}
