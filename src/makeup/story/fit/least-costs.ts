/** What fitting copy costs at least, by the room for it alone: so near to the truth that few columns have to be filled. */
import type { Lines } from '../../../geometry/units.js';
import { COSTS } from '../../costs.js';
import type { MeasuredCopy } from '../copy/blocks.js';
import { LIKES, leastWhitePrice, whitesOf } from './whites.js';

/** What fitting copy costs at least by the room for it, and between how many lines the copy may take. */
export interface LeastCosts {
  cost(room: Lines): number;
  readonly fewest: Lines;
  readonly most: Lines;
}

/**
 * For a room in lines what fitting all the copy costs at least, however the room is divided into columns: column ends
 * cost nothing, and every crosshead, stanza and table may be as short as at a column's top.
 */
export function leastCosts(copy: MeasuredCopy): LeastCosts {
  /** What it costs at least to have set the blocks so far in `fewest` lines, in one more … */
  let reached: readonly number[] = [0];
  let fewest: Lines = 0;
  const { blocks, choices } = copy;
  for (const [index, { kind }] of blocks.entries()) {
    const ways =
      whitesOf(copy, index)?.map((white) => ({
        lines: choices[index]![0]!.lines + white,
        cost: choices[index]![0]!.price + leastWhitePrice(kind, white, choices[index]![0]!.head),
      })) ?? choices[index]!.map(({ lines, demerits }) => ({ lines, cost: demerits * COSTS.looseness }));
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

/** What it costs that copy ends so many lines before its columns do, or, below 0, has so many too many. */
export function endCost(room: Lines): number {
  if (room === 0) return 0;
  if (room < 0) return COSTS.overset - room * COSTS.oversetLine;
  return COSTS.shortLine + (room - 1) * COSTS.whiteLine;
}

/** Lines a block takes at its best. */
export function bestLines({ blocks, choices }: MeasuredCopy, index: number): Lines {
  const { lines } = choices[index]!.reduce((best, choice) => (choice.demerits < best.demerits ? choice : best));
  return lines + LIKES[blocks[index]!.kind];
}
