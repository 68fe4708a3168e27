/**
 * A run of pages that stories tie together, made up and painted. It follows from its own copy, and is plain data: it is
 * printed on another thread.
 */
import type { LaidDesk } from '../desk.js';
import type { Diagnostic, Span } from '../diagnostics/types.js';
import type { PagePlan } from '../issue/types.js';
import { makeUpIssue } from '../makeup/issue.js';
import type { MadePage } from '../makeup/page.js';
import { issueFor, namedIn, picturesOf, runsOf } from '../makeup/runs.js';
import type { Page, StoryFit } from '../page/types.js';
import { imagesOf, type PlacedImage } from '../pdf/items.js';
import { type PaintedSheet, paintSheet } from '../pdf/painted.js';
import { type Spent, stopwatch } from '../report/stopwatch.js';
import { factsOf } from './naming.js';
import { isWanted, type Order } from './order.js';

/** A page, or a spread uncut, by its (first) number. */
export interface ComposedSheet {
  readonly number: number;
  readonly sheet: PaintedSheet;
  readonly images: readonly PlacedImage[];
}

/** A page painted, with how it came out. */
export interface ComposedPage extends ComposedSheet {
  readonly template: string;
  readonly stories: readonly StoryFit[];
}

/** A run of pages, ready to be printed. Plain data: it goes to the other thread. */
export interface ComposedRun {
  readonly pages: readonly ComposedPage[];
  /** Spreads uncut, where they are wanted. */
  readonly spreads: readonly ComposedSheet[];
  /** Digests of the pictures' files, as they were when the issue was read. */
  readonly contents: ReadonlyMap<string, string | undefined>;
  /** Where the issue names them, by their places on the pages. */
  readonly named: ReadonlyMap<string, Span>;
  readonly diagnostics: readonly Diagnostic[];
  readonly spent: Spent;
}

/** The runs of an issue that have a page wanted, in order. */
export const runsWanted = ({ issue }: LaidDesk, order: Order): readonly (readonly PagePlan[])[] =>
  runsOf(issue.pages).filter((plans) => plans.some(({ numbers }) => numbers.some((page) => isWanted(page, order))));

/**
 * The order in which runs are made up: a short one first, so that there is soon something to print; then those of most
 * pages, so that little is left to print when the last is made up.
 */
export const composingOrder = <Run extends { readonly plans: readonly PagePlan[] }>(
  runs: readonly Run[],
): readonly Run[] => {
  const pagesOf = ({ plans }: Run): number => plans.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const longestFirst = [...runs].sort((a, b) => pagesOf(b) - pagesOf(a));
  return [...longestFirst.slice(-1), ...longestFirst.slice(0, -1)];
};

/** Makes up a run's pages and paints them; without a run where one cannot be made up, as what was made says. */
export const composeRun = (
  plans: readonly PagePlan[],
  desk: LaidDesk,
  order: Order,
  now: () => number,
): { readonly made: readonly MadePage[]; readonly run: ComposedRun | null } => {
  const watch = stopwatch(now);
  // It follows from nothing else of the issue, and so can be kept.
  const own = { ...desk, issue: issueFor(plans, desk.issue) };
  const made = makeUpIssue(own, (page) => isWanted(page, order), plans);
  watch.spend('makeUp');
  if (made.some(({ template }) => template === null)) return { made, run: null };
  const facts = factsOf(order, [], order.edition);
  const compose = (page: Page): ComposedSheet => ({
    number: page.number,
    sheet: paintSheet(page, facts, desk.fonts),
    images: imagesOf(page),
  });
  const pages = made.flatMap(({ pages: own, template }) =>
    own
      .filter(({ number }) => isWanted(number, order))
      .map((page) => ({ ...compose(page), template: template!, stories: page.stories })),
  );
  const spreads = !order.spreadSheets
    ? []
    : made.flatMap(({ sheet }) => (sheet !== null && isWanted(sheet.number, order) ? [compose(sheet)] : []));
  watch.spend('write');
  const run: ComposedRun = {
    pages,
    spreads,
    contents: new Map(picturesOf(plans, desk.issue).map(({ file, content }) => [file, content])),
    named: namedIn(plans, desk.issue),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
    spent: watch.spent,
  };
  return { made, run };
};
