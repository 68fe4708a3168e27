/** What pages are called in print: 第四版, or where an issue has parts (叠) A04版. */

import type { Part } from '../types.js';
import { chineseNumber } from './calendar.js';

/** What names follow from. */
export interface PageNaming {
  readonly parts: readonly Part[];
  /** The paper's pattern (`page-name`); null: 第四版, in parts with letters A04版. */
  readonly pattern: string | null;
}

const IN_NUMERALS = '第{chinese}版';
const IN_PARTS = '{part}{page2}版';

/**
 * The name of a page, by its number in the issue: a part counts its own pages. In the pattern stand `{part}`, the
 * part’s letters, and the number as `{page}`, `{page2}` (two digits) or `{chinese}`.
 */
export const pageName = (page: number, { parts, pattern }: PageNaming): string => {
  const part = parts.findLast(({ from }) => from <= page);
  const own = page - (part?.from ?? 1) + 1;
  const values: Readonly<Record<string, string>> = {
    part: part?.name ?? '',
    page: String(own),
    page2: String(own).padStart(2, '0'),
    chinese: chineseNumber(own),
  };
  return (pattern ?? (part === undefined ? IN_NUMERALS : IN_PARTS)).replace(/\{(\w+)\}/g, (_, key) => values[key]!);
};

const isOfNumber = (character: string): boolean => /[0-9零一二三四五六七八九十百]/.test(character);

/** The names of pages as one: 第六版; of two that face each other 第六、七版, A06、07版. */
export const pageNames = (pages: readonly number[], naming: PageNaming): string => {
  const [first = '', second] = pages.map((page) => pageName(page, naming));
  if (second === undefined) return first;
  const [own, other] = [[...first], [...second]];
  let from = own.findIndex((character, index) => character !== other[index]);
  while (from > 0 && isOfNumber(own[from - 1]!)) from--;
  let after = 0;
  while (own.at(-1 - after) === other.at(-1 - after) && !isOfNumber(own.at(-1 - after)!)) after++;
  const numbers = [own, other].map((name) => name.slice(from, name.length - after).join(''));
  return `${own.slice(0, from).join('')}${numbers.join('、')}${own.slice(own.length - after).join('')}`;
};
