/**
 * What of a tree's ranges can come true. Widths: the children of `columns` share their parent's, those of `rows`
 * all have it. Heights the other way round. Ranges are sums and intersections of ranges, so narrowing is exact.
 */
import type { Range } from '../geometry/units.js';
import { prune } from './nodes.js';
import type { LeafNode, TemplateNode } from './types.js';
import { showRange } from './values.js';

type Axis = 'width' | 'height';

/** Why a tree cannot stand on its page, and at which node. */
export interface Conflict {
  readonly axis: Axis;
  readonly node: TemplateNode;
  readonly message: string;
}

const UNITS = { width: 'columns', height: 'lines' } as const;
const isShared = (node: TemplateNode, axis: Axis): boolean => node.kind === (axis === 'width' ? 'columns' : 'rows');
const overlap = (a: Range, b: Range): Range => ({ min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) });
const isEmpty = ({ min, max }: Range): boolean => min > max;
const total = (ranges: readonly Range[]): Range =>
  ranges.reduce((sum, range) => ({ min: sum.min + range.min, max: sum.max + range.max }), { min: 0, max: 0 });

/** What the gaps between a node's children take of an axis. */
const gapsOf = (node: TemplateNode, axis: Axis): Range => {
  if (node.kind !== 'rows' || axis === 'width') return { min: 0, max: 0 };
  const count = node.children.length - 1;
  return { min: node.gap.min * count, max: node.gap.max * count };
};

/** The one of several nodes that agrees with fewest of the others; of two such, the one that is not the page's size. */
const oddOf = (nodes: readonly TemplateNode[], axis: Axis, page: number): TemplateNode => {
  const misfit = (node: TemplateNode): number => {
    const unlike = nodes.filter((other) => isEmpty(overlap(node[axis], other[axis]))).length;
    return unlike + (isEmpty(overlap(node[axis], { min: page, max: page })) ? 0.5 : 0);
  };
  return nodes.reduce((odd, node) => (misfit(node) > misfit(odd) ? node : odd));
};

/** A tree with each node's range cut to what its own children allow. Conflicts are told once, innermost. */
const fromBelow = (node: TemplateNode, axis: Axis, page: number, conflicts: Conflict[]): TemplateNode => {
  if (node.kind !== 'rows' && node.kind !== 'columns') return node;
  const children = node.children.map((child) => fromBelow(child, axis, page, conflicts));
  const ranges = children.map((child) => child[axis]);
  const list = ranges.map(showRange);
  const own = node[axis];
  const clash = (message: string, at: TemplateNode = node): TemplateNode => {
    conflicts.push({ axis, node: at, message });
    return { ...node, children };
  };
  if (isShared(node, axis)) {
    const gaps = gapsOf(node, axis);
    const needed = total([...ranges, gaps]);
    const range = overlap(own, needed);
    const between = gaps.max === 0 ? '' : ` and ${showRange(gaps)} between them`;
    if (isEmpty(range)) {
      return clash(
        `these ${node.kind} take ${list.join(' + ')}${between} = ${showRange(needed)} ${UNITS[axis]}, but have ${showRange(own)}`,
      );
    }
    return { ...node, children, [axis]: range };
  }
  const common = ranges.reduce(overlap);
  if (isEmpty(common)) {
    const odd = oddOf(children, axis, page);
    return clash(`these ${node.kind} share one ${axis}, but ask for ${list.join(', ')} ${UNITS[axis]}`, odd);
  }
  const range = overlap(own, common);
  if (isEmpty(range))
    return clash(`these ${node.kind} are ${showRange(common)} ${UNITS[axis]}, but have ${showRange(own)}`);
  return { ...node, children, [axis]: range };
};

/** The innermost node of a tree that cannot have the page's size by itself: what stands round it all has its own. */
const culpritOf = (node: TemplateNode, axis: Axis, page: number): TemplateNode => {
  if ((node.kind !== 'rows' && node.kind !== 'columns') || isShared(node, axis)) return node;
  const child = node.children.find((one) => isEmpty(overlap(one[axis], { min: page, max: page })));
  return child === undefined ? node : culpritOf(child, axis, page);
};

/** What to say of it. */
const misfit = (node: TemplateNode, axis: Axis, page: number): string => {
  if (node.kind === 'columns' && axis === 'width') {
    const sum = node.children.map((child) => showRange(child.width)).join(' + ');
    return `these ${node.kind} take ${sum} = ${showRange(node.width)} columns, but have ${page}`;
  }
  const { min, max } = node[axis];
  const what = page < min ? `needs at least ${min}` : `takes at most ${max}`;
  return `the tree ${what} ${UNITS[axis]}, but the page has ${page}`;
};

/** A tree with each node's range cut to what its surroundings leave. */
const fromAbove = (node: TemplateNode, axis: Axis, given: Range): TemplateNode => {
  const range = overlap(node[axis], given);
  if (node.kind !== 'rows' && node.kind !== 'columns') return { ...node, [axis]: range };
  if (!isShared(node, axis)) {
    return { ...node, [axis]: range, children: node.children.map((child) => fromAbove(child, axis, range)) };
  }
  const all = total([...node.children.map((child) => child[axis]), gapsOf(node, axis)]);
  const children = node.children.map((child) => {
    const others = { min: all.min - child[axis].min, max: all.max - child[axis].max };
    return fromAbove(child, axis, { min: range.min - others.max, max: range.max - others.min });
  });
  return { ...node, [axis]: range, children };
};

/**
 * Narrows every range of a tree to what can come true on a page of `columns` by `lines`. Where the tree cannot
 * stand on the page at all, says why and leaves the ranges as they are.
 */
export const narrow = (
  tree: TemplateNode,
  columns: number,
  lines: number,
): { readonly tree: TemplateNode; readonly conflicts: readonly Conflict[] } => {
  const conflicts: Conflict[] = [];
  let narrowed = tree;
  for (const [axis, page] of [
    ['width', columns],
    ['height', lines],
  ] as const) {
    const before = conflicts.length;
    const below = fromBelow(narrowed, axis, page, conflicts);
    if (conflicts.length > before) continue;
    const { min, max } = below[axis];
    if (page >= min && page <= max) narrowed = fromAbove(below, axis, { min: page, max: page });
    else {
      const node = culpritOf(below, axis, page);
      conflicts.push({ axis, node, message: misfit(node, axis, page) });
    }
  }
  return { tree: conflicts.length > 0 ? tree : narrowed, conflicts };
};

/**
 * A tree with only the leaves that hold something, for a page of `columns` by `lines`; null when nothing is left. Where
 * advertisements are left alone, so that nothing can take the place of what is empty, they stand in more of it than is
 * theirs, and the rest stays white.
 */
export const pruneFor = (
  tree: TemplateNode,
  filled: (leaf: LeafNode) => boolean,
  columns: number,
  lines: number,
): TemplateNode | null => {
  const pruned = prune(tree, filled);
  if (pruned === null || narrow(pruned, columns, lines).conflicts.length === 0) return pruned;
  return withWhite(pruned, lines);
};

const withWhite = (node: TemplateNode, lines: number): TemplateNode => {
  if (node.kind === 'rows' || node.kind === 'columns') {
    return { ...node, children: node.children.map((child) => withWhite(child, lines)) };
  }
  if (node.kind !== 'advertisement') return node;
  return { ...node, height: { min: node.height.min, max: lines }, most: node.height.max };
};
