/** One page made up: the cheapest of its templates solved, its leaves laid out, rules drawn between them. */
import type { Diagnostic } from '../diagnostics/types.js';
import { mm } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { createMemory, type Memory, NO_MEMORY } from '../memory/memory.js';
import { inBlack } from '../page/black.js';
import type { Page } from '../page/types.js';
import { pruneFor } from '../template/narrow.js';
import { freeIn, leavesOf, slotsOf } from '../template/nodes.js';
import type { LeafNode, Template } from '../template/types.js';
import { solveCheapest } from './cheapest.js';
import { COSTS } from './costs.js';
import { faultDiagnostics, findFaults } from './faults/find.js';
import type { Fault } from './faults/types.js';
import { fitDiagnostics, onPage } from './fits.js';
import { bestCut } from './free/best.js';
import { cutFree } from './free/cut.js';
import { guttersCost } from './free/gutters.js';
import { ordersCost } from './free/order.js';
import type { FreeCopy } from './free/pieces.js';
import { pageGrid, type Strip } from './grid.js';
import { guttersApart } from './gutters-apart.js';
import { impossible, type Tried } from './impossible.js';
import { besideLead } from './lead.js';
import { once } from './once.js';
import { type LaidLeaf, pagesFrom, sheetFrame } from './sheet.js';
import { factsOf } from './slot-facts.js';
import { type Carried, isFilled, leafFor, pageInputs } from './slots.js';
import type { PlacedNode, Solution } from './solve.js';
import type { Desk, Leaf, Rest, Setting } from './types.js';

