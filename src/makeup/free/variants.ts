/** Trees that cost the solver as much as one, or nearly: where faults show that only the whole page shows. */
import { slotsOf } from '../../template/nodes.js';
import type { TemplateNode } from '../../template/types.js';
import type { PieceNode } from './pieces.js';

/** The tree with one row of pieces the other way round, each in turn; the weightiest story keeps its side. */
export function mirrored(tree: TemplateNode, lead: string): readonly TemplateNode[] {
  if (tree.kind !== 'rows' && tree.kind !== 'columns') return [];
  const within = tree.children.flatMap((child, index) =>
    mirrored(child, lead).map((other) => ({ ...tree, children: tree.children.with(index, other) })),
  );
  if (tree.kind === 'rows' || slotsOf(tree).includes(lead)) return within;
  return [{ ...tree, children: tree.children.toReversed() }, ...within];
}

/** The tree with one of its stories in another style, each of those that clash in turn. */
export function restyled(
  tree: TemplateNode,
  clashing: readonly (string | null)[],
  styled: ReadonlyMap<string, readonly PieceNode[]>,
): readonly TemplateNode[] {
  if (tree.kind === 'rows' || tree.kind === 'columns') {
    return tree.children.flatMap((child, index) =>
      restyled(child, clashing, styled).map((other) => ({ ...tree, children: tree.children.with(index, other) })),
    );
  }
  if (tree.kind !== 'story' || !clashing.includes(tree.slot)) return [];
  return (styled.get(tree.slot) ?? []).filter(
    (other) => other.kind === 'story' && other.style !== tree.style && other.headline === tree.headline,
  );
}
