/** Gutters that go on in the piece below: an old sub-editor parts each band of a page at other columns. */
import type { PlacedNode } from '../solve.js';

/** How many gutters of a tree's pieces meet one of the piece under them. */
export function seamsIn(node: PlacedNode): number {
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
