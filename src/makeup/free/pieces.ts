/** What the stories and advertisements of a free region may be, and what each costs so. */
import type { Columns, Lines } from '../../geometry/units.js';
import type { Sold } from '../../issue/types.js';
import type { AdvertisementNode, FreeNode, FreePiece, StoryNode } from '../../template/types.js';
import { type Curve, curveOf } from '../solve/curve.js';
import type { LeafOf, Setting } from '../types.js';

/** What the template names no slot for: a story, or an advertisement at its size. */
export type FreeCopy =
  | { readonly kind: 'story'; readonly slot: string; readonly hasPictures: boolean }
  | { readonly kind: 'advertisement'; readonly slot: string; readonly sold: Sold };

/** What such copy may be on the page. */
export type PieceNode = StoryNode | AdvertisementNode;

/** What each piece may be, the weightiest first. */
export type Choices = readonly { readonly pieces: readonly PieceNode[]; readonly styled: readonly PieceNode[] }[];

/**
 * What a story may be: one with pictures takes a piece that shows them, where there is one. `styled` has each of its
 * pieces in all their styles, of which they take one in turn.
 */
export function choicesOf(free: FreeNode, copy: readonly FreeCopy[], { memory }: Setting): Choices {
  return copy.map((one, index) => {
    const { slot } = one;
    if (one.kind === 'advertisement') {
      const node = memory.recall('free-advertisement', [free, slot, one.sold], () => soldNode(free, slot, one.sold));
      return { pieces: [node], styled: [node] };
    }
    const own = free.pieces.filter(({ for: { min, max } }) => index + 1 >= min && index + 1 <= max);
    const fitting = own.filter(({ story }) => (story.picture !== null) === one.hasPictures);
    const pieces = fitting.length > 0 ? fitting : own;
    const styled = ({ story }: FreePiece, style: string): StoryNode =>
      memory.recall('free-story', [story, slot, style], () => ({ ...story, slot, style }));
    return {
      pieces: pieces.map((piece) => styled(piece, piece.styles[index % piece.styles.length]!)),
      styled: pieces.flatMap((piece) => piece.styles.map((style) => styled(piece, style))),
    };
  });
}

const soldNode = ({ span }: FreeNode, slot: string, { mm, columns, lines }: Sold): AdvertisementNode => ({
  kind: 'advertisement',
  slot,
  width: { min: columns, max: columns },
  height: { min: lines, max: lines },
  mm,
  span,
});

/** What heights cost a story at least, as the cheapest of the pieces that it may be. */
export const curveOfAny = (nodes: readonly PieceNode[], width: Columns, lines: Lines, leafOf: LeafOf): Curve =>
  curveOf(lines, (height) => Math.min(...nodes.map((node) => costOf(node, width, height, leafOf))));

/** The piece that is the cheapest at the size a story was found for. */
export function cheapestPiece(
  nodes: readonly PieceNode[],
  { width, height }: { readonly width: Columns; readonly height: Lines },
  leafOf: LeafOf,
): PieceNode {
  const costs = nodes.map((node) => costOf(node, width, height, leafOf));
  return nodes[costs.indexOf(Math.min(...costs))]!;
}

/** What a story costs at least as one of the pieces that it may be. */
function costOf(node: PieceNode, columns: Columns, lines: Lines, leafOf: LeafOf): number {
  const { width, height } = node;
  const isAllowed = columns >= width.min && columns <= width.max && lines >= height.min && lines <= height.max;
  return isAllowed ? leafOf(node).bound({ from: 0, width: columns })[lines]! : Infinity;
}
