/** The pages to try: each page of the sample issue by itself, whole, with every template of its kind that takes it. */

import { saidIn } from '../../src/issue/body/said.js';
import { takes } from '../../src/issue/plan/fitting.js';
import type { Article, Block, Issue, PagePlan, Placement } from '../../src/issue/types.js';
import { makeUpIssue } from '../../src/makeup/issue.js';
import type { Desk, Place, Rest } from '../../src/makeup/types.js';
import type { Template } from '../../src/template/types.js';
import { cutRuns } from './scale.js';

/** One page as an issue of its own. */
export interface Trial {
  readonly page: string;
  readonly plan: PagePlan;
  /** All templates of the kind of the page's own that have its slots. */
  readonly templates: readonly Template[];
  readonly articles: ReadonlyMap<string, Article>;
  /** A story that may jump: the whole of it, longer than its part on this page; its length where it does not. */
  readonly jump: { readonly id: string; readonly whole: Article } | null;
}

/** A later page that a jumping story goes on to; it is not made up. */
const LATER = 99;
/** A story that the plan does not let jump is made so much longer where a page is tried with a jump. */
export const JUMP_LONGER = 1.5;

const isSold = (placed: Placement): boolean => placed.kind === 'advertisement' && placed.sold !== null;

/** The sample's pages, with stories that jump cut where the issue as it is cuts them. */
export function trialsOf(desk: Desk): readonly Trial[] {
  const { issue, layouts } = desk;
  const made = makeUpIssue(desk, () => true);
  const starts = new Map<string, Rest>();
  return issue.pages.map((plan, index): Trial => {
    const own = layouts.templates.filter(({ name }) => plan.layouts.includes(name));
    const kinds = new Set(own.map(({ kind }) => kind));
    const templates = layouts.templates.filter(
      (template) =>
        template.pages === plan.numbers.length &&
        kinds.has(template.kind) &&
        [...plan.slots].every(([slot, placed]) => takes(template, slot, { kind: placed.kind, isSold: isSold(placed) })),
    );
    const articles = new Map(issue.articles);
    for (const placement of plan.slots.values()) {
      if (placement.kind !== 'article' && placement.kind !== 'continuation') continue;
      const article = issue.articles.get(placement.article)!;
      const from = placement.kind === 'continuation' ? starts.get(article.id) : undefined;
      const to = made[index]!.rests.get(article.id);
      const whole = (to ?? from)?.article ?? article;
      articles.set(article.id, partOf(whole, from?.place ?? null, to?.place ?? null));
    }
    for (const [id, rest] of made[index]!.rests) starts.set(id, rest);
    const cut = [...made[index]!.rests.keys()][0] ?? null;
    return { page: plan.numbers.join('–'), plan, templates, articles, jump: jumpOf(plan, cut, issue, articles) };
  });
}

const lengthOf = ({ body }: Article): number =>
  body.reduce((sum, block) => sum + (block.kind === 'crosshead' ? 0 : saidIn(block).length), 0);

/** The page's own jump, or its longest story, which is then made longer. */
function jumpOf(plan: PagePlan, cut: string | null, issue: Issue, articles: Trial['articles']): Trial['jump'] {
  if (cut !== null) return { id: cut, whole: issue.articles.get(cut)! };
  const whole = [...plan.slots.values()]
    .flatMap((placement) => (placement.kind === 'article' ? [articles.get(placement.article)!] : []))
    .reduce<Article | null>((best, one) => (best === null || lengthOf(one) > lengthOf(best) ? one : best), null);
  return whole === null ? null : { id: whole.id, whole };
}

/** An article's body from one place to another; a part that begins later carries the short headline alone. */
function partOf(article: Article, from: Place | null, to: Place | null): Article {
  const start = from ?? { block: 0, offset: 0 };
  const end = to ?? { block: article.body.length, offset: 0 };
  const body = article.body.flatMap((block, index): Block[] => {
    if (index < start.block || index > end.block || (index === end.block && end.offset === 0)) return [];
    if (block.kind !== 'paragraph') return [block];
    const runs = cutRuns(
      block.runs,
      index === start.block ? start.offset : 0,
      index === end.block ? end.offset : Infinity,
    );
    return runs.length === 0 ? [] : [{ ...block, runs }];
  });
  if (from === null) return { ...article, body };
  const headline = article.short ?? article.headline;
  return { ...article, body, headline, kicker: null, deck: null, byline: null, standfirst: null, pictures: [] };
}

/** The page's plan with one template or several, every story whole; `jump` plans a later page for that story. */
export function planOf({ plan }: Trial, templates: readonly Template[], jump: string | null): readonly PagePlan[] {
  const { span } = plan;
  const slots = new Map(
    [...plan.slots].map(([slot, placement]) => [
      slot,
      placement.kind === 'continuation' ? { kind: 'article' as const, article: placement.article, span } : placement,
    ]),
  );
  const page = { ...plan, slots, layouts: templates.map(({ name }) => name) };
  if (jump === null) return [page];
  const rest = { kind: 'continuation' as const, article: jump, span };
  return [
    page,
    {
      numbers: [LATER],
      section: null,
      layouts: [],
      slots: new Map([['rest', rest]]),
      black: false,
      staff: [],
      beginsOn: new Map(),
      span,
    },
  ];
}
