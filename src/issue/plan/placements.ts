/** What only the whole issue shows: articles placed twice or nowhere, jumps and teasers that lead nowhere. */
import type { Collector } from '../../diagnostics/collector.js';
import { slotOf } from '../../template/nodes.js';
import type { LeafNode, Template } from '../../template/types.js';
import type { Article, PagePlan, Placement } from '../types.js';

/** The issue as far as it is known when its parts are checked against each other. */
export interface Assembled {
  readonly pages: readonly PagePlan[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly templates: readonly Template[];
  /** Whether all that the plan says is known: else an article may stand in what is not. */
  readonly isWhole: boolean;
  readonly report: Collector;
}

interface Placed<K extends Placement['kind'] = Placement['kind']> {
  readonly page: PagePlan;
  readonly slot: string;
  readonly placement: Extract<Placement, { kind: K }>;
}

const first = (page: PagePlan): number => page.numbers[0]!;
/** What is placed in one of the ways, by page and slot. */
const ofKind = <K extends Placement['kind']>(all: readonly Placed[], kind: K): readonly Placed<K>[] =>
  all.flatMap(({ page, slot, placement }) =>
    placement.kind === kind ? [{ page, slot, placement: placement as Extract<Placement, { kind: K }> }] : [],
  );

/** Whether a page's templates take what it places: where none does, that is told, and not what may follow from it. */
const isPlanned = (page: PagePlan): boolean => page.layouts.length > 0;

/** Where each article begins. Says where one begins twice. */
const beginnings = (all: readonly Placed[], report: Collector): ReadonlyMap<string, Placed<'article'>> => {
  const begun = new Map<string, Placed<'article'>>();
  for (const placed of ofKind(all, 'article')) {
    const { article, span } = placed.placement;
    const before = begun.get(article);
    if (before === undefined || !isPlanned(before.page)) {
      begun.set(article, placed);
      continue;
    }
    if (!isPlanned(placed.page)) continue;
    report.error('article-twice', `\`${article}\` is placed twice`, {
      span,
      hint: `It stands on page ${first(before.page)} in \`${before.slot}\` already; the rest of a story is {continues: ${article}}.`,
    });
  }
  return begun;
};

const checkJumps = (
  all: readonly Placed[],
  begun: ReadonlyMap<string, Placed<'article'>>,
  { articles, isWhole, report }: Assembled,
): void => {
  const last = new Map<string, number>();
  // A beginning that is misspelt, or does not read, is told of by those who read it.
  const isUnread = !isWhole || ofKind(all, 'article').some(({ placement }) => !articles.has(placement.article));
  for (const { page, placement } of ofKind(all, 'continuation')) {
    const { article, span } = placement;
    const start = begun.get(article);
    const before = last.get(article) ?? (start === undefined ? null : first(start.page));
    if (before === null) {
      if (isUnread || !articles.has(article)) continue;
      report.error('jump-order', `\`${article}\` goes on here but begins on no page`, {
        span,
        hint: 'Place its beginning in a slot of an earlier page.',
      });
    } else if (first(page) <= before && isPlanned(page)) {
      const what = last.has(article) ? 'goes on already' : 'begins';
      report.error('jump-order', `\`${article}\` ${what} on page ${before} and cannot go on on page ${first(page)}`, {
        span,
        hint: 'A story goes on on a later page than the one before.',
      });
    }
    last.set(article, first(page));
  }
};

/** Articles that have no file, or do not read, are told of by those who read them. */
const checkTeasers = (
  all: readonly Placed[],
  begun: ReadonlyMap<string, Placed<'article'>>,
  { articles, isWhole, report }: Assembled,
): void => {
  for (const { page, placement } of ofKind(all, 'teaser')) {
    for (const article of placement.articles) {
      const target = begun.get(article);
      if (target === undefined ? !isWhole || !articles.has(article) : first(target.page) > first(page)) continue;
      const where = target === undefined ? 'is on no page' : `is on page ${first(target.page)}, no later one`;
      report.warning('teaser-target', `the teaser points to \`${article}\`, which ${where}`, {
        span: placement.span,
        hint:
          target === undefined
            ? 'Place it in a slot of a later page, or take it out of the teaser.'
            : 'A teaser sends readers to a later page.',
      });
    }
  }
};

const showsPictures = (leaf: LeafNode): boolean => {
  if (leaf.kind === 'free') return leaf.pieces.some(({ story }) => story.picture !== null);
  return leaf.kind === 'photo' || (leaf.kind === 'story' && leaf.picture !== null);
};

/** What a story's and a photo's slots need of the article that stands in them. */
const checkCopy = (all: readonly Placed[], { articles, templates, report }: Assembled): void => {
  for (const { page, slot, placement } of ofKind(all, 'article')) {
    const article = articles.get(placement.article);
    if (article === undefined) continue;
    const leaves = page.layouts.flatMap((name) => {
      const template = templates.find((one) => one.name === name);
      const leaf = template === undefined ? undefined : slotOf(template, slot);
      return leaf === undefined ? [] : [leaf];
    });
    const isStory = leaves.some((leaf) => leaf.kind === 'story' || leaf.kind === 'free');
    const isPhoto = leaves.some((leaf) => leaf.kind === 'photo');
    if (isStory && article.body.length === 0) {
      report.error('body-empty', `\`${article.id}\` has no body, but stands in the story slot \`${slot}\``, {
        span: article.span,
        hint: 'Write the story below the second --- line.',
      });
    }
    if (isPhoto && article.pictures.length === 0) {
      report.error('picture-missing', `\`${article.id}\` has no picture, but stands in the photo slot \`${slot}\``, {
        span: placement.span,
        hint: 'Name one under `pictures:` in its front matter.',
      });
    }
    const shown = leaves.some(showsPictures);
    if (leaves.length === 0 || shown) continue;
    for (const { span } of article.pictures) {
      report.warning('picture-unused', `the slot \`${slot}\` on page ${first(page)} has no place for this picture`, {
        span,
        hint: 'Give the slot a `picture:`, or place the article elsewhere.',
      });
    }
  }
};

/** Checks the parts of an issue against each other. */
export const checkPlacements = (issue: Assembled): void => {
  const all = issue.pages.flatMap((page) =>
    [...page.slots].map(([slot, placement]): Placed => ({ page, slot, placement })),
  );
  const begun = beginnings(all, issue.report);
  checkJumps(all, begun, issue);
  checkTeasers(all, begun, issue);
  checkCopy(all, issue);
};