/** A finished page (or both pages of a spread), with where its jumping stories go on. */
export interface MadePage {
  readonly pages: readonly Page[];
  /** Both pages of a spread before they are cut apart at the fold; null for a page by itself. */
  readonly sheet: Page | null;
  readonly template: string | null;
  /** What the page costs (costs.ts); the cheapest of its templates is the one taken. */
  readonly cost: number;
  readonly leaves: readonly LaidLeaf[];
  /** The tree as it was cut, for those who ask why. */
  readonly tree: PlacedNode | null;
  /** The template with its free region as make-up cut it; null where it has none. */
  readonly cut: Template | null;
  /** Every template tried, and what it would have cost: one with a free region only where no other came out clean. */
  readonly tried: readonly { readonly template: string; readonly cost: number }[];
  readonly rests: ReadonlyMap<string, Rest>;
  readonly faults: readonly Fault[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes up one page of the plan. */
export function makeUpPage(plan: PagePlan, carried: Carried, desk: Desk, memory: Memory = NO_MEMORY): MadePage {
  const candidates = plan.layouts.map((name) => desk.layouts.templates.find((template) => template.name === name)!);
  // A build remembers nothing from page to page, but what is set of a story is shared by its leaves.
  const setting = settingFor(plan, desk, memory === NO_MEMORY ? createMemory() : memory);
  return memory.recall('page', pageInputs(plan, candidates, carried, setting), () =>
    cheapest(plan, candidates, carried, setting),
  );
}

/** The page in the cheapest of the templates. */
function cheapest(plan: PagePlan, candidates: readonly Template[], carried: Carried, setting: Setting): MadePage {
  const leafOf = once(
    (node: LeafNode) => node,
    (node) => leafFor(node, plan, carried, setting),
  );
  const fills = (slot: string): boolean => isFilled(plan, carried, slot);
  const solutions: Tried[] = [];
  const solve = (template: Template): Possible | null => {
    const solved = solveTemplate(template, fills, leafOf, setting);
    if (solved !== null) solutions.push(solved);
    return solved !== null && isPossible(solved) ? { ...solved, cost: solved.solution.cost } : null;
  };
  const finish = (solved: Possible): MadePage => finishPage(solved, plan, setting);
  /** The page without a gutter through all of it, if it is the better for it. */
  const parted = (made: MadePage, template: Template, finishAs: typeof finish): MadePage => {
    let best = made;
    for (const { solution, ...apart } of guttersApart(made, leafOf, setting)) {
      if (solution.cost >= best.cost) break;
      const again = finishAs({ ...apart, solution, template, cost: solution.cost });
      if (again.cost < best.cost) best = again;
    }
    return best;
  };
  /** The page with its lead plainly the lead, if it is the better for it. */
  const weighed = (made: MadePage, template: Template, finishAs: typeof finish): MadePage => {
    const held = besideLead(made, leafOf, (node, house) => leafFor(node, plan, carried, house), setting);
    if (held === null) return made;
    const again = finishAs({ ...held, template, cost: held.solution.cost });
    return again.cost < made.cost ? again : made;
  };
  const makeWith = (template: Template): MadePage | null => {
    const copy = copyWithout(template, plan, fills, setting);
    if (copy.length > 0) {
      const cuts = cutFree(template, copy, fills, leafOf, setting);
      const finishCut = withCuts(finish, copy, setting);
      const best = bestCut(cuts, { solve, finish: finishCut });
      return best === null ? null : { ...weighed(best.made, template, finishCut), cut: cuts.inPlace(best.tree) };
    }
    const solved = solve(template);
    return solved === null ? null : weighed(parted(finish(solved), template, finish), template, finish);
  };
  const made = new Map<Template, MadePage | null>();
  // A house's own templates come first: make-up cuts a region by itself where none of them comes out clean.
  for (const template of candidates) if (freeIn(template.tree) === null) made.set(template, makeWith(template));
  if (![...made.values()].some(isClean)) {
    for (const template of candidates) if (!made.has(template)) made.set(template, makeWith(template));
  }
  const costs = candidates
    .filter((template) => made.has(template))
    .map((template) => ({ template: template.name, cost: made.get(template)?.cost ?? Infinity }));
  const best = [...made.values()].reduce(
    (least, one) => (one !== null && one.cost < (least?.cost ?? Infinity) ? one : least),
    null,
  );
  return best === null ? unmade(plan, costs, solutions, setting) : { ...best, tried: costs };
}

/** Whether all copy stands, every column is flush, and no fault is left. */
const isClean = (made: MadePage | null): boolean =>
  made !== null &&
  made.faults.length === 0 &&
  made.leaves.every(({ laidOut: { fit } }) => fit === null || (fit.overset.lines === 0 && fit.white <= 1));

/** What a template with a free region names no slot for: stories in the order of the plan, then advertisements. */
function copyWithout(
  { tree }: Template,
  { slots }: PagePlan,
  fills: (slot: string) => boolean,
  { desk }: Setting,
): readonly FreeCopy[] {
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
const withCuts = (finish: (solved: Possible) => MadePage, copy: readonly FreeCopy[], { grid }: Setting) => {
  const storyIn = new Map(copy.map(({ slot }, index) => [slot, index]));
  return (solved: Possible): MadePage => {
    const made = finish(solved);
    const { tree } = solved.solution;
    return { ...made, cost: made.cost + guttersCost(tree, grid.lines) + ordersCost(tree, storyIn) };
  };
};

/** A template's leaves laid out where the solver puts them. Its cost is the solver's and what its faults add. */
function finishPage(best: Possible, plan: PagePlan, setting: Setting): MadePage {
  const leaves = best.solution.leaves.map((placed) => ({
    placed,
    laidOut: best.leaf(placed.node).layOut(placed.strip, placed.height),
  }));
  const rests = new Map<string, Rest>();
  for (const { laidOut } of leaves) if (laidOut.rest && laidOut.fit) rests.set(laidOut.fit.id, laidOut.rest);
  const facts = factsOf(leaves, setting);
  const coloured = sheetFrame(plan.numbers.length, leaves, best.solution, setting);
  const frame = plan.black ? inBlack(coloured) : coloured;
  const faults = findFaults(frame, facts);
  const gaps = slotsOf(best.template.tree).some((slot) => !plan.slots.has(slot));
  const pages = pagesFrom(plan, leaves, frame, setting);
  return {
    pages,
    sheet: pages.length === 1 ? null : { ...pages[0]!, frame, stories: pages.flatMap((page) => page.stories) },
    template: best.template.name,
    cost: best.solution.cost + faults.length * COSTS.fault,
    leaves,
    tree: best.solution.tree,
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

interface Solved extends Tried {
  readonly template: Template;
  readonly solution: Solution | null;
}

type Possible = Solved & { readonly solution: Solution; readonly cost: number };
const isPossible = (one: Solved): one is Solved & { readonly solution: Solution } => one.solution !== null;

function solveTemplate(
  template: Template,
  fills: (slot: string) => boolean,
  leaf: (node: LeafNode) => Leaf,
  setting: Setting,
): Solved | null {
  const { columns, lines } = setting.grid;
  const isFull = (own: LeafNode): boolean => own.kind !== 'free' && (!('slot' in own) || fills(own.slot));
  const tree = pruneFor(template.tree, isFull, columns, lines);
  if (tree === null) return null;
  // All copy is prepared before the first head is: to cut that into words ICU is needed, which another thread may be
  // starting (some 20 ms).
  for (const node of leavesOf(tree)) leaf(node);
  const whole: Strip = { from: 0, width: columns };
  const solution = solveCheapest(tree, whole, lines, leaf);
  return { template, tree, solution, leaf };
}

/** No page: what the desk is told instead. */
function unmade(plan: PagePlan, costs: MadePage['tried'], tried: readonly Tried[], setting: Setting): MadePage {
  return {
    pages: [],
    sheet: null,
    template: null,
    cost: Infinity,
    leaves: [],
    tree: null,
    cut: null,
    tried: costs,
    rests: new Map(),
    faults: [],
    diagnostics: impossible(plan, tried, setting.grid),
  };
}

/** The grid of the page, or of both pages of a spread with the fold's margins between them. */
function settingFor(plan: PagePlan, desk: Desk, memory: Memory): Setting {
  const { paper } = desk.layouts;
  const facing = plan.numbers.length === 2;
  const gutter = mm(paper.sheet.width) - paper.typeArea.width;
  return { desk, grid: facing ? pageGrid(paper.grid, 2, gutter) : pageGrid(paper.grid), memory };
}
