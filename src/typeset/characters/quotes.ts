/**
 * Curly quotes are one and the same character in Chinese and in Latin writing. In Chinese they are full-width
 * brackets (rule 5); between Latin letters they belong to the word.
 */
import { type CodePoints, isAlphanumeric, isEastAsian } from './unicode.js';

const SPACE = 0x20;
const LEFT_DOUBLE = 0x201c;
const RIGHT_DOUBLE = 0x201d;
const LEFT_SINGLE = 0x2018;
const RIGHT_SINGLE = 0x2019;

/** Whether a code point is one of `‘ ’ “ ”`. */
export const isCurlyQuote = (code: number): boolean =>
  code >= LEFT_SINGLE && code <= RIGHT_DOUBLE && code !== 0x201a && code !== 0x201b;
/** Whether a curly quote opens. */
export const opensQuote = (code: number): boolean => code === LEFT_DOUBLE || code === LEFT_SINGLE;

const isWesternLetter = (code: number): boolean =>
  code < 0x80 ? isAlphanumeric(code) : !isEastAsian(code) && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
const isWestern = (code: number): boolean => (code > 0x20 && code < 0x7f) || isWesternLetter(code);

/** For each character that is a curly quote: 1 if it is Chinese, 0 if Latin. */
export const chineseQuotes = ({ codes, others }: CodePoints): Uint8Array => {
  const found = new Uint8Array(codes.length);
  const quotes: number[] = [];
  let eastern = others.length < codes.length;
  let letters = false;
  for (const at of others) {
    const code = codes[at]!;
    if (isCurlyQuote(code)) quotes.push(at);
    else if (isEastAsian(code)) eastern = true;
    else if (!letters && isWesternLetter(code)) letters = true;
  }
  if (quotes.length === 0) return found;
  if (!eastern && letters) return found; // a Latin paragraph

  /** The nearest character that is neither space nor quote, looking outwards. */
  const neighbour = (from: number, step: number): number | undefined => {
    for (let at = from + step; at >= 0 && at < codes.length; at += step) {
      const code = codes[at]!;
      if (code !== SPACE && !isCurlyQuote(code)) return code;
    }
    return undefined;
  };
  const westernSide = (from: number, step: number): boolean => {
    const code = neighbour(from, step);
    return code !== undefined && isWestern(code);
  };
  const open: number[] = [];
  for (const at of quotes) {
    const code = codes[at]!;
    const before = at > 0 ? codes[at - 1]! : 0;
    const after = at + 1 < codes.length ? codes[at + 1]! : 0;
    if (code === RIGHT_SINGLE && isWesternLetter(before) && isWesternLetter(after)) continue; // don’t
    if (opensQuote(code)) {
      open.push(at);
      found[at] = 1;
      continue;
    }
    const partner = open.length > 0 && codes[open.at(-1)!] === code - 1 ? open.pop()! : -1;
    if (partner < 0) {
      found[at] = westernSide(at, -1) && westernSide(at, 1) ? 0 : 1;
      continue;
    }
    const inner = codes.subarray(partner + 1, at);
    const [left, right] = [westernSide(partner, -1), westernSide(at, 1)];
    // Between Latin and Chinese spaces say which it is: Trevor “Freespace” 摄, but iPhone“Pro”版 and 苹果“iPhone” 15.
    const isApart = partner === 0 || codes[partner - 1] === SPACE;
    const goesOn = isApart && (left || (right && codes[at + 1] === SPACE));
    const latin = ((left && right) || goesOn) && inner.length > 0 && inner.every((each) => !isEastAsian(each));
    found[partner] = latin ? 0 : 1;
    found[at] = latin ? 0 : 1;
  }
  for (const at of open) if (westernSide(at, -1) && westernSide(at, 1)) found[at] = 0;
  return found;
};
