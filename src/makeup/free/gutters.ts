/** Gutters between the pieces of a free region: short, and each band of the page parted at other columns. */
import type { Columns, Lines } from '../../geometry/units.js';
import type { FreeNode, TemplateNode } from '../../template/types.js';
import { COSTS } from '../costs.js';
import type { PlacedNode } from '../solve/solve.js';

/** Share of the page's height from which a gutter is long. */
const LONG = 0.45;

/** What a gutter costs, by its length. */
export const gutterCost = (height: Lines, page: Lines): number => Math.max(0, height / page - LONG) ** 2 * COSTS.gutter;

/** What the gutters of a tree cost: their lengths, and those that go on in the piece below. */
export function guttersCost(tree: PlacedNode, page: Lines): number {
  return seamsIn(tree) * COSTS.seam + lengthsCost(tree, page);
}

const lengthsCost = ({ node, height, children }: PlacedNode, page: Lines): number => {
  const own = node.kind === 'columns' ? gutterCost(height, page) * (children.length - 1) : 0;
  return children.reduce((sum, child) => sum + lengthsCost(child, page), own);
};

/** How many gutters of a tree's pieces meet one of the piece under them. */
function seamsIn(node: PlacedNode): number {
  const own = node.children.reduce((sum, child) => sum + seamsIn(child), 0);
  if (node.node.kind !== 'rows') return own;
  const met = node.children.slice(1).map((below, index) => {
    const tops = guttersAt(below, 'top');
    return guttersAt(node.children[index]!, 'foot').filter((gutter) => tops.includes(gutter)).length;
  });
  return met.reduce((sum, count) => sum + count, own);
}

/** The columns before which gutters stand at a piece's top or foot. */
function guttersAt({ node, children }: PlacedNode, edge: 'top' | 'foot'): readonly number[] {
  if (node.kind === 'rows') return guttersAt(children.at(edge === 'top' ? 0 : -1)!, edge);
  const between = children.slice(1).map(({ strip }) => strip.from);
  return [...between, ...children.flatMap((child) => guttersAt(child, edge))];
}

/** Gutters that end at the region's upper edge, as far as the template fixes them. */
export function guttersOver(tree: TemplateNode, free: FreeNode): readonly Columns[] {
  if (tree.kind !== 'rows') return [];
  const at = tree.children.indexOf(free);
  if (at > 0) return footGutters(tree.children[at - 1]!);
  return tree.children.flatMap((child) => guttersOver(child, free));
}

function footGutters(node: TemplateNode): readonly Columns[] {
  if (node.kind === 'rows') return footGutters(node.children.at(-1)!);
  if (node.kind !== 'columns') return [];
  const gutters: Columns[] = [];
  let from = 0;
  for (const { width } of node.children.slice(0, -1)) {
    if (width.min !== width.max) break;
    from += width.min;
    gutters.push(from);
  }
  return gutters;
}
