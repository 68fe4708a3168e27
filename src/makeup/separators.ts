/** The rules between the pieces of a page: none where a piece brings one of its own. */
import type { Columns, Lines } from '../geometry/units.js';
import type { LeafNode, TemplateNode } from '../template/types.js';
import type { Strip } from './grid.js';

/** A rule between two pieces: across in a gap of lines, or down in the gap left of a column. */
export type Separator =
  | { readonly kind: 'across'; readonly strip: Strip; readonly top: Lines; readonly height: Lines }
  | { readonly kind: 'down'; readonly before: Columns; readonly top: Lines; readonly height: Lines };

/** A leaf where it stands. */
interface Placed {
  readonly node: LeafNode;
  readonly strip: Strip;
  readonly top: Lines;
  readonly height: Lines;
}

/** Whether a piece's own frame or tint parts it from its neighbours: a rule beside that would be a second one. */
const isFramed = (node: TemplateNode): boolean => 'box' in node && node.box !== 'none';
const isBoxed = ({ node }: Placed): boolean => isFramed(node);

/** Whether a piece has a rule of its own at its foot, or at its top: a box's runs all round it. */
const isRuledUnder = (leaf: Placed): boolean =>
  leaf.node.kind === 'folio' || leaf.node.kind === 'strip' || isBoxed(leaf);
const isRuledOver = (leaf: Placed): boolean =>
  leaf.node.kind === 'imprint' || leaf.node.kind === 'strip' || isBoxed(leaf);

const footOf = ({ top, height }: Placed): Lines => top + height;

/** Whether the pieces of a gap's one side, or of its other, all bring a rule that parts them from what is beyond it. */
export function isRuledAcross(above: readonly Placed[], below: readonly Placed[]): boolean {
  const foot = Math.max(...above.map(footOf));
  const top = Math.min(...below.map((leaf) => leaf.top));
  return (
    above.filter((leaf) => footOf(leaf) === foot).every(isRuledUnder) ||
    below.filter((leaf) => leaf.top === top).every(isRuledOver)
  );
}

/** Whether one of two pieces side by side has a frame that parts them. */
export const isRuledDown = (left: TemplateNode, right: TemplateNode): boolean => isFramed(left) || isFramed(right);
