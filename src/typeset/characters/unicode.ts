/**
 * The Unicode ground: line-break classes (UAX #14, from the `linebreak` package's table), East Asian width
 * (UAX #11) as far as line breaking asks for it. Pure lookups; a block's classes are read when it is first asked for,
 * for a text needs few of them.
 */
import { CLASSES, RUNS } from './line-break-classes.js';

/** UAX #14 classes; the numbers are those of the package's table. */
export const Uax = {
  OP: 0,
  CL: 1,
  CP: 2,
  QU: 3,
  GL: 4,
  NS: 5,
  EX: 6,
  SY: 7,
  IS: 8,
  PR: 9,
  PO: 10,
  NU: 11,
  AL: 12,
  HL: 13,
  ID: 14,
  IN: 15,
  HY: 16,
  BA: 17,
  BB: 18,
  B2: 19,
  ZW: 20,
  CM: 21,
  WJ: 22,
  H2: 23,
  H3: 24,
  JL: 25,
  JV: 26,
  JT: 27,
  RI: 28,
  EB: 29,
  EM: 30,
  ZWJ: 31,
  CB: 32,
  BK: 34,
  CR: 36,
  LF: 37,
  NL: 38,
  SP: 41,
} as const;

/** Runs of one class: where each begins, and where the next would; their classes. */
interface Runs {
  readonly starts: readonly number[];
  readonly classes: readonly number[];
}

/** Reads the table, unit by unit: to find its runs by an expression takes longer than to set a page's lines. */
const readRuns = (): Runs => {
  const starts = [0];
  const classes: number[] = [];
  let start = 0;
  let length = 0;
  for (let at = 0; at < RUNS.length; at++) {
    const unit = RUNS.charCodeAt(at);
    if (unit < UPPER_A) {
      length = length * 10 + unit - DIGIT_0;
      continue;
    }
    start += length;
    length = 0;
    starts.push(start);
    classes.push(CLASSES[unit - (unit >= LOWER_A ? LOWER_A - LETTERS : UPPER_A)]!);
  }
  return { starts, classes };
};
const DIGIT_0 = 0x30;
const UPPER_A = 0x41;
const LOWER_A = 0x61;
const LETTERS = 26;

const BLOCK = 0x100;
const blocks = new Array<Uint8Array | undefined>(0x10000 / BLOCK);

/** The classes of the 256 characters of a block of the basic plane. */
const readBlock = (block: number): Uint8Array => {
  const read = new Uint8Array(BLOCK);
  const { starts, classes } = allRuns();
  const first = block * BLOCK;
  for (let at = 0, run = runOf(first); at < BLOCK; run++) {
    const end = starts[run + 1]! - first;
    read.fill(classes[run]!, at, end);
    at = end;
  }
  return read;
};

/** The run that a code point is in. */
const runOf = (code: number): number => {
  const { starts, classes } = allRuns();
  let low = 0;
  let high = classes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= code) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Read when a class is first asked for. */
let runs: Runs | null = null;
const allRuns = (): Runs => {
  runs ??= readRuns();
  return runs;
};

/** A code point's class after UAX #14 rule LB1 (AI, SA, SG, XX resolved; CJ taken as NS). */
export const uaxClass = (code: number): number => {
  if (code >= 0x10000) return allRuns().classes[runOf(code)]!;
  const block = code >> 8;
  blocks[block] ??= readBlock(block);
  return blocks[block][code & 0xff]!;
};

/** Ranges of East Asian width W, F and H (UAX #11). */
const EAST_ASIAN: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x20a9, 0x20a9],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffdc],
  [0xffe0, 0xffee],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f265],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f90c, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

/** The Han that make up most of any Chinese text; all are of class ID, and wide. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Whether a code point is one of the digits 0 to 9. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a code point is a letter or digit of ASCII. */
export const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code);

/** Whether a code point is a letter of ASCII. */
export const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Whether a code point is a raised or lowered figure or sign, as in m² and CO₂. */
export const isRaisedOrLowered = (code: number): boolean =>
  code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x208e);

/** Is the code point of East Asian width W, F or H? Those that Chinese texts are full of are told without a search. */
export const isEastAsian = (code: number): boolean => {
  if (code < 0x20a9) return code >= 0x1100 && code <= 0x115f;
  if (code >= 0x2e80 && code <= 0xa4cf) return code !== 0x303f && code !== 0x3040;
  if (code >= 0xff01 && code <= 0xffdc) return true;
  let low = 0;
  let high = EAST_ASIAN.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = EAST_ASIAN[middle]!;
    if (code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return true;
  }
  return false;
};

/** A text's characters. Most of a Chinese one is Han, of which all is known beforehand: what is not is listed. */
export interface CodePoints {
  readonly codes: Uint32Array;
  /** Their UTF-16 offsets, and the text's end. */
  readonly offsets: Uint32Array;
  /** Indices of those that are not Han, in order. */
  readonly others: readonly number[];
}

/** The code points of a text; a lone surrogate stands for itself. */
export const codePoints = (text: string): CodePoints => {
  const codes = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  const others: number[] = [];
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    codes[count] = code;
    offsets[count] = at;
    if (!isHan(code)) others.push(count);
    count++;
    at += code > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;
  if (count === text.length) return { codes, offsets, others };
  return { codes: codes.subarray(0, count), offsets: offsets.subarray(0, count + 1), others };
};
