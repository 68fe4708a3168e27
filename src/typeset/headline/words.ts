/**
 * Where the words and phrases of a headline end (rule 22): `Intl.Segmenter` as a soft hint, the house's words
 * and the article's names over it, titles 《…》 and quotations kept whole.
 */
import type { Em } from '../../geometry/units.js';
import { closes, isConnector, Kind } from '../characters/classes.js';
import { FORBIDDEN, LAST_RESORT } from '../linebreak/items.js';
import { itemAt, itemEnd, itemStart, pieceOf } from '../prepare/item-text.js';
import type { Prepared } from '../prepare/prepare.js';
import { leaningCosts } from './leaning.js';

/** What it costs to begin a line of a headline at each item. */
export interface Boundaries {
  /** Cost of a line that begins with item i; FORBIDDEN inside a word. */
  readonly cost: Float64Array;
  /** Width of the title or quotation that item i and the one before are both in: 0 none, Infinity a title. */
  readonly enclosed: Float64Array;
}

/** Its dictionary takes some ten milliseconds to load: only where a text is cut into words. */
let segmenter: Intl.Segmenter | null = null;

const BETWEEN_WORDS = 0.4;
/** After a mark, or before a bracket that opens. */
const AT_MARK = 0.05;
/** More than that where marks part the text: there lines had better end. */
const WITHIN_CLAUSE = 1.5;
/** Within a numeral and what it counts, or what a connector joins: 二十四 | 次, 12 | 个, 第 | 4季度, 武汉— | 咸宁, WiFi | 6. */
const IN_COUNT = 8;
const NUMERAL = /^第?[〇零一二三四五六七八九十百千万亿两几\d.,]+$/;
/** What is one date, time or span, and how dearly it is parted: 12月 | 10日, 2021年 | 12月, 10日 | 至 | 12日. */
const CHAINED: readonly (readonly [before: RegExp, after: RegExp, cost: number])[] = [
  [/[\d〇零一二三四五六七八九十]\s*(?:月|时|点|分|小时|分钟)$/, /^[\d一二三四五六七八九十]{1,3}\s*(?:日|号|分|秒)/, 8],
  [/[\d〇零一二三四五六七八九十]\s*年$/, /^[\d一二三四五六七八九十]{1,3}\s*月/, 2],
  [/\d\s*[^\d\s]{0,2}$/, /^至\s*\d/, 8],
  [/\d\s*[^\d\s]{0,2}至$/, /^\d/, 8],
];
const LONGEST_CHAINED = 8;
/** What none of them is without. */
const DATED = /[年月时点分至]/;

/** What a line that begins at `start` costs for what it parts of a date or a span. */
const chainCost = (text: string, start: number): number => {
  const before = text.slice(Math.max(start - LONGEST_CHAINED, 0), start).trimEnd();
  const after = text.slice(start, start + LONGEST_CHAINED).trimStart();
  return CHAINED.find(([ends, begins]) => ends.test(before) && begins.test(after))?.[2] ?? 0;
};

/** A mark that parts clauses or members. */
const CLAUSES = /[，、；：。？！][^，、；：。？！”’）》」』]/u;

/** Offsets at which a word begins, 0 among them; those of `words` are whole, the longest first. */
export const wordStarts = (text: string, words: readonly string[]): ReadonlySet<number> => {
  const starts = new Set<number>();
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { index } of segmenter.segment(text)) starts.add(index);
  const known = [...new Set(words.filter((word) => word.length > 1 && text.includes(word)))];
  known.sort((a, b) => b.length - a.length);
  const taken = new Uint8Array(text.length + 1);
  for (const word of known) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (taken.subarray(at, at + word.length).some((each) => each !== 0)) continue;
      taken.fill(1, at, at + word.length);
      for (let inner = at + 1; inner < at + word.length; inner++) starts.delete(inner);
      starts.add(at);
      starts.add(at + word.length);
    }
  }
  return starts;
};

/** Where words and phrases end; `words` are the house's and the article's names. */
export const wordBoundaries = (prepared: Prepared, words: readonly string[]): Boundaries => {
  const { text, items } = prepared;
  const cost = new Float64Array(items.count + 1).fill(FORBIDDEN);
  const starts = wordStarts(text, words);
  const leaning = leaningCosts(text, starts);
  const betweenWords = BETWEEN_WORDS + (CLAUSES.test(text) ? WITHIN_CLAUSE : 0);
  const isDated = DATED.test(text);
  for (let i = 1; i < items.count; i++) {
    const start = itemStart(prepared, i);
    if (!starts.has(start)) continue;
    if (items.penalty[i - 1]! >= LAST_RESORT) continue;
    const before = pieceOf(prepared, i - 1).kind;
    if (closes(before) || before === Kind.dash || text[start] === '（') cost[i] = AT_MARK;
    else {
      const saidBefore = text.slice(itemStart(prepared, i - 1), itemEnd(prepared, i - 1));
      cost[i] = betweenWords + leaning.get(start)! + (isDated ? chainCost(text, start) : 0);
      const counts = NUMERAL.test(wordBefore(text, starts, start)) && pieceOf(prepared, i).kind === Kind.han;
      if (counts || saidBefore === '第' || isConnector(before) || items.penalty[i - 1]! > 0) cost[i]! += IN_COUNT;
    }
  }
  return { cost, enclosed: enclosures(prepared) };
};

/** The word that ends at a place where one does, white space between left out. */
const wordBefore = (text: string, starts: ReadonlySet<number>, end: number): string => {
  const before = text.slice(0, end).trimEnd();
  let start = before.length - 1;
  while (start > 0 && !starts.has(start)) start--;
  return before.slice(start);
};

const ENCLOSURES = /《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|（[^（）]*）/g;

const enclosures = (prepared: Prepared): Float64Array => {
  const { text, items } = prepared;
  const enclosed = new Float64Array(items.count + 1);
  for (const match of text.matchAll(ENCLOSURES)) {
    const first = itemAt(prepared, match.index);
    const last = itemAt(prepared, match.index + match[0].length - 1);
    let width: Em = 0;
    for (let i = first; i <= last; i++) width += items.width[i]! + (i < last ? items.glue[i]! : 0);
    const value = match[0].startsWith('《') || match[0].startsWith('〈') ? Number.POSITIVE_INFINITY : width;
    for (let i = first + 1; i <= last; i++) enclosed[i] = Math.max(enclosed[i]!, value);
  }
  return enclosed;
};
