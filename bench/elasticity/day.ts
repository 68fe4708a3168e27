/** One generated day: each story of a page at a length of its own, and how its page comes out. */
import type { Article } from '../../src/issue/types.js';
import { type MadePage, makeUpPage } from '../../src/makeup/page.js';
import type { Desk } from '../../src/makeup/types.js';
import type { Template } from '../../src/template/types.js';
import { JUMP_LONGER, planOf, type Trial } from './pages.js';
import { randomFrom, seedOf } from './random.js';
import { letGo, scaleArticle } from './scale.js';

const LEAST = 0.75;
const MOST = 1.25;

/** How a page came out on a day. */
export interface Outcome {
  /** Nothing overset, every column flush: white at most one line, in a story's last column. */
  readonly flush: boolean;
  /** By how much it misses: overset lines, and lines of white beyond the one a story may end short. */
  readonly overset: number;
  readonly white: number;
  readonly faults: number;
  readonly cost: number;
  /** Whether make-up cut a region of it by itself. */
  readonly isCut: boolean;
}

export interface PageDay {
  readonly alone: ReadonlyMap<string, Outcome>;
  readonly jump: ReadonlyMap<string, Outcome>;
}

/**
 * A day's lengths for a page. The same seed and day give a story the same length in every trial. Of each story
 * `passages` sentences may be left out.
 */
export function articlesOf(
  trial: Trial,
  seed: number,
  day: number,
  jump: string | null,
  passages = 0,
): ReadonlyMap<string, Article> {
  const articles = new Map(trial.articles);
  for (const placement of trial.plan.slots.values()) {
    if (placement.kind !== 'article' && placement.kind !== 'continuation') continue;
    const { article: id } = placement;
    const random = randomFrom(seedOf(seed, day, trial.page, id));
    const factor = LEAST + (MOST - LEAST) * random();
    const jumps = id === jump && trial.jump !== null;
    const own = trial.articles.get(id)!;
    const article = jumps ? trial.jump.whole : own;
    const longer = jumps && article === own ? JUMP_LONGER : 1;
    articles.set(id, letGo(scaleArticle(article, factor * longer, random), passages));
  }
  return articles;
}

/** A day of a page: each of its templates alone, and each with one story that may jump. */
export function pageDay(trial: Trial, desk: Desk, seed: number, day: number, passages = 0): PageDay {
  const run = (template: Template, jump: string | null, articles: ReadonlyMap<string, Article>): Outcome =>
    outcomeOf(makeUp(trial, desk, [template], jump, articles));
  const whole = articlesOf(trial, seed, day, null, passages);
  const alone = new Map(trial.templates.map((template) => [template.name, run(template, null, whole)]));
  const id = trial.jump?.id ?? null;
  if (id === null) return { alone, jump: new Map() };
  const longer = articlesOf(trial, seed, day, id, passages);
  return { alone, jump: new Map(trial.templates.map((template) => [template.name, run(template, id, longer)])) };
}

/** One page made up; no PDF is written. */
export function makeUp(
  trial: Trial,
  desk: Desk,
  templates: readonly Template[],
  jump: string | null,
  articles: ReadonlyMap<string, Article>,
): MadePage {
  const pages = planOf(trial, templates, jump);
  return makeUpPage(pages[0]!, new Map(), { ...desk, issue: { ...desk.issue, pages, articles } });
}

/** A page that no template can hold at all misses by all it should have held; it counts as one line at least. */
export function outcomeOf({ leaves, template, cost, cut, faults }: MadePage): Outcome {
  const fits = leaves.flatMap(({ laidOut }) => (laidOut.fit === null ? [] : [laidOut.fit]));
  const overset = fits.reduce((sum, fit) => sum + fit.overset.lines, 0);
  const white = fits.reduce((sum, fit) => sum + Math.max(0, fit.white - 1), 0);
  const flush = template !== null && overset === 0 && white === 0;
  return { flush, overset, white, faults: faults.length, cost, isCut: cut !== null };
}
