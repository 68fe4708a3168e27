/** A page in one template: solved, its leaves laid out, rules drawn between them, and solved again where that mends it. */
import type { PagePlan } from '../issue/types.js';
import { inBlack } from '../page/black.js';
import { pruneFor } from '../template/narrow.js';
import { freeIn, leavesOf, slotsOf } from '../template/nodes.js';
import type { LeafNode, Template } from '../template/types.js';
import { COSTS } from './costs.js';
import { faultDiagnostics, findFaults } from './faults/find.js';
import { fitDiagnostics, onPage } from './fits.js';
import { bestCut } from './free/best.js';
import { cutFree } from './free/cut.js';
import { guttersCost } from './free/gutters.js';
import { ordersCost } from './free/order.js';
import type { FreeCopy } from './free/pieces.js';
import { guttersApart } from './gutters-apart.js';
import type { Stuck } from './impossible.js';
import { besideLead } from './lead.js';
import { once } from './once.js';
import type { MadePage } from './page.js';
import { pagesFrom, sheetFrame } from './sheet.js';
import { factsOf } from './slot-facts.js';
import { type Carried, isFilled, leafFor } from './slots.js';
import { type Solved, solveCheapest } from './solve/cheapest.js';
import type { Leaf, LeafOf, Rest, Setting } from './types.js';

/** What a page is made up from, in whichever of its templates. */
export interface Making {
  readonly plan: PagePlan;
  readonly setting: Setting;
  /** Whether a slot holds anything today. */
  fills(slot: string): boolean;
  /** A node's leaf; the same in another setting, of other styles. */
  readonly leafOf: LeafOf;
  leafIn(node: LeafNode, setting: Setting): Leaf;
  /** The trees so far that cannot hold the page. */
  readonly stuck: Stuck[];
}

/** What a page is made up from: its plan, and what goes on from earlier pages. */
export function makingOf(plan: PagePlan, carried: Carried, setting: Setting): Making {
  const leafIn: Making['leafIn'] = (node, own) => leafFor(node, plan, carried, own);
  return {
    plan,
    setting,
    fills: (slot) => isFilled(plan, carried, slot),
    leafIn,
    leafOf: once(
      (node: LeafNode) => node,
      (node) => leafIn(node, setting),
    ),
    stuck: [],
  };
}

/** The finished page of a tree that was solved. */
type Finish = (solved: Solved) => MadePage;

/** The page in a template; null where that cannot hold it. */
export function makeIn(template: Template, making: Making): MadePage | null {
  const { fills, leafOf, setting } = making;
  const finish: Finish = (solved) => finishPage(solved, template, making);
  const copy = copyWithout(template, making);
  if (copy.length > 0) {
    const cuts = cutFree(template, copy, fills, leafOf, setting);
    const finishCut = withCuts(finish, copy, setting);
    const best = bestCut(cuts, (cut) => solveIn(cut, making), finishCut);
    return best && { ...withLead(best.made, finishCut, making), cut: cuts.inPlace(best.tree) };
  }
  const solved = solveIn(template, making);
  return solved && withLead(withGuttersApart(finish(solved), finish, making), finish, making);
}

/** A template's tree, of the slots that hold anything, cut the cheapest way; null where it cannot hold the page. */
function solveIn(template: Template, { fills, leafOf, setting, stuck }: Making): Solved | null {
  const { columns, lines } = setting.grid;
  const isFull = (own: LeafNode): boolean => own.kind !== 'free' && (!('slot' in own) || fills(own.slot));
  const tree = pruneFor(template.tree, isFull, columns, lines);
  if (tree === null) return null;
  // All copy is prepared before the first head is: to cut that into words ICU is needed, which another thread may be
  // starting (some 20 ms).
  for (const node of leavesOf(tree)) leafOf(node);
  const solution = solveCheapest(tree, { from: 0, width: columns }, lines, leafOf);
  if (solution === null) stuck.push({ tree, leafOf });
  return solution && { solution, leafOf };
}

