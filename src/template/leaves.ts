import type { LeafNode, TemplateNode } from './types.js';

/** The leaves of a template's tree, in reading order. */
export const leavesOf = (node: TemplateNode): readonly LeafNode[] =>
  node.kind === 'rows' || node.kind === 'columns' ? node.children.flatMap(leavesOf) : [node];
