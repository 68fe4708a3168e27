/**
 * The solver: costs of a slicing tree, exactly, by dynamic programming. Under `rows` heights add; under `columns`
 * all children share the height and the columns are divided among them the cheapest way. Walking back down
 * gives every leaf its columns and lines. (Stockmeyer 1983, on curves instead of corner lists.)
 */
import type { Lines } from '../../geometry/units.js';
import type { ColumnsNode, LeafNode, RowsNode, TemplateNode } from '../../template/types.js';
import { COSTS } from '../costs.js';
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

/** What solving a node asks of the tree round it. */
interface Solving {
  readonly lines: Lines;
  leafCurve: LeafCurve;
  /** A node solved in a strip, once. */
  solved(node: TemplateNode, at: Strip): Solved;
}

/**
 * Heights and widths for every leaf of a tree that is `lines` tall and as wide as `strip`, at least cost;
 * null when no choice fits.
 */
export function solve(tree: TemplateNode, strip: Strip, lines: Lines, leafCurve: LeafCurve): Solution | null {
  const known = new Map<TemplateNode, Map<number, Solved>>();
  const solving: Solving = {
    lines,
    leafCurve,
    solved: (node, at) => {
      let own = known.get(node);
      if (own === undefined) {
        own = new Map();
        known.set(node, own);
      }
      const key = at.from * WIDER_THAN_ANY + at.width;
      let solved = own.get(key);
      if (solved === undefined) {
        solved = limited(node, at, solveNode(node, at, solving), lines);
        own.set(key, solved);
      }
      return solved;
    },
  };
  const root = solving.solved(tree, strip);
  const cost = root.curve[lines] ?? Infinity;
  return cost === Infinity ? null : { cost, ...root.walk(0, lines) };
}

/** More than the columns of any page: paper.yaml has 24 at most, a spread twice as many. */
const WIDER_THAN_ANY = 64;

/** A node as wide and as high as its template lets it be. */
const limited = (node: TemplateNode, { width }: Strip, { curve, walk }: Solved, lines: Lines): Solved => ({
  curve:
    width < node.width.min || width > node.width.max
      ? curveOf(lines, () => Infinity)
      : within(curve, node.height.min, node.height.max),
  walk,
});

function solveNode(node: TemplateNode, at: Strip, solving: Solving): Solved {
  if (node.kind === 'rows') return solveRows(node, at, solving);
  return node.kind === 'columns' ? solveColumns(node, at, solving) : solveLeaf(node, at, solving);
}

function solveLeaf(node: LeafNode, at: Strip, { leafCurve }: Solving): Solved {
  const curve = leafCurve(node, at);
  return {
    curve,
    walk: (top, height) => {
      const cost = curve[height] ?? Infinity;
      const placed = { node, strip: at, top, height, cost };
      return { leaves: [placed], separators: [], tree: { ...placed, children: [] } };
    },
  };
}

/** Pieces under each other: heights add, with a gap between each two. */
function solveRows(node: RowsNode, at: Strip, { lines, solved }: Solving): Solved {
  const gap = curveOf(lines, (h) =>
    h >= node.gap.min && h <= node.gap.max ? (h - node.gap.min) * COSTS.gapLine : Infinity,
  );
  const children = node.children.map((child) => solved(child, at));
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
}

/** Children of `columns` from one on, in the columns that are left: what heights cost, and how wide the first then is. */
interface Tail {
  readonly curve: Curve;
  readonly widths: readonly number[];
}

/** Pieces beside each other in one height: costs add, and the columns are divided among them the cheapest way. */
function solveColumns(node: ColumnsNode, at: Strip, { lines, solved }: Solving): Solved {
  const last = node.children.length - 1;
  const tails = new Map<number, Tail>();
  /** The tail of the children from `index` on, in the columns from `from` to the strip's end. */
  const tail = (index: number, from: number): Tail => {
    const key = index * WIDER_THAN_ANY + from;
    const known = tails.get(key);
    if (known) return known;
    const child = node.children[index]!;
    const left = at.from + at.width - from;
    const curve = new Array<number>(lines + 1).fill(Infinity);
    const widths = new Array<number>(lines + 1).fill(0);
    const least = index === last ? Math.max(left, child.width.min) : child.width.min;
    for (let width = least; width <= Math.min(left, child.width.max); width++) {
      const own = solved(child, { from, width }).curve;
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
  const { curve } = tail(0, at.from);
  return {
    curve,
    walk: (top, height) => {
      const parts: Walked[] = [];
      const separators: Separator[] = [];
      let from = at.from;
      for (const [index, child] of node.children.entries()) {
        const width = tail(index, from).widths[height]!;
        const left = parts.at(-1);
        const part = solved(child, { from, width }).walk(top, height);
        if (left !== undefined) separators.push(...rulesDown(from, left.leaves, part.leaves));
        parts.push(part);
        from += width;
      }
      return join({ node, strip: at, top, height, cost: curve[height]! }, parts, separators);
    },
  };
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
