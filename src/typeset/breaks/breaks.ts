/**
 * Where a level lets a line break: the Chinese layer (rules 1–7) over UAX #14. It changes the classes of some
 * characters before the Unicode rules run, and forbids or allows single places after.
 */
import {
  CLOSERS,
  COMMAS,
  CONNECTORS,
  charSet,
  ITERATION_MARKS,
  isSquaredUnit,
  LOOSE_STARTS,
  NORMAL_STARTS,
  OPENERS,
  SMALL_KANA,
  STOPS,
  WIDE_POSTFIXES,
  WIDE_PREFIXES,
} from '../characters/classes.js';
import { chineseQuotes, isCurlyQuote, opensQuote } from '../characters/quotes.js';
import {
  type CodePoints,
  codePoints,
  isAlphanumeric,
  isDigit,
  isEastAsian,
  isHan,
  isRaisedOrLowered,
  Uax,
  uaxClass,
} from '../characters/unicode.js';
import type { Level } from '../types.js';
import { MAY_BREAK, NO_BREAK, uaxBreaks } from './uax14.js';
import { urlBreaks } from './urls.js';
import { joinsNumber, longNumberBreaks, staysWhole, topicSigns } from './whole.js';

const LOOSE_START_SET = charSet(LOOSE_STARTS);
const NORMAL_START_SET = charSet(NORMAL_STARTS);
const CONNECTOR_SET = charSet(CONNECTORS);
const ITERATION_SET = charSet(ITERATION_MARKS);
const SMALL_KANA_SET = charSet(SMALL_KANA);
const POSTFIX_SET = charSet(WIDE_POSTFIXES);
const PREFIX_SET = charSet(WIDE_PREFIXES);
const OPENER_SET = charSet(OPENERS);
const CLOSER_SET = charSet(CLOSERS);
/** After these, and at a text's start, `＋` and `－` are a number's sign, and join nothing. */
const BEFORE_SIGN_SET = charSet(`${OPENERS}${COMMAS}${STOPS}“‘～ \u3000`);

const EM_DASH = 0x2014;
const isDash = (code: number): boolean => code === EM_DASH || code === 0x2e3a || code === 0x2e3b || code === 0x2015;
const isEllipsis = (code: number): boolean => code === 0x2026 || code === 0x22ef;
const isDot = (code: number): boolean => code === 0xb7 || code === 0x2027 || code === 0x30fb || code === 0xff65;
const SOLIDUS = 0x2f;
const WIDE_SOLIDUS = 0xff0f;
const RATIO = 0x2236;
const WIDE_PLUS = 0xff0b;
const WIDE_MINUS = 0xff0d;

/** A text read for breaking: code points, their offsets, which curly quotes are Chinese. */
export interface ReadText extends CodePoints {
  readonly text: string;
  readonly chineseQuote: Uint8Array;
  readonly classes: Uint8Array;
  /** For each code point: NO_BREAK, MAY_BREAK or MUST_BREAK before it. */
  readonly breaks: Uint8Array;
}

const isUnassignedPictograph = (code: number): boolean =>
  code > 0x1f000 && /^(?=\p{Cn})\p{Extended_Pictographic}$/u.test(String.fromCodePoint(code));

/** Reads a text and finds every place where a line may begin. */
export const readText = (text: string, level: Level): ReadText => {
  const points = codePoints(text);
  const { codes, offsets, others } = points;
  const count = codes.length;
  const chineseQuote = chineseQuotes(points);
  const classes = new Uint8Array(count).fill(Uax.ID);
  const eastAsian = new Uint8Array(count).fill(1);
  const quote = new Uint8Array(count);
  const pictographic = new Uint8Array(count);
  for (const at of others) {
    const code = codes[at]!;
    if (chineseQuote[at]) {
      classes[at] = opensQuote(code) ? Uax.OP : Uax.CL; // rule 5
      continue;
    }
    classes[at] = chineseClass(codes, at, level);
    if (!isEastAsian(code)) eastAsian[at] = 0;
    if (classes[at] === Uax.QU) {
      if (isCurlyQuote(code)) quote[at] = opensQuote(code) ? 1 : 2;
      else if (code === 0xab || code === 0x201b || code === 0x201f || code === 0x2039) quote[at] = 1;
      else if (code === 0xbb || code === 0x203a) quote[at] = 2;
    }
    if (isUnassignedPictograph(code)) pictographic[at] = 1;
  }
  const breaks = uaxBreaks({ classes, eastAsian, quote, pictographic, others });
  const forbid = (at: number): void => {
    if (breaks[at] === MAY_BREAK && forbids(codes, eastAsian, at, level)) breaks[at] = NO_BREAK;
  };
  for (const at of others) {
    forbid(at);
    if (at + 1 < count && isHan(codes[at + 1]!)) forbid(at + 1);
  }
  for (const at of topicSigns(codes, others)) if (breaks[at] === MAY_BREAK) breaks[at] = NO_BREAK; // rule 6
  for (const offset of [...urlBreaks(text), ...longNumberBreaks(text)]) {
    const at = indexOf(offsets, offset);
    if (at > 0 && at < count && mayFollowUrlMark(classes[at]!)) breaks[at] = MAY_BREAK;
  }
  return { text, codes, offsets, others, chineseQuote, classes, breaks };
};

