/** A template's tree without the slots that stay empty: their neighbours take their place. */
import type { LeafNode, TemplateNode } from './types.js';

/** The tree with only the leaves that hold something; null when nothing is left. */
export function prune(node: TemplateNode, filled: (leaf: LeafNode) => boolean): TemplateNode | null {
  if (node.kind !== 'rows' && node.kind !== 'columns') return filled(node) ? node : null;
  const children = node.children.map((child) => prune(child, filled)).filter((child) => child !== null);
  if (children.length === 0) return null;
  const lost = children.length < node.children.length;
  // Beside an empty slot the others may grow into its columns.
  const grown = lost && node.kind === 'columns' ? children.map((child) => widened(child, node.width.max)) : children;
  if (grown.length === 1) {
    const only = grown[0]!;
    return { ...only, width: { min: only.width.min, max: Math.max(only.width.max, node.width.max) } };
  }
  return { ...node, children: grown };
}

const widened = (node: TemplateNode, max: number): TemplateNode => ({ ...node, width: { min: node.width.min, max } });
