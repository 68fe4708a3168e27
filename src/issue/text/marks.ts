/**
 * Half-width marks between Han become full-width ones, as a desk that types fast expects. Inside Latin, numbers,
 * times and URLs nothing is touched; where Latin and Han meet, a mark that Han follows or stands before is Chinese.
 * A tilde between quantities or Han is ～, and a hyphen that can only be the sign of a number is −.
 * Digits and letters have their own widths, whatever they were typed in.
 */
import { type Cell, isHan, protectedCells, side, toText } from './cells.js';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '%': '％',
};

/** Whether the mark at an index is a Chinese one that was typed half-width. Brackets are decided in pairs. */
const isChinese = (cells: readonly Cell[], index: number): boolean => {
  const [before, after] = [side(cells, index, -1), side(cells, index, 1)];
  // 20% keeps its sign: only a sign among Han is spelt out as a Chinese mark.
  if (cells[index]!.char === '%') return isHan(cells[index - 1]?.char) && after !== 'other';
  return before === 'han' || (before === 'other' && after === 'han');
};

/** Pairs of brackets, by index. In an address one may stand without the other, and would take the place of the text's own. */
const bracketPairs = (cells: readonly Cell[]): [number, number][] => {
  const kept = protectedCells(cells);
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (const [index, { char }] of cells.entries()) {
    if (kept[index]) continue;
    if (char === '(') open.push(index);
    const start = char === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.push([start, index]);
  }
  return pairs;
};

const isChinesePair = (cells: readonly Cell[], [start, end]: readonly [number, number]): boolean => {
  if (cells.slice(start + 1, end).some((cell) => isHan(cell.char))) return true;
  const before = side(cells, start, -1);
  return before === 'han' || (before === 'end' && side(cells, end, 1) === 'han');
};

/** What ～ joins: Han, numbers and their units. */
const RANGED = /[\p{Script=Han}\d%％‰℃℉°”》）]/u;
/** A text's beginning, a mark or white, behind which a hyphen joins nothing. (White behind a number may part it from a code.) */
const BEFORE_SIGN = /(?:^|[^\d\s])\s$|^$|[，、。；：？！“‘（《〈【〔「(～~—–]$/;
/** A number below zero wherever it stands: no aircraft and no block of flats is called 3.1% or 5℃. */
const MEASURED = /^\d+(?:\.\d+)?(?:[%％‰℃℉]|°C|摄氏度|个百分点)/;
/** Characters that are looked at behind a hyphen. */
const LONGEST_MEASURED = 16;
const MINUS = '\u2212';

/** Whether the hyphen at an index is a number's sign: 零下-5℃, （-3）, 1℃～-2℃; not 歼-20, 2020-2021. */
const isMinus = (cells: readonly Cell[], index: number): boolean => {
  if (cells[index]!.char !== '-') return false;
  const before = toText(cells.slice(Math.max(index - 2, 0), index));
  const after = toText(cells.slice(index + 1, index + 1 + LONGEST_MEASURED));
  if (BEFORE_SIGN.test(before)) return /^\d/.test(after);
  return isHan(cells[index - 1]?.char) && MEASURED.test(after);
};

/** Cells with the keyboard's ~ between quantities or Han as ～, and with its - as − where it is a sign; none in an address. */
export const printedSigns = (cells: readonly Cell[]): readonly Cell[] => {
  if (!cells.some(({ char }) => char === '~' || char === '-')) return cells;
  const kept = protectedCells(cells);
  const isRanged = (index: number): boolean => RANGED.test(cells[index]?.char ?? '');
  return cells.map((cell, index) => {
    if (isMinus(cells, index)) return { ...cell, char: MINUS };
    if (cell.char !== '~' || kept[index] || !isRanged(index - 1)) return cell;
    return isRanged(index + 1) || (cells[index + 1] && isMinus(cells, index + 1)) ? { ...cell, char: '～' } : cell;
  });
};

/** Cells with half-width marks made full-width where they are Chinese; spaces typed beside these go. */
export const fullWidthMarks = (cells: readonly Cell[]): readonly Cell[] => {
  const changed = new Set<number>();
  for (const [index, { char }] of cells.entries()) {
    if (!(char in FULL) || char === '(' || char === ')') continue;
    if (isChinese(cells, index)) changed.add(index);
  }
  for (const pair of bracketPairs(cells)) if (isChinesePair(cells, pair)) for (const index of pair) changed.add(index);
  const isSpaceBeside = (index: number): boolean =>
    cells[index]!.char === ' ' && (changed.has(index - 1) || changed.has(index + 1));
  return cells
    .map((cell, index) => (changed.has(index) ? { ...cell, char: FULL[cell.char]! } : cell))
    .filter((_, index) => !isSpaceBeside(index));
};

/** Digits, letters and straight quotation marks. */
const FULL_WIDTH_WORD = /[０-９Ａ-Ｚａ-ｚ＂＇]/;
const ANY_DIGIT = /[0-9０-９]/;
/** From a full-width form to the character that it is a form of. */
const TO_HALF = -0xfee0;

/** Cells with digits, letters and straight quotes that were typed full-width in their own widths, and the point of a number with them. */
export const halfWidthWords = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell, index) => {
    const isPoint =
      cell.char === '．' && [cells[index - 1], cells[index + 1]].every((each) => ANY_DIGIT.test(each?.char ?? ''));
    if (!isPoint && !FULL_WIDTH_WORD.test(cell.char)) return cell;
    return { ...cell, char: String.fromCodePoint(cell.char.codePointAt(0)! + TO_HALF) };
  });

/** Straight quotation marks of one kind, in pairs, where the text around or inside is Chinese. */
const curl = (
  cells: readonly Cell[],
  straight: string,
  [opening, closing]: readonly [string, string],
): { cells: readonly Cell[]; unpaired: Cell | null } => {
  // An apostrophe or a measure (5") belongs to the Latin beside it.
  const isMark = ({ char }: Cell, index: number): boolean =>
    char === straight && !(/[\p{Script=Latin}\d]/u.test(cells[index - 1]?.char ?? '') && !inChinese(cells, index));
  const marks = cells.map((cell, index) => (isMark(cell, index) ? index : -1)).filter((index) => index >= 0);
  if (marks.length === 0) return { cells, unpaired: null };
  const curled = new Map<number, string>();
  let unpaired: Cell | null = null;
  for (let i = 0; i < marks.length; i += 2) {
    const [start, end] = [marks[i]!, marks[i + 1]];
    if (end === undefined) {
      if (inChinese(cells, start)) unpaired = cells[start]!;
    } else if (inChinese(cells, start) || inChinese(cells, end)) {
      curled.set(start, opening).set(end, closing);
    }
  }
  // One that is left over may be any of them.
  if (unpaired !== null) return { cells, unpaired };
  return { cells: cells.map((cell, i) => ({ ...cell, char: curled.get(i) ?? cell.char })), unpaired };
};

const inChinese = (cells: readonly Cell[], index: number): boolean =>
  side(cells, index, -1) === 'han' || side(cells, index, 1) === 'han';

/** Cells with straight quotes turned into “ ” and ‘ ’; and one whose direction cannot be told. */
export const chineseQuotes = (cells: readonly Cell[]): { cells: readonly Cell[]; unpaired: Cell | null } => {
  const double = curl(cells, '"', ['“', '”']);
  const single = curl(double.cells, "'", ['‘', '’']);
  return { cells: single.cells, unpaired: double.unpaired };
};
