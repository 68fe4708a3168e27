/** All pages in order: a story that jumps is cut on its first page before the page it goes on to is made up. */
import { error, warning } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/types.js';
import type { PagePlan, Placement } from '../issue/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { type MadePage, makeUpPage } from './page.js';
import { inOrder } from './runs.js';
import { type Carried, isFilled } from './slots.js';
import type { Desk } from './types.js';

/** Makes up the issue's pages (or those of a run of them), up to the last one wanted. */
export function makeUpIssue(
  desk: Desk,
  wanted: (page: number) => boolean,
  plans: readonly PagePlan[] = desk.issue.pages,
): readonly MadePage[] {
  return [...makeUpPages(desk, wanted, NO_MEMORY, plans)];
}

/** The same one by one, each when it is asked for. With a memory, pages of unchanged inputs are the very same pages. */
export function* makeUpPages(
  desk: Desk,
  wanted: (page: number) => boolean,
  memory: Memory = NO_MEMORY,
  plans: readonly PagePlan[] = desk.issue.pages,
): Generator<MadePage> {
  const ordered = inOrder(plans);
  const lastWanted = ordered.findLastIndex((plan) => plan.numbers.some(wanted));
  let carried: Carried = new Map();
  const ended = new Set<string>();
  /** Stories of pages that could not be made: nothing is known of where they go on. */
  const lost = new Set<string>();
  for (const plan of ordered.slice(0, lastWanted + 1)) {
    const page = makeUpPage(plan, carried, desk, memory);
    const unused = continuationsOf(plan).filter(({ article }) => ended.has(article));
    const slots = unused.map(({ slot }) => slot);
    if (page.template === null && isEmpty(plan, carried)) {
      const isLost = continuationsOf(plan).some(({ article }) => lost.has(article));
      yield memory.recall('page of nothing', [plan, page, isLost, ...slots], () => ({
        ...page,
        diagnostics: isLost ? [] : [nothingStands(plan, unused)],
      }));
    } else if (unused.length > 0) {
      yield memory.recall('page with unused slots', [plan, page, ...slots], () => ({
        ...page,
        diagnostics: [...unused.map((own) => jumpNotNeeded(own, plan)), ...page.diagnostics],
      }));
    } else yield page;
    carried = carriedAfter(plan, page, carried);
    for (const id of endedOn(page)) ended.add(id);
    if (page.template === null) for (const id of storiesOf(plan)) lost.add(id);
  }
}

/** Whether nothing is left for any slot of a page. */
const isEmpty = (plan: PagePlan, carried: Carried): boolean =>
  ![...plan.slots.keys()].some((slot) => isFilled(plan, carried, slot));

const storiesOf = ({ slots }: PagePlan): readonly string[] =>
  [...slots.values()].flatMap((placed) => ('article' in placed ? [placed.article] : []));

interface Continuation extends Extract<Placement, { readonly kind: 'continuation' }> {
  readonly slot: string;
}

const continuationsOf = ({ slots }: PagePlan): readonly Continuation[] =>
  [...slots].flatMap(([slot, placed]) => (placed.kind === 'continuation' ? [{ ...placed, slot }] : []));

/**
 * Stories of which all stands by the end of a page. One that is overset here, or whose page could not be made, is not
 * among them, though nothing of it goes on: that is told already.
 */
const endedOn = ({ pages, rests }: MadePage): readonly string[] =>
  pages.flatMap(({ stories }) =>
    stories.flatMap(({ id, overset }) => (overset.lines > 0 || rests.has(id) ? [] : [id])),
  );

/** A continuation that nothing is left for: the story found room before. */
const jumpNotNeeded = ({ article, slot, span }: Continuation, { numbers }: PagePlan): Diagnostic => {
  const message = `story “${article}” ends before page ${numbers.join('–')}: nothing is left for slot “${slot}”`;
  const hint = 'give the slot to another story; as it is, its neighbours take its place';
  return warning('jump-not-needed', message, { hint, span });
};

/** A page that would be printed bare; `unused` are the stories that were to go on there. */
const nothingStands = ({ numbers, span }: PagePlan, unused: readonly Continuation[]): Diagnostic => {
  const ended = unused.map(({ article }) => `: story “${article}” ends before it`)[0] ?? '';
  const hint = 'place a story there, or take the page out of the plan';
  return error('page-impossible', `nothing stands on page ${numbers.join('–')}${ended}`, { hint, span });
};

/** What goes on after a page: stories it cut, and those of before that it did not end. */
function carriedAfter(plan: PagePlan, { rests, pages }: MadePage, before: Carried): Carried {
  const here = new Set(storiesOf(plan));
  const pageOf = (id: string): number => pages.find(({ stories }) => stories.some((fit) => fit.id === id))!.number;
  return new Map([
    ...[...before].filter(([id]) => !here.has(id)),
    ...[...rests].map(([id, rest]) => [id, { ...rest, page: pageOf(id) }] as const),
  ]);
}
