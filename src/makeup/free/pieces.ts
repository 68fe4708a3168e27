/** What the stories of a free region may be, and what each costs so. */
import type { Columns, Lines } from '../../geometry/units.js';
import type { FreeNode, FreePiece, LeafNode, StoryNode } from '../../template/types.js';
import { type Curve, curveOf } from '../curve.js';
import type { Leaf, Setting } from '../types.js';

/** A story that the template names no slot for. */
export interface FreeStory {
  readonly slot: string;
  readonly hasPictures: boolean;
}

/** The leaf of a node on this page. */
export type LeafOf = (node: LeafNode) => Leaf;
/** What each story may be, the weightiest first. */
export type Choices = readonly { readonly pieces: readonly StoryNode[]; readonly styled: readonly StoryNode[] }[];

/**
 * What a story may be: one with pictures takes a piece that shows them, where there is one. `styled` has each of its
 * pieces in all their styles, of which they take one in turn.
 */
export function choicesOf(free: FreeNode, stories: readonly FreeStory[], { memory }: Setting): Choices {
  return stories.map(({ slot, hasPictures }, index) => {
    const own = free.pieces.filter(({ for: { min, max } }) => index + 1 >= min && index + 1 <= max);
    const fitting = own.filter(({ story }) => (story.picture !== null) === hasPictures);
    const pieces = fitting.length > 0 ? fitting : own;
    const styled = ({ story }: FreePiece, style: string): StoryNode =>
      memory.recall('free-story', [story, slot, style], () => ({ ...story, slot, style }));
    return {
      pieces: pieces.map((piece) => styled(piece, piece.styles[index % piece.styles.length]!)),
      styled: pieces.flatMap((piece) => piece.styles.map((style) => styled(piece, style))),
    };
  });
}

/** What heights cost a story at least, as the cheapest of the pieces that it may be. */
export const curveOfAny = (nodes: readonly StoryNode[], width: Columns, lines: Lines, leafOf: LeafOf): Curve =>
  curveOf(lines, (height) => Math.min(...nodes.map((node) => costOf(node, width, height, leafOf))));

/** The piece that is the cheapest at the size a story was found for. */
export function cheapestPiece(
  nodes: readonly StoryNode[],
  { width, height }: { readonly width: Columns; readonly height: Lines },
  leafOf: LeafOf,
): StoryNode {
  const costs = nodes.map((node) => costOf(node, width, height, leafOf));
  return nodes[costs.indexOf(Math.min(...costs))]!;
}

/** What a story costs at least as one of the pieces that it may be. */
function costOf(node: StoryNode, columns: Columns, lines: Lines, leafOf: LeafOf): number {
  const { width, height } = node;
  const isAllowed = columns >= width.min && columns <= width.max && lines >= height.min && lines <= height.max;
  return isAllowed ? leafOf(node).bound({ from: 0, width: columns })[lines]! : Infinity;
}
