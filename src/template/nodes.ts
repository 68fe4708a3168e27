/** What a template's tree can be asked, by whoever holds one: its leaves, what is left of it, where a slot begins. */
import type { Columns, Lines, Range } from '../geometry/units.js';
import type { ColumnsNode, FreeNode, LeafNode, RowsNode, StoryNode, Template, TemplateNode } from './types.js';

/** The leaves of a tree, in reading order. */
export const leavesOf = (node: TemplateNode): readonly LeafNode[] =>
  node.kind === 'rows' || node.kind === 'columns' ? node.children.flatMap(leavesOf) : [node];

/** The slots of a tree, by name, in reading order. */
export const slotsOf = (tree: TemplateNode): readonly string[] =>
  leavesOf(tree).flatMap((leaf) => ('slot' in leaf ? [leaf.slot] : []));

/** The region of a tree that make-up cuts by itself; null where its template says all. */
export const freeIn = (tree: TemplateNode): FreeNode | null =>
  leavesOf(tree).find((leaf) => leaf.kind === 'free') ?? null;

/** The leaf of a slot in a template: where none has its name, the region that make-up cuts by itself. */
export const slotOf = ({ tree }: Template, slot: string): LeafNode | undefined =>
  leavesOf(tree).find((leaf) => 'slot' in leaf && leaf.slot === slot) ?? freeIn(tree) ?? undefined;

/** How many stories a free region takes. */
export const mostIn = ({ pieces }: FreeNode): number => Math.max(...pieces.map((piece) => piece.for.max));

/** Whether the headline runs down a column of its own: only where columns are left for the text. */
export const isUpright = ({ headline }: StoryNode, count: Columns): boolean =>
  (headline === 'left' || headline === 'right') && count > 1;

/** The tree with only the leaves that hold something; null when nothing is left. */
export function prune(node: TemplateNode, filled: (leaf: LeafNode) => boolean): TemplateNode | null {
  if (node.kind !== 'rows' && node.kind !== 'columns') return filled(node) ? node : null;
  const children = node.children.map((child) => prune(child, filled)).filter((child) => child !== null);
  if (children.length === 0) return null;
  const grown = inPlaceOf(node, children);
  if (grown.length === 1) {
    const only = grown[0]!;
    return { ...only, width: { min: only.width.min, max: Math.max(only.width.max, node.width.max) } };
  }
  return { ...node, children: grown };
}

/** What is left of a node's children, which may take the place of what is empty. */
function inPlaceOf(node: RowsNode | ColumnsNode, left: readonly TemplateNode[]): readonly TemplateNode[] {
  if (node.kind === 'columns') {
    // Beside an empty slot the others may grow into its columns.
    return left.length < node.children.length ? left.map((child) => widened(child, node.width.max)) : left;
  }
  // Where heights are fixed, those above and below it must grow, or nothing fills the page.
  const lines = Math.min(node.height.max, stacked(node, node.children)) - stacked(node, left);
  return lines > 0 ? left.map((child) => raised(child, lines, node.height.max)) : left;
}

const widened = (node: TemplateNode, max: number): TemplateNode => ({ ...node, width: { min: node.width.min, max } });

/** A node that may be so many lines higher; an advertisement keeps the size that it was sold at, a fixture its own. */
function raised(node: TemplateNode, lines: Lines, most: Lines): TemplateNode {
  const height = { min: node.height.min, max: Math.min(node.height.max + lines, most) };
  switch (node.kind) {
    case 'rows':
    case 'columns':
      return { ...node, height, children: node.children.map((child) => raised(child, lines, most)) };
    case 'story':
    case 'photo':
    case 'teaser':
    case 'free':
      return { ...node, height };
    default:
      return node;
  }
}

/** Lines that a node has at most: columns no more than each of their children. */
function highest(node: TemplateNode): Lines {
  if (node.kind === 'rows') return Math.min(node.height.max, stacked(node, node.children));
  return node.kind === 'columns' ? Math.min(node.height.max, ...node.children.map(highest)) : node.height.max;
}

/** Lines that nodes have at most one above the other, with the gaps of `rows`. */
const stacked = ({ gap }: RowsNode, nodes: readonly TemplateNode[]): Lines =>
  nodes.reduce((sum, node) => sum + highest(node), gap.max * (nodes.length - 1));

/** Columns that may stand to the left of a slot, at least and at most; null where the tree has no such slot. */
export function columnsBefore(node: TemplateNode, slot: string): Range | null {
  if (node.kind !== 'rows' && node.kind !== 'columns') {
    return 'slot' in node && node.slot === slot ? { min: 0, max: 0 } : null;
  }
  for (const [index, child] of node.children.entries()) {
    const within = columnsBefore(child, slot);
    if (within === null) continue;
    if (node.kind === 'rows') return within;
    const sum = (nodes: readonly TemplateNode[], end: 'min' | 'max'): Columns =>
      nodes.reduce((total, { width }) => total + width[end], 0);
    const [before, after] = [node.children.slice(0, index), node.children.slice(index)];
    return {
      min: within.min + Math.max(sum(before, 'min'), node.width.min - sum(after, 'max')),
      max: within.max + Math.min(sum(before, 'max'), node.width.max - sum(after, 'min')),
    };
  }
  return null;
}
