/** Rule 6: what had better stay whole, where the rules of Unicode part it. */
import { charSet, isItemSign } from '../characters/classes.js';
import { isAlphanumeric, isDigit, isHan, isLetter } from '../characters/unicode.js';

const PLUS = 0x2b;
const HYPHEN = 0x2d;
const SOLIDUS = 0x2f;
/** ： */
export const WIDE_COLON = 0xff1a;
const SPACE = 0x20;
const isAt = (code: number): boolean => code === 0x40 || code === 0xff20;
const isNumberSign = (code: number): boolean => code === 0x23 || code === 0xff03;

/** Letters that a unit of measure has at most: mmol/L. */
const LONGEST_UNIT = 5;
const isUnitLetter = (code: number): boolean =>
  (isAlphanumeric(code) && !isDigit(code)) || code === 0xb2 || code === 0xb3 || code === 0xb5 || code === 0x3bc;

/** Is what stands before `at` a unit of the number before it, as in 2.5m³/s and 60 km/h? */
const isUnitBefore = (codes: Uint32Array, at: number): boolean => {
  let from = at;
  while (from > 0 && at - from < LONGEST_UNIT && isUnitLetter(codes[from - 1]!)) from--;
  if (from === at) return false;
  const number = codes[from - 1] === 0x20 ? from - 2 : from - 1;
  return number >= 0 && isDigit(codes[number]!);
};

const isDigitThere = (code: number | undefined): boolean => code !== undefined && isDigit(code);

const THOUSANDS = 3;

/** Does the white before `at` part a number into thousands, 1 286 (GB/T 15835)? */
const partsThousands = (codes: Uint32Array, at: number): boolean => {
  if (![codes[at], codes[at + 1], codes[at + 2]].every(isDigitThere) || isDigitThere(codes[at + 3])) return false;
  let from = at - 1;
  while (isDigitThere(codes[from - 1])) from--;
  return from < at - 1 && from >= at - 1 - THOUSANDS;
};

/** 年 */
const YEAR = 0x5e74;
const isYear = (codes: Uint32Array, at: number): boolean =>
  codes[at + 4] === YEAR && codes.subarray(at, at + 4).every(isDigit);

/** Is the full-width colon at `at` that of a time or a score, 8：30, 3：2, and not one before a year, 图1：2021年? */
export const joinsFigures = (codes: Uint32Array, at: number): boolean =>
  isDigitThere(codes[at - 1]) && isDigitThere(codes[at + 1]) && !isYear(codes, at + 1);

/** Whether no line ends between the characters at−1 and at: C++, 1 286, 8：30, @咸宁日报, km/h, 2.5m³/s. */
export const staysWhole = (codes: Uint32Array, at: number): boolean => {
  const before = codes[at - 1]!;
  const code = codes[at]!;
  const joined = codes[at - 2] ?? 0;
  if (before === PLUS) return code === PLUS;
  if (before === WIDE_COLON) return joinsFigures(codes, at - 1);
  if (before === SPACE) return partsThousands(codes, at);
  if (isAt(before)) return true;
  if (before === SOLIDUS && isUnitBefore(codes, at - 1)) return true;
  // A part of one letter is no part of a word: GB/T, e-mail.
  if ((before !== HYPHEN && before !== SOLIDUS) || !isAlphanumeric(joined) || !isLetter(code)) return false;
  return !isAlphanumeric(codes[at - 3] ?? 0) || !isAlphanumeric(codes[at + 1] ?? 0);
};

/** The characters before which no line ends, for a topic's sign stands there or before: `#咸宁马拉松#`. */
export const topicSigns = (codes: Uint32Array, others: readonly number[]): readonly number[] => {
  const kept: number[] = [];
  let isOpen = false;
  for (const at of others) {
    if (!isNumberSign(codes[at]!)) continue;
    if (isOpen) kept.push(at);
    else if (isAlphanumeric(codes[at - 1] ?? 0) || isDigit(codes[at + 1] ?? 0)) continue;
    else kept.push(at + 1);
    isOpen = !isOpen;
  }
  return kept;
};

const NUMERALS = charSet('0123456789一二三四五六七八九十');
/** What an item's number stands behind, where it is not in brackets: another item, a sentence, or white. */
const BEFORE_ITEMS = charSet('。；：！？” \u3000');
const LONGEST_ITEM_NUMBER = 3;
const isOpenBracket = (code: number): boolean => code === 0x28 || code === 0xff08;
const isCloseBracket = (code: number): boolean => code === 0x29 || code === 0xff09;
/** . ． 、 */
const isItemPoint = (code: number): boolean => code === 0x2e || code === 0xff0e || code === 0x3001;

/** Whether the number of an item, or a sign for it, ends before `end`: ①, ■, （一）, 2., 三、 */
export const endsItemNumber = (codes: Uint32Array, end: number): boolean => {
  const last = codes[end - 1]!;
  if (isHan(last)) return false;
  if (isItemSign(last)) return true;
  if (!isCloseBracket(last) && !isItemPoint(last)) return false;
  let from = end - 1;
  while (NUMERALS.has(codes[from - 1]!)) from--;
  const length = end - 1 - from;
  if (length === 0 || length > LONGEST_ITEM_NUMBER) return false;
  if (isCloseBracket(last)) return isOpenBracket(codes[from - 1] ?? 0);
  return from === 0 || BEFORE_ITEMS.has(codes[from - 1]!);
};

/** Does a dash between these two stand in a number, as in CN42—0039? */
export const joinsNumber = (before: number, after: number): boolean =>
  isAlphanumeric(before) && isAlphanumeric(after) && (isDigit(before) || isDigit(after));

/** Long numbers of groups, of telephones above all, may break behind a hyphen as codes do behind a dash: 0715-8127315. */
const LONG_NUMBER = /(?<=\d{3}-)\d{4}/g;

/** Offsets inside long numbers at which a line may begin. */
export const longNumberBreaks = (text: string): readonly number[] =>
  text.includes('-') ? [...text.matchAll(LONG_NUMBER)].map(({ index }) => index) : [];
