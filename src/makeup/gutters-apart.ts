/**
 * No gutter through the whole page (通缝): heights and widths are found band by band, so that two bands may have come out
 * parted at one column. Then the page is solved again with one of them parted elsewhere.
 */
import type { Columns, Lines } from '../geometry/units.js';
import { leavesOf } from '../template/nodes.js';
import type { ColumnsNode, LeafNode } from '../template/types.js';
import { once } from './once.js';
import type { MadePage } from './page.js';
import { type Solved, solveCheapest } from './solve/cheapest.js';
import { curveOf } from './solve/curve.js';
import type { PlacedLeaf, PlacedNode } from './solve/solve.js';
import type { Leaf, LeafOf, Setting } from './types.js';

/** Where a page has such gutters: what costs least with one band or another parted elsewhere, cheapest first. */
export function guttersApart(
  { faults, leaves, tree }: MadePage,
  leafOf: LeafOf,
  { grid: { lines } }: Setting,
): readonly Solved[] {
  if (tree === null || !faults.some(({ code }) => code === 'through-gutter')) return [];
  const gutters = throughGutters(
    leaves.map(({ placed }) => placed),
    tree.strip.width,
  );
  return gutters
    .flatMap((gutter) =>
      bandsParted(tree, gutter).flatMap((band): Solved[] => {
        const parted = withoutGutter(band, gutter, lines, leafOf);
        const solution = solveCheapest(tree.node, tree.strip, lines, parted);
        return solution === null ? [] : [{ solution, leafOf: parted }];
      }),
    )
    .sort((a, b) => a.solution.cost - b.solution.cost);
}

/** The columns before which a gutter runs that no piece crosses under the page's head. */
function throughGutters(leaves: readonly PlacedLeaf[], width: Columns): readonly Columns[] {
  const footOf = ({ top, height }: PlacedLeaf): Lines => top + height;
  const heads = leaves.filter(({ node: { kind } }) => kind === 'masthead' || kind === 'strip' || kind === 'folio');
  const head = Math.max(0, ...heads.map(footOf));
  const below = leaves.filter((leaf) => footOf(leaf) > head && leaf.node.kind !== 'imprint');
  const isCrossed = (column: Columns): boolean =>
    below.some(({ strip }) => strip.from < column && column < strip.from + strip.width);
  return Array.from({ length: width - 1 }, (_, index) => index + 1).filter((column) => !isCrossed(column));
}

/** What stands side by side in a tree, parted before a column. */
const bandsParted = ({ node, children }: PlacedNode, gutter: Columns): readonly ColumnsNode[] => [
  ...(node.kind === 'columns' && children.slice(1).some(({ strip }) => strip.from === gutter) ? [node] : []),
  ...children.flatMap((child) => bandsParted(child, gutter)),
];

/** The leaves, of which those of a band may not end where the gutter would be. */
function withoutGutter(band: ColumnsNode, gutter: Columns, lines: Lines, leafOf: LeafOf): LeafOf {
  const own = new Set(leavesOf(band));
  const never = curveOf(lines, () => Infinity);
  return once(
    (node: LeafNode) => node,
    (node): Leaf => {
      const leaf = leafOf(node);
      if (!own.has(node)) return leaf;
      return { ...leaf, bound: (at) => (at.from + at.width === gutter ? never : leaf.bound(at)) };
    },
  );
}
