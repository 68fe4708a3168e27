/** Parts of an issue that are folded by themselves (叠). */
import type { Collector } from '../../diagnostics/collector.js';
import type { Checked } from '../../yaml/check.js';
import type { RawIssue } from '../schema.js';
import type { PagePlan, Part } from '../types.js';

/** The parts in the order of their pages; each must begin on a page that is planned, on a right one, and in no spread. */
export const partsOf = (
  { data, leftOut, at }: Checked<RawIssue>,
  pages: readonly PagePlan[],
  report: Collector,
): readonly Part[] => {
  const planned = new Set(pages.flatMap(({ numbers }) => numbers));
  const parts = Object.entries(data.parts ?? {}).map(([name, from]): Part => ({ name, from }));
  for (const [index, { name, from }] of parts.entries()) {
    const span = at(['parts', name]);
    const spread = pages.find(({ numbers }) => numbers[1] === from);
    const other = parts.slice(0, index).find((one) => one.from === from);
    if (!planned.has(from)) {
      if (leftOut.length > 0) continue;
      const hint = 'Give the number of its first page, counted through the whole issue.';
      report.error('part-page', `part \`${name}\` begins on page ${from}, which is not planned`, { span, hint });
    } else if (from % 2 === 0) {
      const hint = 'A part is folded by itself, so its first page is an odd one.';
      report.error('part-page', `part \`${name}\` begins on page ${from}, a left page`, { span, hint });
    } else if (spread !== undefined) {
      const message = `part \`${name}\` begins on page ${from}, in the middle of the spread ${spread.numbers.join('-')}`;
      const hint = 'Plan its pages one by one, or begin the part before or after it.';
      report.error('part-page', message, { span, hint });
    } else if (other !== undefined) {
      const hint = 'Give each its own first page.';
      report.error('part-page', `parts \`${name}\` and \`${other.name}\` begin on one page`, { span, hint });
    }
  }
  return parts.sort((a, b) => a.from - b.from);
};

/**
 * Pages, in their order, as they lie open: the first of each part alone, then two and two. Parts are folded by
 * themselves, so that the last page of one faces none of the next.
 */
export const facingPages = (numbers: readonly number[], parts: readonly Part[]): readonly (readonly number[])[] => {
  const opened: number[][] = [];
  for (const number of numbers) {
    const last = opened.at(-1);
    const isRight = number % 2 === 1 && parts.every(({ from }) => from !== number);
    if (isRight && last?.length === 1 && last[0] === number - 1) last.push(number);
    else opened.push([number]);
  }
  return opened;
};
