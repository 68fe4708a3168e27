/** Slicing trees for a template's free region, from the day's copy: the most promising ones, to be made up in earnest. */
import type { Columns, Lines } from '../../geometry/units.js';
import { narrow, pruneFor } from '../../template/narrow.js';
import { freeIn } from '../../template/nodes.js';
import type { FreeNode, LeafNode, Template, TemplateNode } from '../../template/types.js';
import { COSTS } from '../costs.js';
import type { Curve } from '../solve/curve.js';
import type { LeafOf, Setting } from '../types.js';
import { type Arranged, arranged } from './arrange.js';
import { gutterCost, guttersOver } from './gutters.js';
import { type Choices, cheapestPiece, choicesOf, curveOfAny, type FreeCopy, type PieceNode } from './pieces.js';
import { type Piece, type SubsetCosts, subsetCosts } from './subsets.js';
import { type Cut, shapeName, waysOf } from './ways.js';

/** Trees that are looked at, and those of them that are made up in earnest, at most. */
const LOOKED_AT = 100;
const MADE_UP = 12;

/** What a story may not cost, unless there is no tree without: first a line of white, or one overset. */
const LIMITS: readonly number[] = [COSTS.whiteLine, COSTS.overset + 30 * COSTS.oversetLine, Infinity];

/** The ways to cut a free region that are worth making up. */
export interface FreeCuts {
  /** The most promising first. */
  readonly trees: readonly TemplateNode[];
  /** What each story may be, in all styles, by its slot. */
  readonly styled: ReadonlyMap<string, readonly PieceNode[]>;
  /** The slot of the weightiest piece. */
  readonly lead: string;
  /** The template with a tree in the region's place. */
  inPlace(tree: TemplateNode): Template;
}

/** Cuts a template's free region for the copy of the day, the weightiest first; there is one piece at least. */
export function cutFree(
  template: Template,
  copy: readonly FreeCopy[],
  fills: (slot: string) => boolean,
  leafOf: LeafOf,
  setting: Setting,
): FreeCuts {
  const { columns, lines } = setting.grid;
  const free = freeIn(template.tree)!;
  const isFull = (leaf: LeafNode): boolean => leaf === free || !('slot' in leaf) || fills(leaf.slot);
  const filled = pruneFor(template.tree, isFull, columns, lines)!;
  const room = freeIn(narrow(filled, columns, lines).tree)!;
  const choices = choicesOf(free, copy, setting);
  const base = { width: { min: 1, max: columns }, height: { min: 1, max: lines }, span: free.span, rule: free.rule };
  // Sizes are left to the solver, which knows what things cost in full.
  const treeOf = (cut: Cut): TemplateNode => {
    if (cut.kind === 'story') return cheapestPiece(choices[cut.story]!.pieces, cut, leafOf);
    const children = cut.children.map(treeOf);
    return cut.kind === 'rows'
      ? { kind: 'rows', ...base, children, gap: free.gap }
      : { kind: 'columns', ...base, children };
  };
  return {
    trees: cheapestCuts(choices, room, guttersOver(filled, free), leafOf, setting).map(treeOf),
    styled: new Map(copy.map(({ slot }, index) => [slot, choices[index]!.styled])),
    lead: copy[0]!.slot,
    inPlace: (tree) => ({ ...template, tree: replaced(template.tree, free, tree) }),
  };
}

/** The cheapest trees for the stories in the room they have, each shape once; all stacked up where there is none. */
function cheapestCuts(
  choices: Choices,
  room: FreeNode,
  over: readonly Columns[],
  leafOf: LeafOf,
  { grid }: Setting,
): readonly Cut[] {
  const [columns, lines] = [room.width.max, room.height.max];
  const curves = choices.map(({ pieces }) =>
    Array.from({ length: columns }, (_, index) => curveOfAny(pieces, index + 1, lines, leafOf)),
  );
  const gutter = (height: Lines): number => gutterCost(height, grid.lines);
  for (const limit of LIMITS) {
    const curve = (story: number, width: Columns): Curve =>
      curves[story]![width - 1]!.map((cost) => (cost < limit ? cost : Infinity));
    const costs = subsetCosts({ stories: choices.length, columns, lines, gap: room.gap, gutter, curve });
    const cuts = cheapest(costs, rootsOf(choices.length, room), over);
    if (cuts.length > 0) return cuts;
  }
  const story = (_: unknown, index: number): Cut => ({ kind: 'story', story: index, width: columns, height: lines });
  return [{ kind: 'rows', children: choices.map(story) }];
}

/** The whole region, at each size that the template leaves it. */
function rootsOf(stories: number, { width, height }: FreeNode): readonly Piece[] {
  const roots: Piece[] = [];
  for (let wide = width.min; wide <= width.max; wide++) {
    for (let high = height.min; high <= height.max; high++) {
      roots.push({ form: 'any', set: (1 << stories) - 1, width: wide, height: high });
    }
  }
  return roots;
}

/** The cheapest shapes that any of the roots has, gutters that meet counted in. */
function cheapest(costs: SubsetCosts, roots: readonly Piece[], over: readonly Columns[]): readonly Cut[] {
  const nth = waysOf(costs);
  const ranks = roots.map(() => 0);
  const found = new Map<string, Arranged>();
  while (found.size < LOOKED_AT) {
    const next = roots.map((root, at) => nth(root, ranks[at]!));
    const at = next.reduce(
      (best, way, index) => ((way?.cost ?? Infinity) < (next[best]?.cost ?? Infinity) ? index : best),
      0,
    );
    const way = next[at] ?? null;
    if (way === null) break;
    ranks[at] = ranks[at]! + 1;
    const name = shapeName(way.cut);
    if (found.has(name)) continue;
    const { cut, cost } = arranged(way.cut, over);
    found.set(name, { cut, cost: way.cost + cost });
  }
  const sorted = [...found.values()].sort((one, other) => one.cost - other.cost);
  return sorted.slice(0, MADE_UP).map(({ cut }) => cut);
}

/** A tree with another node in the place of one of its own. */
const replaced = (tree: TemplateNode, node: TemplateNode, by: TemplateNode): TemplateNode => {
  if (tree === node) return by;
  if (tree.kind !== 'rows' && tree.kind !== 'columns') return tree;
  return { ...tree, children: tree.children.map((child) => replaced(child, node, by)) };
};
