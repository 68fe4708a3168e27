/** The order of the plan is the order of weight: what it costs that a lighter story stands above a weightier one. */
import { COSTS } from '../costs.js';
import type { PlacedNode } from '../solve/solve.js';

/** Of two sets of stories under each other (bits, as in subsets.ts). The weightier the lower one, the more it costs. */
export function orderCost(above: number, below: number): number {
  let cost = 0;
  for (let story = 0; below >> story > 0; story++) {
    if (((below >> story) & 1) === 1) cost += count(above >> (story + 1)) / (story + 1);
  }
  return cost * COSTS.order;
}

/** Of all pieces of a tree. `storyIn` numbers the slots of the region; others have none. */
export function ordersCost(tree: PlacedNode, storyIn: ReadonlyMap<string, number>): number {
  const cost = tree.children.reduce((sum, child) => sum + ordersCost(child, storyIn), 0);
  if (tree.node.kind !== 'rows') return cost;
  const sets = tree.children.map((child) => setOf(child, storyIn));
  return sets.reduce(
    (sum, above, index) => sets.slice(index + 1).reduce((all, below) => all + orderCost(above, below), sum),
    cost,
  );
}

const setOf = ({ node, children }: PlacedNode, storyIn: ReadonlyMap<string, number>): number => {
  const own = 'slot' in node ? storyIn.get(node.slot) : undefined;
  return children.reduce((set, child) => set | setOf(child, storyIn), own === undefined ? 0 : 1 << own);
};

/** How many bits are set. */
const count = (set: number): number => {
  let bits = 0;
  for (let left = set; left > 0; left &= left - 1) bits++;
  return bits;
};