/** Every UTF-16 offset inside the text at which the level lets a line begin. */
export const breakOffsets = (text: string, level: Level): readonly number[] => {
  const { breaks, offsets } = readText(text, level);
  const found: number[] = [];
  for (let at = 1; at < breaks.length; at++) if (breaks[at] !== NO_BREAK) found.push(offsets[at]!);
  return found;
};

/** The UAX #14 class of a character in a Chinese line at a level (rules 1–5). */
const chineseClass = (codes: Uint32Array, at: number, level: Level): number => {
  const code = codes[at]!;
  const plain = uaxClass(code);
  if (code < 0xa0) return plain;
  const before = at > 0 ? codes[at - 1]! : 0;
  const after = at + 1 < codes.length ? codes[at + 1]! : 0;
  if (OPENER_SET.has(code)) return Uax.OP;
  if (CLOSER_SET.has(code)) return Uax.CL;
  if (code === RATIO) return isAlphanumeric(before) && isAlphanumeric(after) ? plain : Uax.NS; // rules 1, 6
  if (isDot(code)) {
    if (level === 'loose' && LOOSE_START_SET.has(code)) return Uax.ID; // rule 4
    return code === 0xb7 && isFormula(before) && isFormula(after) ? plain : Uax.NS; // rules 1, 6
  }
  if (code === WIDE_SOLIDUS) return Uax.NS; // rule 1
  if (isSquaredUnit(code)) return isDigit(before) ? Uax.PO : plain; // rule 6
  const isSign = code === WIDE_PLUS || code === WIDE_MINUS;
  if (isSign && isDigit(after) && (before === 0 || BEFORE_SIGN_SET.has(before))) return Uax.PR; // rule 6
  if (code === WIDE_PLUS && !isDigit(after)) return Uax.NS; // rule 1: 互联网＋
  if (CONNECTOR_SET.has(code)) return level === 'loose' && !isAlphanumeric(before) ? Uax.ID : Uax.NS; // rules 1, 4
  if (NORMAL_START_SET.has(code)) return level === 'strict' || isAlphanumeric(before) ? plain : Uax.ID; // rule 4
  if (SMALL_KANA_SET.has(code)) return level === 'strict' ? Uax.NS : Uax.ID; // UAX #14 LB1, CSS line-break
  if (isEllipsis(code)) {
    const run = before === code || after === code;
    const first = before !== code;
    return first && (level === 'loose' || (level === 'normal' && run)) ? Uax.ID : plain; // rules 1, 3; CSS line-break
  }
  if (level !== 'loose') return plain;
  if (plain === Uax.IN) return Uax.ID; // CSS line-break: loose, inseparable characters
  if (LOOSE_START_SET.has(code) || ITERATION_SET.has(code)) return Uax.ID; // rule 4
  if (POSTFIX_SET.has(code)) return isDigit(before) ? plain : Uax.ID; // rules 4, 6
  if (PREFIX_SET.has(code)) return isDigit(after) ? plain : Uax.ID; // rules 4, 6
  return plain;
};

/** What an interpunct may join to a date, a unit or a formula: 3·15, kW·h, CuSO₄·5H₂O. */
const isFormula = (code: number): boolean => isAlphanumeric(code) || isRaisedOrLowered(code);

/** Rules 1–3 and 6 where a class cannot say it: no break between the characters at−1 and at. */
const forbids = (codes: Uint32Array, eastAsian: Uint8Array, at: number, level: Level): boolean => {
  const before = codes[at - 1]!;
  const code = codes[at]!;
  if (isDash(code)) {
    if (isDash(before)) return true; // rule 3
    if (level === 'strict') return true; // rule 1
    return code === EM_DASH && at + 1 < codes.length && joinsNumber(before, codes[at + 1]!); // rule 6
  }
  if (isEllipsis(code) && before === code) return true; // rule 3
  if (staysWhole(codes, at)) return true; // rule 6
  if (level === 'strict') {
    if (isEllipsis(code)) return true; // rule 1
    // rule 2, GB/T 15834 5.1.9: a solidus among Han ends no line either
    if (before === WIDE_SOLIDUS) return true;
    if (before === SOLIDUS && (eastAsian[at] || (at > 1 && eastAsian[at - 2]))) return true;
  }
  return false;
};

/** Rule 7 yields to marks that may begin no line. */
const mayFollowUrlMark = (uax: number): boolean =>
  uax === Uax.AL || uax === Uax.NU || uax === Uax.HL || uax === Uax.ID || uax === Uax.PR || uax === Uax.PO;

const indexOf = (offsets: Uint32Array, offset: number): number => {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset ? low : -1;
};
