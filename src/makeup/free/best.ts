/** The best page among the ways to cut a free region. */
import type { Template, TemplateNode } from '../../template/types.js';
import type { Fault } from '../faults/types.js';
import type { FreeCuts } from './cut.js';
import { mirrored, restyled } from './variants.js';

/** A page made up, as far as it is judged. */
interface Judged {
  readonly cost: number;
  readonly faults: readonly Fault[];
}

/** How a template becomes a page: solved, then finished, which costs it faults, and never less. */
export interface Making<S extends { readonly cost: number }, M extends Judged> {
  /** Null where the template cannot hold the page. */
  solve(template: Template): S | null;
  finish(solved: S): M;
}

/** A tree made up. */
export interface Found<M> {
  readonly tree: TemplateNode;
  readonly made: M;
}

/** Rounds of changes to the best tree, at most. */
const ROUNDS = 4;

/**
 * Makes up the cheapest trees, and changes the best of them as long as its faults grow less: rows of pieces the other
 * way round against gutters that go on and weight on one side, styles against headlines that clash. Null where no
 * tree holds the stories.
 */
export function bestCut<S extends { readonly cost: number }, M extends Judged>(
  { trees, styled, lead, inPlace }: FreeCuts,
  { solve, finish }: Making<S, M>,
): Found<M> | null {
  const cheapest = (among: readonly TemplateNode[], before: Found<M> | null): Found<M> | null => {
    const solved = among
      .map((tree) => ({ tree, solved: solve(inPlace(tree)) }))
      .flatMap(({ tree, solved: one }) => (one === null ? [] : [{ tree, solved: one }]))
      .sort((a, b) => a.solved.cost - b.solved.cost);
    let best = before;
    for (const { tree, solved: one } of solved) {
      if (best !== null && one.cost >= best.made.cost) break;
      const made = finish(one);
      if (best === null || made.cost < best.made.cost) best = { tree, made };
    }
    return best;
  };
  let best = cheapest(trees, null);
  for (let round = 0; round < ROUNDS && best !== null; round++) {
    const clashing = best.made.faults.flatMap(({ code, slots }) => (code === 'headlines-clash' ? slots : []));
    const other = cheapest([...mirrored(best.tree, lead), ...restyled(best.tree, clashing, styled)], best);
    if (other === best) break;
    best = other;
  }
  return best;
}
