/** What files are called, and what they say of themselves. */
import { mm } from '../geometry/units.js';
import { chineseDate } from '../issue/plan/calendar.js';
import { pageName } from '../issue/plan/page-name.js';
import type { Issue } from '../issue/types.js';
import type { Edition, PdfFacts } from '../pdf/types.js';
import type { Paper } from '../template/types.js';

/** What an issue and its pages are named by. */
interface Naming {
  readonly issue: Pick<Issue, 'number' | 'date' | 'parts'>;
  readonly paper: Paper;
}

/** A page as readers call it: 第四版. */
export const nameOf = (page: number, { issue, paper }: Naming): string =>
  pageName(page, { parts: issue.parts, pattern: paper.pageName });

/** What a file says of itself; `pages` are those that it holds, none where it is the whole issue. */
export function factsOf(naming: Naming, pages: readonly number[], edition: Edition): PdfFacts {
  const { issue, paper } = naming;
  const { year, month, day } = issue.date;
  const names = pages.map((page) => nameOf(page, naming)).join('、');
  const title = [paper.name, chineseDate(issue.date), `第${issue.number}期`, names]
    .filter((word) => word !== '')
    .join(' ');
  return {
    edition,
    title,
    date: { year, month, day },
    bleed: mm(paper.print.bleed),
    marks: paper.print.marks,
    slug: (page) => `${paper.name} ${chineseDate(issue.date)} 第${issue.number}期 ${nameOf(page, naming)}`,
  };
}

/** A name by the paper's pattern: `{issue}`, `{page}`, `{page2}`, `{date}`; a sheet of two pages has both. */
export function fileName(
  pattern: string,
  { number, date }: Pick<Issue, 'number' | 'date'>,
  page: number,
  to?: number,
): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const values: Record<string, string> = {
    issue: String(number),
    page: to === undefined ? String(page) : `${page}-${to}`,
    page2: to === undefined ? two(page) : `${two(page)}-${two(to)}`,
    date: `${date.year}${two(date.month)}${two(date.day)}`,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
