/** All pages in order: a story that jumps is cut on its first page before the page it goes on to is made up. */
import type { Diagnostic } from '../diagnostics/types.js';
import type { PagePlan, Placement } from '../issue/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { type MadePage, makeUpPage } from './page.js';
import { inOrder } from './runs.js';
import type { Carried } from './slots.js';
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
  for (const plan of ordered.slice(0, lastWanted + 1)) {
    const page = makeUpPage(plan, carried, desk, memory);
    const unused = continuationsOf(plan).filter(({ article }) => ended.has(article));
    carried = carriedAfter(plan, page, carried);
    for (const id of endedOn(page)) ended.add(id);
    yield unused.length === 0
      ? page
      : memory.recall('page with unused slots', [plan, page, ...unused.map(({ slot }) => slot)], () => ({
          ...page,
          diagnostics: [...unused.map((own) => jumpNotNeeded(own, plan)), ...page.diagnostics],
        }));
  }
}

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
const jumpNotNeeded = ({ article, slot, span }: Continuation, { numbers }: PagePlan): Diagnostic => ({
  code: 'jump-not-needed',
  severity: 'warning',
  message: `story “${article}” ends before page ${numbers.join('–')}: nothing is left for slot “${slot}”`,
  hint: 'give the slot to another story; as it is, its neighbours take its place',
  span,
});

/** What goes on after a page: stories it cut, and those of before that it did not end. */
function carriedAfter({ slots }: PagePlan, { rests, pages }: MadePage, before: Carried): Carried {
  const here = new Set([...slots.values()].flatMap((placed) => ('article' in placed ? [placed.article] : [])));
  const pageOf = (id: string): number => pages.find(({ stories }) => stories.some((fit) => fit.id === id))!.number;
  return new Map([
    ...[...before].filter(([id]) => !here.has(id)),
    ...[...rests].map(([id, rest]) => [id, { ...rest, page: pageOf(id) }] as const),
  ]);
}
