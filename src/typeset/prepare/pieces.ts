/** Cuts a text into the pieces that become boxes, each with its kind; what lies between is white space. */
import type { ReadText } from '../breaks/breaks.js';
import { NO_BREAK } from '../breaks/uax14.js';
import { joinsFigures, WIDE_COLON } from '../breaks/whole.js';
import {
  AFFIXES,
  CLOSERS,
  COMMAS,
  charSet,
  DASHES,
  ELLIPSES,
  FULL_WIDTH_SYMBOLS,
  INTERPUNCTS,
  isSquaredUnit,
  Kind,
  MIDDLE_DOTS,
  OPENERS,
  STOPS,
} from '../characters/classes.js';
import { opensQuote } from '../characters/quotes.js';
import { isEastAsian, isHan, isLetter, Uax } from '../characters/unicode.js';
import type { Run } from '../types.js';

/** A box to be: a part of the text that is set as one. Han in a row are one piece, and a box each. */
export interface Piece {
  readonly start: number;
  /** End without the white space that follows. */
  readonly end: number;
  readonly kind: Kind;
  /** Index of the run. */
  readonly run: number;
  /** Index of its first and behind its last code point. */
  readonly from: number;
  readonly to: number;
  /** Index of its item, and how many it has: of Han in a row one each, else one. */
  readonly item: number;
  readonly count: number;
}

/** Whether a piece is Han in a row (or one), each without marks of its own: one UTF-16 unit and one em an item. */
export const isHanRow = ({ kind, start, end, count }: Piece): boolean => kind === Kind.han && end - start === count;

const KINDS: ReadonlyMap<number, Kind> = new Map(
  (
    [
      [OPENERS, Kind.opener],
      [CLOSERS, Kind.closer],
      [COMMAS, Kind.comma],
      [STOPS, Kind.stop],
      [DASHES, Kind.dash],
      [ELLIPSES, Kind.ellipsis],
      [INTERPUNCTS, Kind.interpunct],
      [MIDDLE_DOTS, Kind.middle],
      [AFFIXES, Kind.affix],
      ['～〜－', Kind.wave],
      ['／', Kind.solidus],
      ['–∶', Kind.connector],
    ] as const
  ).flatMap(([chars, kind]) => [...charSet(chars)].map((code) => [code, kind] as const)),
);

const EM_DASH = 0x2014;

const isSymbol = (code: number): boolean => FULL_WIDTH_SYMBOLS.some(([first, last]) => code >= first && code <= last);
const isInvisible = (code: number): boolean =>
  code < 0x20 ||
  code === 0xad ||
  code === 0xfeff ||
  (code >= 0x7f && code < 0xa0) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f);

/** White space of every kind, line separators included; it becomes glue. */
export const isSpace = (code: number): boolean =>
  code <= 0x3000 &&
  (code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000);

const kindAt = (read: ReadText, at: number): Kind => {
  const code = read.codes[at]!;
  if (isHan(code)) return Kind.han;
  if (code < 0x80) return code === 0x2f && besideHan(read, at) ? Kind.solidus : code < 0x20 ? Kind.blank : Kind.latin;
  if (read.chineseQuote[at]) return opensQuote(code) ? Kind.opener : Kind.closer;
  const known = KINDS.get(code);
  if (known === Kind.connector) {
    const before = at > 0 ? read.codes[at - 1]! : 0;
    const after = at + 1 < read.codes.length ? read.codes[at + 1]! : 0;
    return isLetter(before) && isLetter(after) ? Kind.latin : Kind.connector;
  }
  if (code === WIDE_COLON && joinsFigures(read.codes, at)) return Kind.connector;
  if (code === EM_DASH && read.codes[at - 1] !== code && read.codes[at + 1] !== code) return Kind.link;
  if (known !== undefined) return known;
  if (isSquaredUnit(code)) return Kind.affix;
  if (code >= 0xff61 && code <= 0xffdc) return Kind.half;
  if (isEastAsian(code) || isSymbol(code)) return Kind.han;
  if (isInvisible(code)) return Kind.blank;
  const uax = read.classes[at]!;
  return uax === Uax.RI ? Kind.han : Kind.latin;
};

const besideHan = (read: ReadText, at: number): boolean =>
  (at > 0 && isEastAsian(read.codes[at - 1]!)) || (at + 1 < read.codes.length && isEastAsian(read.codes[at + 1]!));

/** Does the character at `at` belong to the cluster of the one before? */
const extendsCluster = (read: ReadText, at: number): boolean => {
  const uax = read.classes[at]!;
  if (uax === Uax.CM || uax === Uax.ZWJ || uax === Uax.ZW || uax === Uax.WJ) return true;
  if (read.codes[at]! === 0xad) return true;
  if (read.breaks[at] !== NO_BREAK) return false;
  if (read.classes[at - 1] === Uax.ZWJ) return isPictograph(read.codes[at]!);
  return uax === Uax.EM || (uax === Uax.RI && read.classes[at - 1] === Uax.RI);
};

/** What a joiner makes one emoji of (UAX #29 GB11); copied text has joiners between Han, too. */
const isPictograph = (code: number): boolean => /\p{Extended_Pictographic}/u.test(String.fromCodePoint(code));

/** The pieces of a text that was read, in order; runs are its parts. */
export const cutPieces = (read: ReadText, runs: readonly Run[]): readonly Piece[] => {
  const { codes, offsets, others } = read;
  const pieces: Piece[] = [];
  let run = 0;
  let runEnd = runs[0]?.text.length ?? 0;
  let at = 0;
  let item = 0;
  /** The first of the others that is not passed yet. */
  let other = 0;
  /** Whether the character at `next` belongs to the one before it. */
  const joinsCluster = (next: number): boolean =>
    next < codes.length && offsets[next]! < runEnd && !isSpace(codes[next]!) && extendsCluster(read, next);
  while (at < codes.length && isSpace(codes[at]!)) at++;
  if (at > 0) {
    pieces.push({ start: 0, end: offsets[at]!, kind: Kind.blank, run: 0, from: 0, to: at, item: item++, count: 1 });
  }
  while (at < codes.length) {
    while (other < others.length && others[other]! < at) other++;
    const hanEnd = others[other] ?? codes.length;
    if (hanEnd === at && isSpace(codes[at]!)) {
      at++;
      continue;
    }
    const start = offsets[at]!;
    while (start >= runEnd && run + 1 < runs.length) runEnd += runs[++run]!.text.length;
    const from = at++;
    // Most of a Chinese text: one Han after another. The last is a piece of its own where more belongs to it.
    const rowEnd = hanEnd > from && joinsCluster(hanEnd) ? hanEnd - 1 : hanEnd;
    if (rowEnd > from) {
      at = Math.min(rowEnd, from + runEnd - start);
      const count = at - from;
      pieces.push({ start, end: start + count, kind: Kind.han, run, from, to: at, item, count });
      item += count;
      continue;
    }
    const kind = kindAt(read, from);
    while (at < codes.length && !isSpace(codes[at]!) && offsets[at]! < runEnd) {
      if (extendsCluster(read, at)) at++;
      else if (kind === Kind.latin && read.breaks[at] === NO_BREAK && kindAt(read, at) === Kind.latin) at++;
      else if (kind === Kind.blank && kindAt(read, at) === Kind.blank) at++;
      else break;
    }
    pieces.push({ start, end: offsets[at]!, kind, run, from, to: at, item: item++, count: 1 });
  }
  return pieces;
};
