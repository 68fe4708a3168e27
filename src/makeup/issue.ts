/** All pages in order: a story that jumps is cut on its first page before the page it goes on to is made up. */

import type { PagePlan } from '../issue/types.js';
import { type Memory, NO_MEMORY } from '../memory/memory.js';
import { type MadePage, makeUpPage } from './page.js';
import type { Carried } from './slots.js';
import type { Desk } from './types.js';

/** Makes up the issue's pages, up to the last one wanted. */
export function makeUpIssue(desk: Desk, wanted: (page: number) => boolean): readonly MadePage[] {
  return [...makeUpPages(desk, wanted)];
}

/** The same one by one, each when it is asked for. With a memory, pages of unchanged inputs are the very same pages. */
export function* makeUpPages(
  desk: Desk,
  wanted: (page: number) => boolean,
  memory: Memory = NO_MEMORY,
): Generator<MadePage> {
  const plans = [...desk.issue.pages].sort((a, b) => a.numbers[0]! - b.numbers[0]!);
  const lastWanted = plans.findLastIndex((plan) => plan.numbers.some(wanted));
  let carried: Carried = new Map();
  for (const plan of plans.slice(0, lastWanted + 1)) {
    const page = makeUpPage(plan, carried, desk, memory);
    carried = carriedAfter(plan, page, carried);
    yield page;
  }
}

/** What goes on after a page: stories it cut, and those of before that it did not end. */
function carriedAfter({ numbers, slots }: PagePlan, { rests }: MadePage, before: Carried): Carried {
  const here = new Set([...slots.values()].flatMap((placed) => ('article' in placed ? [placed.article] : [])));
  const page = numbers.at(-1)!;
  return new Map([
    ...[...before].filter(([id]) => !here.has(id)),
    ...[...rests].map(([id, place]) => [id, { place, page }] as const),
  ]);
}
