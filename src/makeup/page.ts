/** One page made up: the cheapest of its templates solved, its leaves laid out, rules drawn between them. */
import type { Diagnostic } from '../diagnostics/types.js';
import { mm } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { cutAtFold } from '../page/spread.js';
import { BLACK, type Frame, type Page, type PlacedItem } from '../page/types.js';
import { leavesOf, prune } from '../template/nodes.js';
import type { LeafNode, StoryNode, Template } from '../template/types.js';
import { solveCheapest } from './cheapest.js';
import { COSTS } from './costs.js';
import { faultDiagnostics, findFaults } from './faults/find.js';
import type { Fault, SlotFact } from './faults/types.js';
import { fitDiagnostics } from './fits.js';
import { pageGrid, type Strip } from './grid.js';
import { impossible, type Tried } from './impossible.js';
import { type Carried, isFilled, leafFor, pageInputs } from './slots.js';
import type { PlacedLeaf, PlacedNode, Separator, Solution } from './solve.js';
import { HAIRLINE } from './story/box.js';
import { group } from './text.js';
import type { Desk, LaidOut, Leaf, Place, Setting } from './types.js';

/** A finished page (or both pages of a spread), with where its jumping stories go on. */
export interface MadePage {
  readonly pages: readonly Page[];
  /** Both pages of a spread before they are cut apart at the fold; null for a page by itself. */
  readonly sheet: Page | null;
  readonly template: string | null;
  /** What the page costs (costs.ts); the cheapest of its templates is the one taken. */
  readonly cost: number;
  readonly leaves: readonly { readonly placed: PlacedLeaf; readonly laidOut: LaidOut }[];
  /** The tree as it was cut, for those who ask why. */
  readonly tree: PlacedNode | null;
  /** Every template tried, and what it would have cost. */
  readonly tried: readonly { readonly template: string; readonly cost: number }[];
  readonly rests: ReadonlyMap<string, Place>;
  readonly faults: readonly Fault[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes up one page of the plan. */
export function makeUpPage(plan: PagePlan, carried: Carried, desk: Desk, memory: Memory = NO_MEMORY): MadePage {
  const candidates = plan.layouts.map((name) => desk.layouts.templates.find((template) => template.name === name)!);
  const setting = settingFor(plan, desk, memory);
  return memory.recall('page', pageInputs(plan, candidates, carried, setting), () =>
    cheapest(plan, candidates, carried, setting),
  );
}

/** The page in the cheapest of the templates. */
function cheapest(plan: PagePlan, candidates: readonly Template[], carried: Carried, setting: Setting): MadePage {
  const solved = candidates
    .map((template) => solveTemplate(template, plan, carried, setting))
    .filter((one) => one !== null);
  const made = solved.filter(isPossible).map((one) => finish(one, plan, carried, setting));
  if (made.length === 0) return unmade(plan, candidates, solved, setting);
  const tried = candidates.map(({ name }) => ({
    template: name,
    cost: made.find(({ template }) => template === name)?.cost ?? Infinity,
  }));
  return { ...made.reduce((best, one) => (one.cost < best.cost ? one : best)), tried };
}

/** A template's leaves laid out where the solver puts them. Its cost is the solver's and what its faults add. */
function finish(best: Possible, plan: PagePlan, carried: Carried, setting: Setting): MadePage {
  const leaves = best.solution.leaves.map((placed) => ({
    placed,
    laidOut: best.leaf(placed.node).layOut(placed.strip, placed.height),
  }));
  const rests = new Map<string, Place>();
  for (const { laidOut } of leaves) if (laidOut.rest && laidOut.fit) rests.set(laidOut.fit.id, laidOut.rest);
  const facts = new Map(
    leaves.flatMap(({ placed: { node } }) =>
      node.kind === 'story' ? [[node.slot, factOf(node, setting)] as const] : [],
    ),
  );
  const frame = sheetFrame(plan.numbers.length, leaves, best.solution, setting);
  const faults = findFaults(frame, facts);
  const pages = pagesFrom(plan, leaves, frame, setting);
  return {
    pages,
    sheet:
      pages.length === 1 ? null : { number: pages[0]!.number, frame, stories: pages.flatMap((page) => page.stories) },
    template: best.template.name,
    cost: best.solution.cost + faults.length * COSTS.fault,
    leaves,
    tree: best.solution.tree,
    tried: [],
    rests,
    faults,
    diagnostics: [
      ...unusedContinuations(plan, carried),
      ...faultDiagnostics(faults, plan),
      ...leaves.flatMap(({ placed, laidOut }) => [
        ...laidOut.diagnostics,
        ...fitDiagnostics(plan, placed, laidOut, setting),
      ]),
    ],
  };
}

interface Solved extends Tried {
  readonly template: Template;
  readonly solution: Solution | null;
}

type Possible = Solved & { readonly solution: Solution };
const isPossible = (one: Solved): one is Possible => one.solution !== null;

function solveTemplate(template: Template, plan: PagePlan, carried: Carried, setting: Setting): Solved | null {
  const tree = prune(template.tree, (leaf) => isFilled(plan, carried, leaf));
  if (tree === null) return null;
  // All copy is prepared before the first head is: to cut that into words ICU is needed, which another thread may be
  // starting (some 20 ms).
  const leaves = new Map(leavesOf(tree).map((node) => [node, leafFor(node, plan, carried, setting)]));
  const leaf = (node: LeafNode): Leaf => leaves.get(node)!;
  const whole: Strip = { from: 0, width: setting.grid.columns };
  const solution = solveCheapest(tree, whole, setting.grid.lines, leaf);
  return { template, tree, solution, leaf };
}

/** No page: what the desk is told instead. */
function unmade(plan: PagePlan, candidates: readonly Template[], tried: readonly Tried[], setting: Setting): MadePage {
  return {
    pages: [],
    sheet: null,
    template: null,
    cost: Infinity,
    leaves: [],
    tree: null,
    tried: candidates.map(({ name }) => ({ template: name, cost: Infinity })),
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

function pagesFrom(plan: PagePlan, leaves: MadePage['leaves'], frame: Frame, setting: Setting): readonly Page[] {
  const { sheet } = setting.desk.layouts.paper;
  const stories = leaves.map(({ laidOut }) => laidOut.fit).filter((fit) => fit !== null);
  const [first, second] = plan.numbers;
  if (second === undefined) return [{ number: first!, frame, stories }];
  const fold = mm(sheet.width);
  const { left, right } = cutAtFold(frame, fold);
  // A story belongs to the page its piece begins on.
  const onRight = new Set(
    leaves.flatMap(({ placed, laidOut }) =>
      laidOut.fit !== null && placed.strip.from >= setting.grid.columns / 2 ? [laidOut.fit] : [],
    ),
  );
  return [
    { number: first!, frame: left, stories: stories.filter((fit) => !onRight.has(fit)) },
    { number: second, frame: right, stories: stories.filter((fit) => onRight.has(fit)) },
  ];
}

/** Continuations that nothing is left for: the story found room before. */
function unusedContinuations({ slots, numbers }: PagePlan, carried: Carried): readonly Diagnostic[] {
  return [...slots].flatMap(([slot, placement]): Diagnostic[] =>
    placement.kind !== 'continuation' || carried.has(placement.article)
      ? []
      : [
          {
            code: 'jump-not-needed',
            severity: 'warning',
            message: `story “${placement.article}” ends before page ${numbers.join('–')}: nothing is left for slot “${slot}”`,
            hint: 'give the slot to another story; as it is, its neighbours take its place',
            span: placement.span,
          },
        ],
  );
}

/** What of a slot the make-up faults depend on. */
function factOf({ style, headline }: StoryNode, { desk }: Setting): SlotFact {
  return { rank: desk.layouts.styles.stories.get(style)!.rank, headline };
}

/** Everything on the sheet: one page, or two side by side. */
function sheetFrame(pages: number, leaves: MadePage['leaves'], solution: Solution, setting: Setting): Frame {
  const { desk, grid } = setting;
  const { paper } = desk.layouts;
  const origin = paper.typeArea;
  const children: PlacedItem[] = [];
  for (const { placed, laidOut } of leaves) {
    const at = { x: origin.x + grid.left(placed.strip.from), y: origin.y + placed.top * grid.leading };
    const slot = 'slot' in placed.node ? { slot: placed.node.slot } : {};
    const story = laidOut.fit === null ? {} : { story: laidOut.fit.id };
    const part = laidOut.fit === null ? ('ornament' as const) : ('story' as const);
    children.push({ at, item: group({ part, ...slot, ...story }, laidOut.frame) });
  }
  for (const separator of solution.separators) {
    // White parts what the fold parts already.
    const inFold = separator.kind === 'down' && grid.folds({ from: separator.before - 1, width: 2 });
    if (!inFold) children.push(ruleFor(separator, origin, setting));
  }
  return { size: { width: mm(paper.sheet.width) * pages, height: mm(paper.sheet.height) }, children };
}

function ruleFor(separator: Separator, origin: { x: number; y: number }, { grid }: Setting): PlacedItem {
  const top = separator.top * grid.leading;
  const height = separator.height * grid.leading;
  if (separator.kind === 'across') {
    const at = { x: origin.x + grid.left(separator.strip.from), y: origin.y + top + height / 2 };
    return { at, item: { kind: 'rule', to: { x: grid.width(separator.strip), y: 0 }, width: HAIRLINE, ink: BLACK } };
  }
  const before = separator.before;
  const gapStart = grid.left(before - 1) + grid.measure * grid.bodySize;
  const at = { x: origin.x + (gapStart + grid.left(before)) / 2, y: origin.y + top };
  return { at, item: { kind: 'rule', to: { x: 0, y: height }, width: HAIRLINE, ink: BLACK } };
}
