/** Quotation marks and brackets that stand without their partners, or look the wrong way (GB/T 15834-2011, 4.8 and 4.9). */

/** A mark that is in no pair, by its UTF-16 offset; what is wrong with it. */
export interface Unpaired {
  readonly at: number;
  readonly mark: string;
  readonly fault: 'not-closed' | 'closes-nothing' | 'within-its-like';
}

const OPENERS = '“‘（《〈【〔「『［｛';
const CLOSERS = '”’）》〉】〕」』］｝';
const MARK = new RegExp(`[${OPENERS}${CLOSERS}]`, 'g');
const QUOTES = '“‘「『';

/** Whether a mark opens a quotation. */
export const isOpenQuote = (mark: string | undefined): boolean => mark !== undefined && QUOTES.includes(mark);

/** What a mark is in a pair with. */
export const partnerOf = (mark: string): string => {
  const opener = OPENERS.indexOf(mark);
  return opener >= 0 ? CLOSERS[opener]! : OPENERS[CLOSERS.indexOf(mark)]!;
};

/** The number of an item with no bracket before it: 1）, a）, 一）. */
const ITEM = /(?:^|[，。；：、！？\s”])[\da-z一二三四五六七八九十]{1,3}$/i;
/** What an apostrophe, or the sign of minutes or inches, stands behind. */
const SIGNED = /[\p{Script=Latin}\d]$/u;

/** Whether a closing mark with no partner needs none. */
const standsAlone = (mark: string, before: string, after: string): boolean =>
  mark === '）' ? ITEM.test(before) : /[”’]/.test(mark) && (SIGNED.test(before) || /^\p{Script=Latin}/u.test(after));

/** Whether a quotation mark within its like begins a quotation there: both end later. */
const isNested = (after: string, close: string, open: string): boolean => {
  const [next, second] = after.match(new RegExp(`[${open}${close}]`, 'g')) ?? [];
  return next === close && second === close;
};

/** A text whose marks are in pairs, none within another: most are, and need not be gone through mark by mark. */
const PLAIN = (() => {
  const between = `[^${OPENERS}${CLOSERS}]*`;
  const pairs = [...OPENERS].map((open) => open + between + partnerOf(open)).join('|');
  return new RegExp(`^${between}(?:(?:${pairs})${between})*$`);
})();

/** All marks of a text without their partners, in its order. */
export const unpairedMarks = (text: string): readonly Unpaired[] => {
  if (PLAIN.test(text)) return [];
  const open: { readonly at: number; readonly mark: string }[] = [];
  const found: Unpaired[] = [];
  for (const { index: at, 0: mark } of text.matchAll(MARK)) {
    const opener = OPENERS.indexOf(mark);
    if (opener >= 0) {
      const isLike = isOpenQuote(mark) && open.at(-1)?.mark === mark;
      if (isLike) found.push({ at, mark, fault: 'within-its-like' });
      // Nearly always it is the closing one, typed the wrong way.
      if (isLike && !isNested(text.slice(at + 1), partnerOf(mark), mark)) open.pop();
      else open.push({ at, mark });
      continue;
    }
    const partner = open.findLastIndex((each) => each.mark === partnerOf(mark));
    if (partner >= 0) {
      for (const left of open.splice(partner).slice(1)) found.push({ ...left, fault: 'not-closed' });
    } else if (!standsAlone(mark, text.slice(0, at), text.slice(at + 1))) {
      found.push({ at, mark, fault: 'closes-nothing' });
    }
  }
  for (const left of open) found.push({ ...left, fault: 'not-closed' });
  return found.sort((a, b) => a.at - b.at);
};
