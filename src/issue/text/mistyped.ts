/**
 * Marks that keyboards, other programs and haste leave in copy, where GB/T 15834-2011 has others. They are told of and
 * stay as they were typed: what is meant only the desk knows.
 */
import type { Code } from '../../diagnostics/catalogue.js';
import { isOpenQuote, partnerOf, type Unpaired, unpairedMarks } from './pairs.js';

/** A slip: what is wrong from `start` to `end`, UTF-16 offsets in the text, and what to type. */
export interface Mistyped {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * Where the partners of a text's marks stand: all in it; those of quotations perhaps in the next paragraph, which begins
 * with such a mark; or anywhere, as in a line of verse.
 */
export type Pairs = 'closed' | 'go-on' | 'apart';

/** A kind of slip, and how it is found. */
type Slip = Omit<Mistyped, 'start' | 'end'> & { readonly pattern: RegExp };

const BEFORE = '[\\p{Script=Han}，。、；：？！”’）》」』】〕…]';
const AFTER = '[\\p{Script=Han}，。、；：？！“‘（《「『【〔]';
/** Beside Han or its marks: in Latin text, dots and hyphens in a row are its own. */
const beside = (marks: string): string => `(?<=${BEFORE})(?:${marks})|(?:${marks})(?=${AFTER})`;

const ELLIPSIS = { code: 'mark-mistyped', hint: 'Type ……, two signs of three dots each.' } as const;
const DASH = { code: 'mark-mistyped', hint: 'Type ——, two signs of one character each.' } as const;
const DOUBLED = { code: 'marks-doubled', message: 'marks stand in a row of which one is enough' } as const;

/** Numerals of years and their like, and what is typed for the 〇 among them. */
const NUMERALS = '[一二三四五六七八九〇]';
const ZEROS = '[○oO0]';
/** What numbers that a hyphen joins count; codes and telephone numbers count nothing. */
const UNITS = '(?:[年月日时点天周岁人名个元万亿倍次米吨度级页版℃%％‰]|公里|公斤|小时|分钟)';

/** Made where a text may hold one: most texts hold none, and V8 looks up what their patterns name as soon as they are made. */
const slips = (): readonly Slip[] => [
  {
    code: 'stop-half-width',
    message: 'a half-width full stop stands among Chinese',
    hint: 'Type 。, or · inside a foreign name.',
    pattern: /(?<=\p{Script=Han})\.(?=[\p{Script=Han}”’ ]|$)/gu,
  },
  {
    ...ELLIPSIS,
    message: 'dots in a row make no Chinese ellipsis',
    pattern: new RegExp(beside('[.．]{2,}|。{3,}|[·•・]{2,}|‥+'), 'gu'),
  },
  {
    ...ELLIPSIS,
    message: 'an ellipsis of so many dots is no Chinese one',
    pattern: new RegExp(beside('(?<!…)…(?:……)*(?!…)'), 'gu'),
  },
  {
    ...DASH,
    message: 'lines in a row make no Chinese dash',
    pattern: new RegExp(beside('-{2,}(?![a-z])|[–−－]{2,}|[─━]+|—{3,}'), 'gu'),
  },
  {
    ...DASH,
    message: 'half a dash stands here',
    pattern: /(?<=^|[，。！？：；])—(?=[\p{Script=Han}“‘《])/gu,
  },
  {
    ...DOUBLED,
    hint: 'Leave one of them.',
    pattern: /[，、；：][，、；：。？！]+|(?<!。)。(?:。(?!。)|[，、；：？！]+)|(?<![？！])[？！]{1,3}[，、；：。]+/gu,
  },
  {
    ...DOUBLED,
    hint: 'Leave three at most.',
    pattern: /[？！]{4,}/gu,
  },
  {
    code: 'mark-mistyped',
    message: 'this dot is not that of foreign names',
    hint: 'Type · (U+00B7).',
    pattern: /(?<=\p{Script=Han})[•∙⋅・](?=\p{Script=Han})/gu,
  },
  {
    code: 'mark-mistyped',
    message: 'this is not the zero of Chinese numerals',
    hint: 'Type 〇 (U+3007).',
    pattern: new RegExp(`(?<=${NUMERALS}${ZEROS}*)${ZEROS}(?=${ZEROS}*${NUMERALS})`, 'gu'),
  },
  {
    code: 'mark-mistyped',
    message: 'a hyphen joins quantities or times',
    hint: 'Type ～ between quantities, — between times.',
    pattern: new RegExp(`(?<=(?<![\\w.:/–—-])\\d[\\d.]*[%％℃]?)-(?=\\d[\\d.]*${UNITS})`, 'gu'),
  },
];

/** Something of every slip: most texts hold none of it, and need not be looked through for each. */
const CANDIDATE =
  /[.．。·•・–−，、；：？！-]{2}|—{3}|(?<!…)(?:……)*…(?!…)|[•∙⋅・─━‥]|[^\0-\u2e7f]\.|[一二三四五六七八九〇][○oO0]|\d[%％℃]?-\d|(?:^|[，。！？：；])—(?!—)/;

/** What is told of a mark without its partner. */
const UNPAIRED: Readonly<Record<Unpaired['fault'], (mark: string) => Pick<Mistyped, 'message' | 'hint'>>> = {
  'not-closed': (mark) => ({
    message: `${mark} is not closed`,
    hint: isOpenQuote(mark)
      ? `Type ${partnerOf(mark)} where it ends; where it goes on, begin the next paragraph with ${mark}, too.`
      : `Type ${partnerOf(mark)} where it ends, or delete it.`,
  }),
  'closes-nothing': (mark) => ({
    message: `${mark} closes nothing`,
    hint: `Type ${partnerOf(mark)} before it, or delete it.`,
  }),
  'within-its-like': (mark) => ({
    message: `${mark} stands within another one`,
    hint: `Type ${partnerOf(mark)} if the quotation ends here; one within another has marks of the other kind.`,
  }),
};

/** All slips of a text, in its order. Half-width marks that are set full-width are so already. */
export const mistypedMarks = (text: string, pairs: Pairs): readonly Mistyped[] => {
  const found = pairs === 'apart' ? [] : unpairedOf(text, pairs);
  const possible = CANDIDATE.test(text) ? slips() : [];
  for (const { pattern, ...slip } of possible)
    for (const { index, 0: marks } of text.matchAll(pattern))
      found.push({ ...slip, start: index, end: index + marks.length });
  return found.sort((a, b) => a.start - b.start);
};

const unpairedOf = (text: string, pairs: Pairs): Mistyped[] =>
  unpairedMarks(text)
    .filter(({ mark, fault }) => !(pairs === 'go-on' && fault === 'not-closed' && isOpenQuote(mark)))
    .map(({ at, mark, fault }) => ({
      code: 'quote-unpaired',
      start: at,
      end: at + mark.length,
      ...UNPAIRED[fault](mark),
    }));
