/** Slicing trees for a template's free region, from the day's copy: the most promising ones, to be made up in earnest. */
import type { Columns, Lines } from '../../geometry/units.js';
import { narrow } from '../../template/narrow.js';
import { freeIn, prune } from '../../template/nodes.js';
import type { FreeNode, LeafNode, StoryNode, Template, TemplateNode } from '../../template/types.js';
import { COSTS } from '../costs.js';
import { type Curve, curveOf } from '../curve.js';
import type { Leaf, Setting } from '../types.js';
import { type Form, type Piece, type SubsetCosts, subsetCosts } from './subsets.js';
import { type Cut, shapeName, waysOf } from './ways.js';

/** Trees that are made up in earnest, at most. */
const TREES = 12;

/** Costs from which a tree is left out, unless there is no other: first those with a line of white or overset. */
const LIMITS: readonly number[] = [COSTS.whiteLine, COSTS.overset + 30 * COSTS.oversetLine, Infinity];

/** A story that the template names no slot for. */
export interface FreeStory {
  readonly slot: string;
  readonly hasPictures: boolean;
}

type LeafOf = (node: LeafNode) => Leaf;
/** What each story may be, the weightiest first. */
type Choices = readonly (readonly StoryNode[])[];

/** The ways to cut a free region that are worth making up. */
export interface FreeCuts {
  /** The most promising first. */
  readonly trees: readonly TemplateNode[];
  /** What each story may be, by its slot. */
  readonly choices: ReadonlyMap<string, readonly StoryNode[]>;
  /** The slot of the weightiest story. */
  readonly lead: string;
  /** The template with a tree in the region's place. */
  inPlace(tree: TemplateNode): Template;
}

/** Cuts a template's free region for the stories of the day, the weightiest first; there is one at least. */
export function cutFree(
  template: Template,
  stories: readonly FreeStory[],
  fills: (slot: string) => boolean,
  leafOf: LeafOf,
  setting: Setting,
): FreeCuts {
  const { columns, lines } = setting.grid;
  const free = freeIn(template.tree)!;
  const filled = prune(template.tree, (leaf) => leaf === free || !('slot' in leaf) || fills(leaf.slot))!;
  const room = freeIn(narrow(filled, columns, lines).tree)!;
  const choices = choicesOf(free, stories, setting);
  const base = { width: { min: 1, max: columns }, height: { min: 1, max: lines }, span: free.span, rule: free.rule };
  // Sizes are left to the solver, which knows what things cost in full.
  const treeOf = (cut: Cut): TemplateNode => {
    if (cut.kind === 'story') return cheapestPiece(choices[cut.story]!, cut, leafOf);
    const children = cut.children.map(treeOf);
    return cut.kind === 'rows'
      ? { kind: 'rows', ...base, children, gap: free.gap }
      : { kind: 'columns', ...base, children };
  };
  return {
    trees: cheapestCuts(choices, room, leafOf, setting).map(treeOf),
    choices: new Map(stories.map(({ slot }, index) => [slot, choices[index]!])),
    lead: stories[0]!.slot,
    inPlace: (tree) => ({ ...template, tree: replaced(template.tree, free, tree) }),
  };
}

/** One with pictures takes a piece that shows them, where there is one. */
function choicesOf(free: FreeNode, stories: readonly FreeStory[], { memory }: Setting): Choices {
  return stories.map(({ slot, hasPictures }, index) => {
    const own = free.pieces.filter(({ for: { min, max } }) => index + 1 >= min && index + 1 <= max);
    const fitting = own.filter(({ story }) => (story.picture !== null) === hasPictures);
    return (fitting.length > 0 ? fitting : own).map(({ story }) =>
      memory.recall('free-story', [story, slot], () => ({ ...story, slot })),
    );
  });
}

/** The cheapest trees for the stories in the room they have, each shape once; all stacked up where there is none. */
function cheapestCuts(choices: Choices, room: FreeNode, leafOf: LeafOf, { grid }: Setting): readonly Cut[] {
  const [columns, lines] = [room.width.max, room.height.max];
  const curve = (story: number, width: Columns): Curve =>
    curveOf(lines, (height) => Math.min(...choices[story]!.map((node) => costOf(node, width, height, leafOf))));
  const region = { stories: choices.length, columns, lines, gap: room.gap, curve };
  for (const limit of LIMITS) {
    const costs = subsetCosts(region, limit);
    // Across the whole page first, so that no gutter runs down it (通缝).
    for (const form of columns === grid.columns ? (['not-down', 'any'] as const) : (['any'] as const)) {
      const cuts = cheapest(costs, rootsOf(choices.length, room, form));
      if (cuts.length > 0) return cuts;
    }
  }
  const story = (_: unknown, index: number): Cut => ({ kind: 'story', story: index, width: columns, height: lines });
  return [{ kind: 'rows', children: choices.map(story) }];
}

/** What a story costs at least as one of the pieces that it may be. */
function costOf(node: StoryNode, columns: Columns, lines: Lines, leafOf: LeafOf): number {
  const { width, height } = node;
  const isAllowed = columns >= width.min && columns <= width.max && lines >= height.min && lines <= height.max;
  return isAllowed ? leafOf(node).bound({ from: 0, width: columns })[lines]! : Infinity;
}

/** The whole region, at each size that the template leaves it. */
function rootsOf(stories: number, { width, height }: FreeNode, form: Form): readonly Piece[] {
  const roots: Piece[] = [];
  for (let wide = width.min; wide <= width.max; wide++) {
    for (let high = height.min; high <= height.max; high++) {
      roots.push({ form, set: (1 << stories) - 1, width: wide, height: high });
    }
  }
  return roots;
}

/** The cheapest shapes that any of the roots has. */
function cheapest(costs: SubsetCosts, roots: readonly Piece[]): readonly Cut[] {
  const nth = waysOf(costs);
  const ranks = roots.map(() => 0);
  const found = new Map<string, Cut>();
  while (found.size < TREES) {
    const next = roots.map((root, at) => nth(root, ranks[at]!));
    const at = next.reduce(
      (best, way, index) => ((way?.cost ?? Infinity) < (next[best]?.cost ?? Infinity) ? index : best),
      0,
    );
    const way = next[at] ?? null;
    if (way === null) break;
    ranks[at] = ranks[at]! + 1;
    const name = shapeName(way.cut);
    if (!found.has(name)) found.set(name, way.cut);
  }
  return [...found.values()];
}

/** The piece that is the cheapest at the size a story was found for. */
function cheapestPiece(
  nodes: readonly StoryNode[],
  { width, height }: Pick<Piece, 'width' | 'height'>,
  leafOf: LeafOf,
): StoryNode {
  const costs = nodes.map((node) => costOf(node, width, height, leafOf));
  return nodes[costs.indexOf(Math.min(...costs))]!;
}

/** A tree with another node in the place of one of its own. */
const replaced = (tree: TemplateNode, node: TemplateNode, by: TemplateNode): TemplateNode => {
  if (tree === node) return by;
  if (tree.kind !== 'rows' && tree.kind !== 'columns') return tree;
  return { ...tree, children: tree.children.map((child) => replaced(child, node, by)) };
};
