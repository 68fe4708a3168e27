/** The rules between the pieces of a page: none where a piece brings one of its own. */
import type { Columns, Lines } from '../../geometry/units.js';
import type { LeafNode } from '../../template/types.js';
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
const isBoxed = ({ node }: Placed): boolean => 'box' in node && node.box !== 'none';

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

/** The rules in the gap left of a column: beside pieces that neither at the left nor at the right are boxed. */
export function rulesDown(before: Columns, left: readonly Placed[], right: readonly Placed[]): readonly Separator[] {
  const beside = stretchesOf(right.filter(({ strip }) => strip.from === before));
  return stretchesOf(left.filter(({ strip }) => strip.from + strip.width === before)).flatMap((own) =>
    beside.flatMap((other): readonly Separator[] => {
      const top = Math.max(own.top, other.top);
      const height = Math.min(own.foot, other.foot) - top;
      return height > 0 ? [{ kind: 'down', before, top, height }] : [];
    }),
  );
}

interface Stretch {
  readonly top: Lines;
  readonly foot: Lines;
}

/** Pieces under each other, from the top: where they go on without a box between them. */
const stretchesOf = (leaves: readonly Placed[]): readonly Stretch[] =>
  leaves.reduce<readonly Stretch[]>((stretches, leaf, index) => {
    if (isBoxed(leaf)) return stretches;
    const last = stretches.at(-1);
    const goesOn = last !== undefined && !isBoxed(leaves[index - 1]!);
    const own = { top: goesOn ? last.top : leaf.top, foot: footOf(leaf) };
    return [...(goesOn ? stretches.slice(0, -1) : stretches), own];
  }, []);
