/** Why none of a page's templates can hold its stories, as far as single slots say it. */
import { error } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import { dividedMeasure, MOST_IN_COLUMN } from '../geometry/columns.js';
import type { Columns, Lines } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { narrow } from '../template/narrow.js';
import { leavesOf } from '../template/nodes.js';
import type { LeafNode, TemplateNode } from '../template/types.js';
import type { PageGrid, Strip } from './solve/grid.js';
import type { Leaf, LeafOf } from './types.js';

/** A template's tree as this page has it, and its leaves, which it cannot hold. */
export interface Stuck {
  readonly tree: TemplateNode;
  readonly leafOf: LeafOf;
}

/** The error, at the first story that its own slot cannot hold in any of the templates, else at the page. */
export function impossible(plan: PagePlan, stuck: readonly Stuck[], grid: PageGrid): readonly Diagnostic[] {
  const names = plan.layouts.map((name) => `“${name}”`).join(', ');
  const reasons = stuck.map(({ tree, leafOf }) => {
    const narrowed = leavesOf(narrow(tree, grid.columns, grid.lines).tree);
    return leavesOf(tree).flatMap((node, index) => reasonOf(narrowed[index]!, leafOf(node), plan, grid));
  });
  const isSaid = reasons.length > 0 && reasons.every((own) => own.length > 0);
  const said = isSaid ? [...new Map(reasons.flat().map((one) => [one.text, one])).values()] : [];
  const where = said.map(({ slot }) => plan.slots.get(slot)?.span).find((span) => span !== undefined);
  const why = said.length > 0 ? `: ${said.map(({ text }) => text).join('; ')}` : '';
  const message = `page ${plan.numbers.join('–')}: no template of ${names} can hold these stories${why}`;
  const hint = wayOut(said.map(({ kind }) => kind));
  return [error('page-impossible', message, { hint, span: where ?? plan.span })];
}

/** What to do, by the kinds of the slots that cannot hold what is placed in them. */
function wayOut(kinds: readonly LeafNode['kind'][]): string {
  if (kinds.length === 0) return 'widen the heights or widths of its slots, or choose another layout';
  if (kinds.every((kind) => kind === 'teaser'))
    return 'point to fewer articles, give the slot more columns or lines, or choose another layout';
  return 'shorten what stands over its text or its captions, take away pictures, give the slot more columns or lines, divide it into fewer columns, or choose another layout';
}

/** Why a slot can hold what is placed in it at no width that it may have; none where it can. */
function reasonOf(
  node: LeafNode,
  leaf: Leaf,
  plan: PagePlan,
  grid: PageGrid,
): readonly { readonly slot: string; readonly kind: LeafNode['kind']; readonly text: string }[] {
  if (!('slot' in node)) return [];
  const widest = Math.min(node.width.max, grid.columns);
  let least: Lines = Infinity;
  for (let width = Math.max(1, node.width.min); width <= widest; width++) {
    for (const strip of stripsOf(width, grid)) {
      const curve = leaf.bound(strip);
      const own = curve.findIndex((cost, height) => cost < Infinity && height >= node.height.min);
      if (own >= 0) least = Math.min(least, own);
    }
  }
  if (least <= node.height.max) return [];
  const { slot } = node;
  const placed = plan.slots.get(slot);
  const what = placed !== undefined && 'article' in placed ? `story “${placed.article}”` : 'what stands';
  const text =
    least === Infinity
      ? (tooManyColumns(node, widest, grid) ?? `${what} in slot “${slot}” finds room at no height`)
      : `${what} in slot “${slot}” needs at least ${least} lines, and has ${node.height.max} at most`;
  return [{ slot, kind: node.kind, text }];
}

/** Where a piece of a width may stand, as far as that matters to it: on one page, and across the fold. */
const stripsOf = (width: Columns, grid: PageGrid): readonly Strip[] => {
  const across = { from: Math.max(0, grid.columns / 2 - 1), width };
  return grid.folds(across) && across.from + width <= grid.columns
    ? [{ from: 0, width }, across]
    : [{ from: 0, width }];
};

/** A story's columns that would be slivers. */
function tooManyColumns(node: LeafNode, widest: Columns, grid: PageGrid): string | null {
  if (node.kind !== 'story' || node.divide === null || node.divide.min <= widest * MOST_IN_COLUMN) return null;
  const { min } = node.divide;
  const most = widest * MOST_IN_COLUMN;
  const measure = (count: number): number =>
    dividedMeasure(count, widest, { measure: grid.measure, gap: grid.gap / grid.bodySize });
  return `slot “${node.slot}” is divided into ${min} columns of ${measure(min)} characters, and has room for ${most} at most, of ${measure(most)}`;
}
