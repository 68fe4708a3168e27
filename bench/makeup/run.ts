/**
 * How long make-up takes: `npm run -s bench:makeup`, warm, a line a page. `solve` is the tree alone, its leaves
 * known; `curves` all that the tree asks of its leaves, with the type set for it, and the solving. Beside them, for
 * machines are not alike, how often the page's copy could have been set once in base columns meanwhile.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_FONTS, loadFonts } from '../../src/fonts/registry.js';
import { mm } from '../../src/geometry/units.js';
import { loadIssue } from '../../src/issue/load.js';
import type { PagePlan } from '../../src/issue/types.js';
import { makeUpPage } from '../../src/makeup/page.js';
import { type Carried, isFilled, leafFor } from '../../src/makeup/slots.js';
import { solveCheapest } from '../../src/makeup/solve/cheapest.js';
import { pageGrid, type Strip } from '../../src/makeup/solve/grid.js';
import { makeCopy } from '../../src/makeup/story/copy/copy.js';
import type { Desk, Leaf, Setting } from '../../src/makeup/types.js';
import { NO_MEMORY } from '../../src/memory/memory.js';
import { prune } from '../../src/template/nodes.js';
import type { LeafNode } from '../../src/template/types.js';

interface PageTimes {
  readonly page: string;
  readonly template: string;
  /** Medians in milliseconds. */
  readonly solve: number;
  readonly curves: number;
  readonly typeset: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The page's tree solved with leaves made anew, then solved again with what they then know. */
function timePage(plan: PagePlan, carried: Carried, desk: Desk): { curves: number; solve: number } {
  const { paper, templates } = desk.layouts;
  const gutter = mm(paper.sheet.width) - paper.typeArea.width;
  const grid = plan.numbers.length === 2 ? pageGrid(paper.grid, 2, gutter) : pageGrid(paper.grid);
  const setting: Setting = { desk, grid, memory: NO_MEMORY };
  const template = templates.find(({ name }) => name === plan.layouts[0])!;
  const tree = prune(template.tree, (leaf) => !('slot' in leaf) || isFilled(plan, carried, leaf.slot))!;
  const leaves = new Map<LeafNode, Leaf>();
  const leafOf = (node: LeafNode): Leaf => {
    const leaf = leaves.get(node) ?? leafFor(node, plan, carried, setting);
    leaves.set(node, leaf);
    return leaf;
  };
  const whole: Strip = { from: 0, width: grid.columns };
  const run = (): void => {
    if (solveCheapest(tree, whole, grid.lines, leafOf) === null)
      throw new Error(`page ${plan.numbers.join('–')} has no solution`);
  };
  return { curves: timed(run), solve: timed(run) };
}

/** Every story of the page set once in base columns. */
const typesetOnce = (plan: PagePlan, { issue, layouts, fonts }: Desk): number =>
  timed(() => {
    const style = [...layouts.styles.stories.values()][0]!;
    for (const placement of plan.slots.values()) {
      if (placement.kind !== 'article' && placement.kind !== 'continuation') continue;
      makeCopy(issue.articles.get(placement.article)!, style, fonts).at(layouts.paper.grid.measure);
    }
  });

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    issue: { type: 'string', default: '12867' },
    json: { type: 'boolean', default: false },
  },
});
const fonts = (await loadFonts('fonts/fonts.yaml')).value ?? (await loadFonts(DEFAULT_FONTS)).value!;
const loaded = await loadIssue('issues', values.issue, 'layouts', fonts.roles);
if (loaded.value === null) throw new Error('the issue does not load');
const desk: Desk = { ...loaded.value, fonts };
const runs = Number(values.runs);

let carried: Carried = new Map();
const pages: PageTimes[] = [];
for (const plan of desk.issue.pages) {
  const before = carried;
  const warm = Array.from({ length: runs + 2 }, () => ({
    ...timePage(plan, before, desk),
    typeset: typesetOnce(plan, desk),
  })).slice(2);
  const made = makeUpPage(plan, before, desk);
  carried = new Map([
    ...before,
    ...[...made.rests].map(([id, rest]) => [id, { ...rest, page: plan.numbers[0]! }] as const),
  ]);
  pages.push({
    page: plan.numbers.join('–'),
    template: plan.layouts[0]!,
    solve: median(warm.map((run) => run.solve)),
    curves: median(warm.map((run) => run.curves)),
    typeset: median(warm.map((run) => run.typeset)),
  });
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
if (values.json) {
  const rows = pages.map(({ page, template, ...times }) => ({
    page,
    template,
    solveMs: rounded(times.solve),
    curvesMs: rounded(times.curves),
    typesetMs: rounded(times.typeset),
  }));
  process.stdout.write(`${JSON.stringify({ runs, pages: rows }, null, 2)}\n`);
} else {
  process.stdout.write('page template       solve ms  with curves ms  in settings of the copy\n');
  for (const { page, template, solve: own, curves, typeset } of pages) {
    const cells = [
      own.toFixed(1).padStart(9),
      curves.toFixed(1).padStart(15),
      (curves / typeset).toFixed(1).padStart(24),
    ];
    process.stdout.write(`${page.padEnd(5)}${template.padEnd(14)}${cells.join(' ')}\n`);
  }
}
