/**
 * The cheapest way to cut a tree whose leaves first say what a height costs at least: a story's columns are filled
 * only at the few heights that a page might take.
 */
import type { Lines } from '../../geometry/units.js';
import type { LeafNode, TemplateNode } from '../../template/types.js';
import { once } from '../once.js';
import type { Leaf, LeafOf } from '../types.js';
import type { Strip } from './grid.js';
import { type PlacedLeaf, type Solution, solve } from './solve.js';

type Costs = Pick<Leaf, 'bound' | 'cost'>;

/** A tree as it was cut, and the leaves that it was cut by. */
export interface Solved {
  readonly solution: Solution;
  readonly leafOf: LeafOf;
}

/**
 * Solves by the bounds; where a leaf of the solution costs more than its bound, raises it to the cost and solves again.
 * Once none does, no other way is cheaper, nor any as cheap that the solver would have come to first, for costs are
 * never below their bounds: it is the solution that exact curves give.
 */
export function solveCheapest(
  tree: TemplateNode,
  strip: Strip,
  lines: Lines,
  leafOf: (node: LeafNode) => Costs,
): Solution | null {
  const curvesOf = once(
    (node: LeafNode) => node,
    (node) =>
      once(
        (at: Strip) => `${at.from}+${at.width}`,
        (at) => [...leafOf(node).bound(at)],
      ),
  );
  const raise = ({ node, strip: at, height }: PlacedLeaf): boolean => {
    const curve = curvesOf(node)(at);
    const cost = leafOf(node).cost?.(at, height) ?? curve[height]!;
    if (cost === curve[height]) return false;
    curve[height] = cost;
    return true;
  };
  for (;;) {
    const solution = solve(tree, strip, lines, (node, at) => curvesOf(node)(at));
    // All of them are raised, not only the first.
    if (solution === null || solution.leaves.filter(raise).length === 0) return solution;
  }
}
