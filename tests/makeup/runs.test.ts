import { describe, expect, it } from 'vitest';
import { loadDesk } from '../../src/desk.js';
import type { PagePlan, Placement } from '../../src/issue/types.js';
import { makeUpIssue } from '../../src/makeup/issue.js';
import { issueFor, runsOf } from '../../src/makeup/runs.js';

const span = { file: '', start: 0, end: 0 };
/** A plan whose slots hold these: `a` an article, `>a` the rest of one, `?a` a teaser. */
const plan = (numbers: readonly number[], ...held: readonly string[]): PagePlan => ({
  numbers,
  section: null,
  layouts: [],
  black: false,
  staff: [],
  beginsOn: new Map(),
  slots: new Map(
    held.map((one, index): [string, Placement] => {
      const article = one.replace(/^[>?]/, '');
      if (one.startsWith('?')) return [`${index}`, { kind: 'teaser', articles: [article], span }];
      return [`${index}`, { kind: one.startsWith('>') ? 'continuation' : 'article', article, span }];
    }),
  ),
  span,
});
const pages = (plans: readonly PagePlan[]) => runsOf(plans).map((run) => run.map(({ numbers }) => numbers[0]));

describe('runs of pages', () => {
  it('are single pages where no story jumps; teasers tie nothing', () => {
    expect(pages([plan([3], 'c'), plan([1], 'a', '?c'), plan([2], 'b')])).toEqual([[1], [2], [3]]);
  });

  it('hold the pages of a story that jumps, in order, over others between', () => {
    expect(pages([plan([1], 'a', 'b'), plan([2], 'c'), plan([4], '>a'), plan([3], 'd')])).toEqual([[1, 4], [2], [3]]);
  });

  it('grow together where one page ends a story and begins another', () => {
    const plans = [plan([1], 'a'), plan([2], 'b'), plan([3], '>a', '>b'), plan([4, 5], 'c'), plan([6], '>c')];
    expect(pages(plans)).toEqual([
      [1, 2, 3],
      [4, 6],
    ]);
  });

  it('are made up the same of what issueFor leaves of the issue: its teasers, jumps and page heads, too', async () => {
    const { value } = await loadDesk({
      issue: '12867',
      issuesDir: 'issues',
      layoutsDir: 'layouts',
      fontsFile: 'fonts/fonts.yaml',
    });
    // The front's teaser points to a page of another run.
    const { pages } = value!.issue;
    const [there] = pages.at(-1)!.slots.values();
    const pointing = (placed: Placement): Placement =>
      placed.kind === 'teaser' && there?.kind === 'article' ? { ...placed, articles: [there.article] } : placed;
    const front = { ...pages[0]!, slots: new Map([...pages[0]!.slots].map(([slot, one]) => [slot, pointing(one)])) };
    const desk = { ...value!, issue: { ...value!.issue, pages: [front, ...pages.slice(1)] } };
    const whole = makeUpIssue(desk, () => true).flatMap((made) => made.pages);
    const alone = runsOf(desk.issue.pages).flatMap((plans) =>
      makeUpIssue({ ...desk, issue: issueFor(plans, desk.issue) }, () => true, plans).flatMap((made) => made.pages),
    );
    expect(alone.sort((a, b) => a.number - b.number)).toEqual(whole);
  });
});
