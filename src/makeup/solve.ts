/**
 * The solver: costs of a slicing tree, exactly, by dynamic programming. Under `rows` heights add; under `columns`
 * all children share the height and the columns are divided among them the cheapest way. Walking back down
 * gives every leaf its columns and lines. (Stockmeyer 1983, on curves instead of corner lists.)
 */
import type { Lines } from '../geometry/units.js';
import type { ColumnsNode, LeafNode, RowsNode, TemplateNode } from '../template/types.js';
import { COSTS } from './costs.js';
import { both, type Curve, curveOf, stack, within } from './curve.js';
import type { Strip } from './grid.js';
import { isRuledAcross, rulesDown, type Separator } from './separators.js';

/** A leaf with its place: columns, and lines from the top of the tree. */
export interface PlacedLeaf {
  readonly node: LeafNode;
  readonly strip: Strip;
  readonly top: Lines;
  readonly height: Lines;
  readonly cost: number;
}

/** A node of the tree as it was cut: its place, what it costs with all under it, and its children. */
export interface PlacedNode {
  readonly node: TemplateNode;
  readonly strip: Strip;
  readonly top: Lines;
  readonly height: Lines;
  readonly cost: number;
  readonly children: readonly PlacedNode[];
}

/** The cheapest page that a tree allows. */
export interface Solution {
  readonly cost: number;
  readonly tree: PlacedNode;
  readonly leaves: readonly PlacedLeaf[];
  readonly separators: readonly Separator[];
}

type LeafCurve = (node: LeafNode, strip: Strip) => Curve;

/** A node's curve in a strip of columns, with what is needed to walk back down. */
interface Solved {
  readonly curve: Curve;
  walk(top: Lines, height: Lines): Walked;
}

/** What stands under a node once its height is known. */
interface Walked {
  readonly leaves: readonly PlacedLeaf[];
  readonly separators: readonly Separator[];
  readonly tree: PlacedNode;
}

/**
 * Heights and widths for every leaf of a tree that is `lines` tall and as wide as `strip`, at least cost;
 * null when no choice fits.
 */
export function solve(tree: TemplateNode, strip: Strip, lines: Lines, leafCurve: LeafCurve): Solution | null {
  const memo = new Map<TemplateNode, Map<number, Solved>>();

  const visit = (node: TemplateNode, at: Strip): Solved => {
    let known = memo.get(node);
    if (known === undefined) {
      known = new Map();
      memo.set(node, known);
    }
    const key = at.from * 64 + at.width;
    let solved = known.get(key);
    if (solved === undefined) {
      solved = limit(node, at, solveNode(node, at));
      known.set(key, solved);
    }
    return solved;
  };

  const limit = (node: TemplateNode, at: Strip, solved: Solved): Solved => ({
    curve:
      at.width < node.width.min || at.width > node.width.max
        ? curveOf(lines, () => Infinity)
        : within(solved.curve, node.height.min, node.height.max),
    walk: solved.walk,
  });

  const solveNode = (node: TemplateNode, at: Strip): Solved => {
    if (node.kind === 'rows') return solveRows(node, at);
    if (node.kind === 'columns') return solveColumns(node, at);
    const curve = leafCurve(node, at);
    return {
      curve,
      walk: (top, height) => {
        const cost = curve[height] ?? Infinity;
        const placed = { node, strip: at, top, height, cost };
        return { leaves: [placed], separators: [], tree: { ...placed, children: [] } };
      },
    };
  };

  const solveRows = (node: RowsNode, at: Strip): Solved => {
    const gap = curveOf(lines, (h) =>
      h >= node.gap.min && h <= node.gap.max ? (h - node.gap.min) * COSTS.gapLine : Infinity,
    );
    const children = node.children.map((child) => visit(child, at));
    let curve = children[0]!.curve;
    /** For each later child: how much of the height lies above its gap, and above itself. */
    const steps: { above: readonly number[]; gapAbove: readonly number[] }[] = [];
    for (const child of children.slice(1)) {
      const withGap = stack(curve, gap);
      const joined = stack(withGap.curve, child.curve);
      steps.push({ above: joined.split, gapAbove: withGap.split });
      curve = joined.curve;
    }
    return {
      curve,
      walk: (top, height) => {
        const parts: Walked[] = [];
        const gaps: Separator[] = [];
        let end = height;
        for (let index = children.length - 1; index > 0; index--) {
          const { above, gapAbove } = steps[index - 1]!;
          const start = above[end]!;
          const gapStart = gapAbove[start]!;
          parts.unshift(children[index]!.walk(top + start, end - start));
          gaps.unshift({ kind: 'across', strip: at, top: top + gapStart, height: start - gapStart });
          end = gapStart;
        }
        parts.unshift(children[0]!.walk(top, end));
        const separators = gaps.filter((_, at) => !isRuledAcross(parts[at]!.leaves, parts[at + 1]!.leaves));
        return join({ node, strip: at, top, height, cost: curve[height]! }, parts, separators);
      },
    };
  };

  const solveColumns = (node: ColumnsNode, at: Strip): Solved => {
    const last = node.children.length - 1;
    /** Curves of the children from `index` on in the columns from `from` to the strip's end. */
    const tails = new Map<number, { curve: Curve; widths: readonly number[] }>();
    const tail = (index: number, from: number): { curve: Curve; widths: readonly number[] } => {
      const key = index * 64 + from;
      const known = tails.get(key);
      if (known) return known;
      const child = node.children[index]!;
      const left = at.from + at.width - from;
      const curve = new Array<number>(lines + 1).fill(Infinity);
      const widths = new Array<number>(lines + 1).fill(0);
      const least = index === last ? Math.max(left, child.width.min) : child.width.min;
      for (let width = least; width <= Math.min(left, child.width.max); width++) {
        const own = visit(child, { from, width }).curve;
        const joined = index === last ? own : both(own, tail(index + 1, from + width).curve);
        for (let h = 0; h <= lines; h++) {
          if (joined[h]! < curve[h]!) {
            curve[h] = joined[h]!;
            widths[h] = width;
          }
        }
      }
      const result = { curve, widths };
      tails.set(key, result);
      return result;
    };
    return {
      curve: tail(0, at.from).curve,
      walk: (top, height) => {
        const parts: Walked[] = [];
        const separators: Separator[] = [];
        let from = at.from;
        for (const [index, child] of node.children.entries()) {
          const width = tail(index, from).widths[height]!;
          const left = parts.at(-1);
          const part = visit(child, { from, width }).walk(top, height);
          if (left !== undefined) separators.push(...rulesDown(from, left.leaves, part.leaves));
          parts.push(part);
          from += width;
        }
        return join({ node, strip: at, top, height, cost: tail(0, at.from).curve[height]! }, parts, separators);
      },
    };
  };

  const root = visit(tree, strip);
  const cost = root.curve[lines] ?? Infinity;
  return cost === Infinity ? null : { cost, ...root.walk(0, lines) };
}

/** The parts of a node with the rules between them, where it wants any. */
function join(
  own: Omit<PlacedNode, 'children'> & { readonly node: RowsNode | ColumnsNode },
  parts: readonly Walked[],
  separators: readonly Separator[],
): Walked {
  return {
    leaves: parts.flatMap((part) => part.leaves),
    separators: [...parts.flatMap((part) => part.separators), ...(own.node.rule === 'none' ? [] : separators)],
    tree: { ...own, children: parts.map((part) => part.tree) },
  };
}
