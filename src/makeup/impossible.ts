/** Why none of a page's templates can hold its stories, as far as single slots say it. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { Lines } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { leavesOf } from '../template/nodes.js';
import type { LeafNode, TemplateNode } from '../template/types.js';
import type { PageGrid } from './grid.js';
import type { Leaf } from './types.js';

/** A template's tree as this page has it, and its leaves. */
export interface Tried {
  readonly tree: TemplateNode;
  leaf(node: LeafNode): Leaf;
}

/** The error, at the first story that its own slot cannot hold in any of the templates, else at the page. */
export function impossible(plan: PagePlan, tried: readonly Tried[], grid: PageGrid): readonly Diagnostic[] {
  const names = plan.layouts.map((name) => `“${name}”`).join(', ');
  const stuck = tried.map(({ tree, leaf }) => leavesOf(tree).flatMap((node) => reasonOf(node, leaf(node), plan, grid)));
  const reasons = [...new Map(stuck.flat().map((one) => [one.text, one])).values()];
  const said = stuck.length > 0 && stuck.every((own) => own.length > 0) ? reasons : [];
  const where = said.map(({ slot }) => plan.slots.get(slot)?.span).find((span) => span !== undefined);
  return [
    {
      code: 'page-impossible',
      severity: 'error',
      message: `page ${plan.numbers.join('–')}: no template of ${names} can hold these stories${said.length > 0 ? `: ${said.map(({ text }) => text).join('; ')}` : ''}`,
      hint:
        said.length > 0
          ? 'shorten what stands over its text or its captions, take away pictures, give the slot more columns or lines, or choose another layout'
          : 'widen the heights or widths of its slots, or choose another layout',
      span: where ?? plan.span,
    },
  ];
}

/** Why a slot can hold what is placed in it at no width that it may have; none where it can. */
function reasonOf(
  node: LeafNode,
  leaf: Leaf,
  plan: PagePlan,
  grid: PageGrid,
): readonly { readonly slot: string; readonly text: string }[] {
  if (!('slot' in node)) return [];
  let least: Lines = Infinity;
  for (let width = Math.max(1, node.width.min); width <= Math.min(node.width.max, grid.columns); width++) {
    const curve = leaf.bound({ from: 0, width });
    const own = curve.findIndex((cost, height) => cost < Infinity && height >= node.height.min);
    if (own >= 0) least = Math.min(least, own);
  }
  if (least <= node.height.max) return [];
  const { slot } = node;
  const placed = plan.slots.get(slot);
  const what = placed !== undefined && 'article' in placed ? `story “${placed.article}”` : 'what stands';
  const text =
    least === Infinity
      ? `${what} in slot “${slot}” finds room at no height`
      : `${what} in slot “${slot}” needs at least ${least} lines, and has ${node.height.max} at most`;
  return [{ slot, text }];
}
