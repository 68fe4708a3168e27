/** Where in a tree a slot begins, before make-up has chosen any width. */
import type { Columns } from '../geometry/units.js';
import type { TemplateNode } from './types.js';

/** Columns that stand to the left of a slot at least; null where the tree has no such slot. */
export function leastBefore(node: TemplateNode, slot: string): Columns | null {
  if (node.kind !== 'rows' && node.kind !== 'columns') return 'slot' in node && node.slot === slot ? 0 : null;
  for (const [index, child] of node.children.entries()) {
    const within = leastBefore(child, slot);
    if (within === null) continue;
    if (node.kind === 'rows') return within;
    const sum = (nodes: readonly TemplateNode[], end: 'min' | 'max'): Columns =>
      nodes.reduce((total, { width }) => total + width[end], 0);
    const taken = sum(node.children.slice(0, index), 'min');
    const left = node.width.min - sum(node.children.slice(index), 'max');
    return within + Math.max(taken, left);
  }
  return null;
}