/** A template's leaves laid out where the solver puts them. Its cost is the solver's and what its faults add. */
function finishPage({ solution, leafOf }: Solved, template: Template, { plan, setting }: Making): MadePage {
  const leaves = solution.leaves.map((placed) => ({
    placed,
    laidOut: leafOf(placed.node).layOut(placed.strip, placed.height),
  }));
  const rests = new Map<string, Rest>();
  for (const { laidOut } of leaves) if (laidOut.rest && laidOut.fit) rests.set(laidOut.fit.id, laidOut.rest);
  const facts = factsOf(leaves, setting);
  const coloured = sheetFrame(plan.numbers.length, leaves, solution, setting);
  const frame = plan.black ? inBlack(coloured) : coloured;
  const faults = findFaults(frame, facts);
  const gaps = slotsOf(template.tree).some((slot) => !plan.slots.has(slot));
  const pages = pagesFrom(plan, leaves, frame, setting);
  return {
    pages,
    sheet: pages.length === 1 ? null : { ...pages[0]!, frame, stories: pages.flatMap((page) => page.stories) },
    template: template.name,
    cost: solution.cost + faults.length * COSTS.fault,
    leaves,
    tree: solution.tree,
    cut: null,
    tried: [],
    rests,
    faults,
    diagnostics: [
      ...faultDiagnostics(faults, plan),
      ...leaves.flatMap(({ placed, laidOut }) => [
        ...laidOut.diagnostics.map((told) => onPage(told, plan)),
        ...fitDiagnostics(plan, placed, laidOut, gaps),
      ]),
    ],
  };
}

/** The page without a gutter through all of it, if it is the better for it. */
function withGuttersApart(made: MadePage, finish: Finish, { leafOf, setting }: Making): MadePage {
  let best = made;
  for (const apart of guttersApart(made, leafOf, setting)) {
    if (apart.solution.cost >= best.cost) break;
    const again = finish(apart);
    if (again.cost < best.cost) best = again;
  }
  return best;
}

/** The page with its lead plainly the lead, if it is the better for it. */
function withLead(made: MadePage, finish: Finish, { leafOf, leafIn, setting }: Making): MadePage {
  const held = besideLead(made, leafOf, leafIn, setting);
  if (held === null) return made;
  const again = finish(held);
  return again.cost < made.cost ? again : made;
}

/** What a template with a free region names no slot for: stories in the order of the plan, then advertisements. */
function copyWithout({ tree }: Template, { plan: { slots }, fills, setting: { desk } }: Making): readonly FreeCopy[] {
  if (freeIn(tree) === null) return [];
  const named = new Set(slotsOf(tree));
  const own = [...slots].filter(([slot]) => !named.has(slot) && fills(slot));
  const stories = own.flatMap(([slot, placed]): FreeCopy[] => {
    if (!('article' in placed)) return [];
    const { pictures } = desk.issue.articles.get(placed.article)!;
    return [{ kind: 'story', slot, hasPictures: placed.kind === 'article' && pictures.length > 0 }];
  });
  const advertisements = own.flatMap(([slot, placed]): FreeCopy[] =>
    placed.kind === 'advertisement' && placed.sold !== null ? [{ kind: 'advertisement', slot, sold: placed.sold }] : [],
  );
  return [...stories, ...advertisements];
}

/** Of a region that make-up cuts by itself, gutters and the order of the stories cost, too. */
function withCuts(finish: Finish, copy: readonly FreeCopy[], { grid }: Setting): Finish {
  const storyIn = new Map(copy.map(({ slot }, index) => [slot, index]));
  return (solved) => {
    const made = finish(solved);
    const { tree } = solved.solution;
    return { ...made, cost: made.cost + guttersCost(tree, grid.lines) + ordersCost(tree, storyIn) };
  };
}
