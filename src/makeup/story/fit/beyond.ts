/**
 * Copy beyond a story's columns: no column ends there and every line costs alike, so each block is set by itself, and
 * once for all columns that the story is tried in.
 */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import type { MeasuredCopy } from '../copy/blocks.js';
import type { Taken } from './tabulate.js';
import { whitePrice, whitesOf } from './whites.js';

/** How blocks are set that begin beyond the columns. */
export interface Beyond {
  /** A choice for each block of the copy. */
  readonly taken: readonly Taken[];
  /** For each block what it and all after it cost, but for finding no place, and the lines they take. */
  readonly cost: readonly number[];
  readonly lines: readonly Lines[];
}

/** Sets all blocks as if they stood beyond the columns; `others` is the white that crossheads are held to. */
export function setBeyond(copy: MeasuredCopy, others: Lines | null): Beyond {
  const ways = copy.blocks.map((_, index) => cheapest(waysOf(copy, index, others)));
  const cost = new Array<number>(ways.length + 1).fill(0);
  const lines = new Array<Lines>(ways.length + 1).fill(0);
  for (let index = ways.length - 1; index >= 0; index--) {
    cost[index] = cost[index + 1]! + ways[index]!.cost;
    lines[index] = lines[index + 1]! + ways[index]!.taken.lines;
  }
  return { taken: ways.map(({ taken }) => taken), cost, lines };
}

interface Way {
  readonly taken: Taken;
  readonly cost: number;
}

const waysOf = (copy: MeasuredCopy, index: number, others: Lines | null): readonly Way[] => {
  const own = copy.choices[index]!;
  const first = own[0]!;
  const { kind } = copy.blocks[index]!;
  const whites = whitesOf(copy, index);
  return whites !== null
    ? whites.map((white) => ({
        taken: { lines: first.lines + white, choice: first },
        cost: first.price + whitePrice(kind, white, false, others),
      }))
    : own.map((choice) => ({
        taken: { lines: choice.lines, choice },
        cost: choice.demerits * COSTS.looseness,
      }));
};

/** The way that costs least with its lines; of two as cheap the shorter. */
const cheapest = (ways: readonly Way[]): Way =>
  ways.reduce((best, way) => {
    const more = way.taken.lines - best.taken.lines;
    const dearer = way.cost - best.cost + more * COSTS.oversetLine;
    return dearer < 0 || (dearer === 0 && more < 0) ? way : best;
  });
