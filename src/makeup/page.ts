/** One page made up: in the cheapest of its templates. */
import type { Diagnostic } from '../diagnostics/types.js';
import { mm } from '../geometry/units.js';
import type { PagePlan } from '../issue/types.js';
import { createMemory, type Memory, NO_MEMORY } from '../memory/memory.js';
import type { Page } from '../page/types.js';
import { freeIn } from '../template/nodes.js';
import type { Template } from '../template/types.js';
import type { Fault } from './faults/types.js';
import { impossible } from './impossible.js';
import { type Making, makeIn, makingOf } from './in-template.js';
import type { LaidLeaf } from './sheet.js';
import { type Carried, pageInputs } from './slots.js';
import { pageGrid } from './solve/grid.js';
import type { PlacedNode } from './solve/solve.js';
import type { Desk, Rest, Setting } from './types.js';

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
    cheapest(candidates, makingOf(plan, carried, setting)),
  );
}

/** The page in the cheapest of the templates. */
function cheapest(candidates: readonly Template[], making: Making): MadePage {
  const made = new Map<Template, MadePage | null>();
  // A house's own templates come first: make-up cuts a region by itself where none of them comes out clean.
  for (const template of candidates) if (freeIn(template.tree) === null) made.set(template, makeIn(template, making));
  if (![...made.values()].some(isClean)) {
    for (const template of candidates) if (!made.has(template)) made.set(template, makeIn(template, making));
  }
  const tried = candidates
    .filter((template) => made.has(template))
    .map((template) => ({ template: template.name, cost: made.get(template)?.cost ?? Infinity }));
  const best = [...made.values()].reduce(
    (least, one) => (one !== null && one.cost < (least?.cost ?? Infinity) ? one : least),
    null,
  );
  return { ...(best ?? unmade(making)), tried };
}

/** Whether all copy stands, every column is flush, and no fault is left. */
const isClean = (made: MadePage | null): boolean =>
  made !== null &&
  made.faults.length === 0 &&
  made.leaves.every(({ laidOut: { fit } }) => fit === null || (fit.overset.lines === 0 && fit.white <= 1));

/** No page: what the desk is told instead. */
function unmade({ plan, stuck, setting }: Making): MadePage {
  return {
    pages: [],
    sheet: null,
    template: null,
    cost: Infinity,
    leaves: [],
    tree: null,
    cut: null,
    tried: [],
    rests: new Map(),
    faults: [],
    diagnostics: impossible(plan, stuck, setting.grid),
  };
}

/** The grid of the page, or of both pages of a spread with the fold's margins between them. */
function settingFor(plan: PagePlan, desk: Desk, memory: Memory): Setting {
  const { paper } = desk.layouts;
  const facing = plan.numbers.length === 2;
  const gutter = mm(paper.sheet.width) - paper.typeArea.width;
  return { desk, grid: facing ? pageGrid(paper.grid, 2, gutter) : pageGrid(paper.grid), memory };
}
