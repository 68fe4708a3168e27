/** The lead plainly the lead: where a page has set headlines of lesser stories as large, they are held below its own. */
import type { Lines, Pt } from '../geometry/units.js';
import type { HeadlineStyle, LeafNode, StoryStyle, Styles } from '../template/types.js';
import { type WeighedHead, weighedHeads } from './faults/lead.js';
import { readPieces } from './faults/read.js';
import { once } from './once.js';
import type { MadePage } from './page.js';
import { factsOf } from './slot-facts.js';
import { type Solved, solveCheapest } from './solve/cheapest.js';
import { curveOf } from './solve/curve.js';
import type { PlacedLeaf } from './solve/solve.js';
import type { Leaf, LeafOf, Setting } from './types.js';

/** A headline beside the lead's is so much of its size at most, as far as its style lets it. */
const BESIDE_LEAD = 0.9;

/**
 * The page with the stories whose headlines come too near to its lead's set again where they stand, by smaller ones;
 * null where the lead is plainly the lead, or they cannot be.
 */
export function besideLead(
  { faults, leaves, pages, sheet, tree }: MadePage,
  leafOf: LeafOf,
  leafIn: (node: LeafNode, house: Setting) => Leaf,
  setting: Setting,
): Solved | null {
  if (tree === null || !faults.some(({ code }) => code === 'lead-outweighed')) return null;
  const { desk, grid, memory } = setting;
  const { lead, lesser } = weighedHeads(readPieces((sheet ?? pages[0]!).frame), factsOf(leaves, setting))!;
  const most = Math.floor(lead.size * BESIDE_LEAD);
  const own = desk.layouts.styles;
  const styles = memory.recall('held-styles', [own, lead.rank, most], () => stylesBeside(lead, most, own));
  const house: Setting = { ...setting, desk: { ...desk, layouts: { ...desk.layouts, styles } } };
  const near = new Set(lesser.flatMap(({ slot, size }) => (size > most ? [slot] : [])));
  const pinnedLeaf = pinned(
    leaves.map(({ placed }) => placed),
    grid.lines,
    (node) => (node.kind === 'story' && near.has(node.slot) ? leafIn(node, house) : leafOf(node)),
  );
  const solution = solveCheapest(tree.node, tree.strip, grid.lines, pinnedLeaf);
  return solution && { solution, leafOf: pinnedLeaf };
}

/** Styles in which no headline of a lesser rank than the lead's is larger than `most`, as far as its least size lets it. */
function stylesBeside({ rank }: WeighedHead, most: Pt, styles: Styles): Styles {
  const held = (headline: HeadlineStyle): HeadlineStyle => {
    const { min, max } = headline.sizes;
    return { ...headline, sizes: { min, max: Math.max(min, Math.min(max, most)) } };
  };
  const stories = [...styles.stories].map(([name, style]): [string, StoryStyle] => [
    name,
    style.rank > rank ? { ...style, headline: held(style.headline) } : style,
  ]);
  return { ...styles, stories: new Map(stories) };
}

/** Leaves that may stand where a page has them, and nowhere else. */
const pinned = (leaves: readonly PlacedLeaf[], lines: Lines, leafOf: LeafOf): LeafOf => {
  const places = new Map(leaves.map((placed) => [placed.node, placed]));
  return once(
    (node: LeafNode) => node,
    (node): Leaf => {
      const leaf = leafOf(node);
      const { strip, height } = places.get(node)!;
      return {
        bound: (at) => {
          const isHere = at.from === strip.from && at.width === strip.width;
          const cost = isHere ? (leaf.cost?.(at, height) ?? leaf.bound(at)[height] ?? Infinity) : Infinity;
          return curveOf(lines, (high) => (high === height ? cost : Infinity));
        },
        layOut: leaf.layOut,
      };
    },
  );
};
