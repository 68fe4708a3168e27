/** All pages in order: a story that jumps is cut on its first page before the page it goes on to is made up. */
import type { Diagnostic, Span } from '../diagnostics/types.js';
import type { Issue, PagePlan, Picture, Placement } from '../issue/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { type MadePage, makeUpPage } from './page.js';
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

/**
 * Plans in runs that know nothing of each other, in the order of their first pages: only a story that jumps ties the
 * pages it stands on.
 */
export function runsOf(plans: readonly PagePlan[]): readonly (readonly PagePlan[])[] {
  const jumping = new Set(plans.flatMap((plan) => articlesOn(plan, 'continuation')));
  let runs: { readonly stories: ReadonlySet<string>; readonly plans: readonly PagePlan[] }[] = [];
  for (const plan of inOrder(plans)) {
    const stories = articlesOn(plan, 'article', 'continuation').filter((id) => jumping.has(id));
    const tied = runs.filter((run) => stories.some((id) => run.stories.has(id)));
    const run = {
      stories: new Set([...tied.flatMap((one) => [...one.stories]), ...stories]),
      plans: [...tied.flatMap((one) => one.plans), plan],
    };
    runs =
      tied.length === 0
        ? [...runs, run]
        : runs.flatMap((one) => (one === tied[0] ? run : tied.includes(one) ? [] : one));
  }
  return runs.map((run) => inOrder(run.plans));
}

const inOrder = (plans: readonly PagePlan[]): readonly PagePlan[] =>
  [...plans].sort((a, b) => a.numbers[0]! - b.numbers[0]!);

const articlesOn = ({ slots }: PagePlan, ...kinds: readonly Placement['kind'][]): readonly string[] =>
  [...slots.values()].flatMap((placed) => ('article' in placed && kinds.includes(placed.kind) ? [placed.article] : []));

/** Articles that a plan's pages print, or say something of. */
export const articlesOf = (plan: PagePlan): readonly string[] => [
  ...articlesOn(plan, 'article', 'continuation'),
  ...[...plan.slots.values()].flatMap((placed) => (placed.kind === 'teaser' ? placed.articles : [])),
];

/**
 * What of an issue these plans' pages follow from: their own plans, the articles on them, and where on other pages those
 * articles stand, for teasers and jump lines point there.
 */
export const issueFor = (plans: readonly PagePlan[], issue: Issue): Issue => {
  const articles = new Map(plans.flatMap(articlesOf).map((id) => [id, issue.articles.get(id)!]));
  const isTheirs = (placed: Placement): boolean => 'article' in placed && articles.has(placed.article);
  const elsewhere = (plan: PagePlan): PagePlan => ({
    ...plan,
    section: null,
    staff: [],
    layouts: [],
    black: false,
    slots: new Map([...plan.slots].filter(([, placed]) => isTheirs(placed))),
    beginsOn: new Map([...plan.beginsOn].filter(([slot]) => isTheirs(plan.slots.get(slot)!))),
  });
  return { ...issue, articles, pages: issue.pages.map((plan) => (plans.includes(plan) ? plan : elsewhere(plan))) };
};

/** Pictures that the plans' pages may show. */
export const picturesOf = (plans: readonly PagePlan[], { articles }: Issue): readonly Picture[] => [
  ...plans.flatMap(articlesOf).flatMap((id) => articles.get(id)!.pictures),
  ...plans.flatMap(({ slots }) =>
    [...slots.values()].flatMap((placed) => (placed.kind === 'advertisement' ? [placed.picture] : [])),
  ),
];

/** Where the pictures in each slot of the plans are named, by slot and file: an article may show another's picture. */
export const namedIn = (plans: readonly PagePlan[], { articles }: Issue): ReadonlyMap<string, Span> =>
  new Map(
    plans.flatMap(({ numbers, slots }) =>
      [...slots].flatMap(([slot, placed]) => {
        const shown = placed.kind === 'advertisement' ? [placed.picture] : [];
        const pictures = placed.kind === 'article' ? articles.get(placed.article)!.pictures : shown;
        return numbers.flatMap((page) =>
          pictures.map(({ file, span }) => [placeOf({ page, slot, file }), span] as const).reverse(),
        );
      }),
    ),
  );

/** A picture's place: equal for one file in one slot. */
export const placeOf = ({ page, slot, file }: { page: number; slot: string | null; file: string }): string =>
  JSON.stringify([page, slot, file]);

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
