/** The cheapest slicing trees of a region, one after another (Huang & Chiang 2005: k best derivations, lazily). */

import type { Columns, Lines } from '../../geometry/units.js';
import { once } from '../once.js';
import { isAlone, type Option, type Piece, type SubsetCosts, storyOf } from './subsets.js';

/** A slicing tree of stories; each with the size that it was found for. */
export type Cut =
  | { readonly kind: 'story'; readonly story: number; readonly width: Columns; readonly height: Lines }
  | { readonly kind: 'rows' | 'columns'; readonly children: readonly Cut[] };

/** A tree and what it costs at least. */
export interface Way {
  readonly cost: number;
  readonly cut: Cut;
}

/** A way that is next, or is after one: how many of each part's own ways are cheaper than those it has. */
interface Next {
  readonly option: Option;
  readonly first: number;
  readonly second: number;
  readonly cost: number;
}

/** Gives a piece's trees by their costs, each shape once: 0 is the cheapest; null where there are no more. */
export function waysOf(costs: SubsetCosts): (piece: Piece, rank: number) => Way | null {
  const found = once(
    ({ form, set, width, height }: Piece) => `${form} ${set} ${width} ${height}`,
    (piece) => ({ ways: [...alone(piece, costs)], next: costs.options(piece).map(cheapest) }),
  );
  const nth = (piece: Piece, rank: number): Way | null => {
    const { ways, next } = found(piece);
    while (ways.length <= rank && next.length > 0) {
      const at = next.reduce((best, one, index) => (one.cost < next[best]!.cost ? index : best), 0);
      const [taken] = next.splice(at, 1);
      const { option, first, second, cost } = taken!;
      const [one, other] = [nth(option.first, first)!, nth(option.second, second)!];
      ways.push({ cost, cut: join(option.kind, one.cut, other.cut) });
      const after = [{ first, second: second + 1 }, ...(second === 0 ? [{ first: first + 1, second }] : [])];
      for (const ranks of after) {
        const parts = [nth(option.first, ranks.first), nth(option.second, ranks.second)] as const;
        if (parts[0] === null || parts[1] === null) continue;
        next.push({ option, ...ranks, cost: parts[0].cost + parts[1].cost + option.gap });
      }
    }
    return ways[rank] ?? null;
  };
  return nth;
}

const cheapest = (option: Option): Next => ({ option, first: 0, second: 0, cost: option.cost });

function alone(piece: Piece, costs: SubsetCosts): readonly Way[] {
  const { set, width, height } = piece;
  const cost = costs.cost(piece);
  if (!isAlone(set) || cost === Infinity) return [];
  return [{ cost, cut: { kind: 'story', story: storyOf(set), width, height } }];
}

/** The second part goes on with what is cut the same way. */
const join = (kind: 'rows' | 'columns', first: Cut, second: Cut): Cut => ({
  kind,
  children: [first, ...(second.kind === kind ? second.children : [second])],
});

/** A tree's shape without its sizes. */
export const shapeName = (cut: Cut): string =>
  cut.kind === 'story' ? `${cut.story}` : `${cut.kind}(${cut.children.map(shapeName).join(' ')})`;
