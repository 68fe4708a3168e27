/** The best page among the ways to cut a free region. */
import type { Template, TemplateNode } from '../../template/types.js';
import type { MadePage } from '../page.js';
import type { Solved } from '../solve/cheapest.js';
import type { FreeCuts } from './cut.js';
import { mirrored, restyled } from './variants.js';

/** A tree made up. */
interface Found {
  readonly tree: TemplateNode;
  readonly made: MadePage;
}

/** Rounds of changes to the best tree, at most. */
const ROUNDS = 4;

/**
 * Makes up the cheapest trees (each is solved, then finished, which adds its faults to its cost), and changes the best of them as long as its faults grow less: rows of pieces the other
 * way round against gutters that go on and weight on one side, styles against headlines that clash. Null where no
 * tree holds the stories.
 */
export function bestCut(
  { trees, styled, lead, inPlace }: FreeCuts,
  solve: (template: Template) => Solved | null,
  finish: (solved: Solved) => MadePage,
): Found | null {
  const cheapest = (among: readonly TemplateNode[], before: Found | null): Found | null => {
    const ways = among
      .flatMap((tree) => {
        const solved = solve(inPlace(tree));
        return solved === null ? [] : [{ tree, solved }];
      })
      .sort((a, b) => a.solved.solution.cost - b.solved.solution.cost);
    let best = before;
    for (const { tree, solved } of ways) {
      if (best !== null && solved.solution.cost >= best.made.cost) break;
      const made = finish(solved);
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
