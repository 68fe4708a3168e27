/** Runs of pages that stories tie together, and what of an issue each follows from: it can be made up and kept by itself. */
import type { Span } from '../diagnostics/types.js';
import type { Issue, PagePlan, Picture, Placement } from '../issue/types.js';

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

/** Plans by their first pages. */
export const inOrder = (plans: readonly PagePlan[]): readonly PagePlan[] =>
  [...plans].sort((a, b) => a.numbers[0]! - b.numbers[0]!);

const articlesOn = ({ slots }: PagePlan, ...kinds: readonly Placement['kind'][]): readonly string[] =>
  [...slots.values()].flatMap((placed) => ('article' in placed && kinds.includes(placed.kind) ? [placed.article] : []));

/** Articles that a plan's pages print, or say something of. */
const articlesOf = (plan: PagePlan): readonly string[] => [
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
export const picturesOf = (plans: readonly PagePlan[], { articles, nameplate }: Issue): readonly Picture[] => [
  ...(nameplate === null ? [] : [nameplate]),
  ...plans.flatMap(articlesOf).flatMap((id) => articles.get(id)!.pictures),
  ...plans.flatMap(({ slots }) =>
    [...slots.values()].flatMap((placed) => (placed.kind === 'advertisement' ? [placed.picture] : [])),
  ),
];

/**
 * Where the pictures in each slot of the plans are named, by slot and file: an article may show another's picture. The
 * nameplate stands in none.
 */
export const namedIn = (plans: readonly PagePlan[], { articles, nameplate }: Issue): ReadonlyMap<string, Span> => {
  const placed = plans.flatMap(({ numbers, slots }) => [
    { numbers, slot: null, pictures: nameplate === null ? [] : [nameplate] },
    ...[...slots].map(([slot, placement]) => ({ numbers, slot, pictures: shownBy(placement, articles) })),
  ]);
  return new Map(
    placed.flatMap(({ numbers, slot, pictures }) =>
      numbers.flatMap((page) =>
        pictures.map(({ file, span }) => [placeOf({ page, slot, file }), span] as const).reverse(),
      ),
    ),
  );
};

const shownBy = (placed: Placement, articles: Issue['articles']): readonly Picture[] => {
  if (placed.kind === 'advertisement') return [placed.picture];
  return placed.kind === 'article' ? articles.get(placed.article)!.pictures : [];
};

/** A picture's place: equal for one file in one slot. */
export const placeOf = ({ page, slot, file }: { page: number; slot: string | null; file: string }): string =>
  JSON.stringify([page, slot, file]);
