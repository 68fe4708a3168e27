/** Strong words (`**…**`) and passages that may be left out (`~~…~~`) of plain bodies: whether their marks are plain, and their pieces. */
import type { Span } from '../../diagnostics/types.js';
import type { Piece, Reading } from './body.js';

/** Marks of strong words. */
export const STRONG = '**';
/** Marks of a passage that may be left out. */
export const SPARE = '~~';

/** A place of a body as one of its file. */
export const spanOf = (start: number, end: number, { file, offset }: Reading): Span => ({
  file,
  start: offset + start,
  end: offset + end,
});

/** A stretch of a body in one emphasis. */
export const piece = (start: number, end: number, strong: boolean, reading: Reading): Piece => ({
  text: reading.text.slice(start, end),
  strong,
  emphasis: false,
  span: spanOf(start, end, reading),
  exact: true,
});

/** What stands between the marks of a stretch, and whether a mark has been opened before each; with where it stands. */
const partsOf = (
  start: number,
  end: number,
  mark: string,
  { text }: Reading,
): readonly { readonly from: number; readonly to: number; readonly isMarked: boolean }[] => {
  let from = start;
  return text
    .slice(start, end)
    .split(mark)
    .map((part, index) => {
      const own = { from, to: from + part.length, isMarked: index % 2 === 1 };
      from = own.to + mark.length;
      return own;
    })
    .filter((part) => part.to > part.from);
};

/** The pieces of a stretch, strong words apart. */
export const piecesOf = (start: number, end: number, reading: Reading): readonly Piece[] =>
  partsOf(start, end, STRONG, reading).map(({ from, to, isMarked }) => piece(from, to, isMarked, reading));

/** The same, passages apart that may be left out; each is known by where its first mark stands. */
export const passagesOf = (start: number, end: number, reading: Reading): readonly Piece[] =>
  partsOf(start, end, SPARE, reading).flatMap(({ from, to, isMarked }) => {
    const pieces = piecesOf(from, to, reading);
    return isMarked ? pieces.map((own) => ({ ...own, spare: reading.offset + from - SPARE.length })) : pieces;
  });

/** Before or after these a mark is on the side of a word, whatever stands on its other side. */
const isWordBefore = (text: string): boolean => /[\p{L}\p{N}]$/u.test(text);
const isWordAfter = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
const isHanBefore = (text: string): boolean => /\p{Script=Han}$/u.test(text);
const isHanAfter = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Whether the marks of a line open and close in turn beyond doubt, and nothing else in it is of their characters. */
export const isSurelyPaired = (line: string, mark: string): boolean => {
  const [character] = mark as unknown as readonly [string];
  if (!line.includes(character)) return true;
  const parts = line.split(mark);
  if (parts.length % 2 === 0 || parts.slice(1, -1).includes('') || parts.some((part) => part.includes(character)))
    return false;
  return parts.slice(1).every((after, index) => {
    const before = parts[index]!;
    if (index % 2 === 0) return isWordAfter(after) || (/^\S/.test(after) && (before === '' || isHanBefore(before)));
    return isWordBefore(before) || (/\S$/.test(before) && (after === '' || isHanAfter(after)));
  });
};

/** Whether all marks of a line do, and those of strong words stand within, or without, passages that may be left out. */
export const isSurelyMarked = (line: string): boolean =>
  line.includes(SPARE)
    ? isSurelyPaired(line, SPARE) && line.split(SPARE).every((part) => isSurelyPaired(part, STRONG))
    : isSurelyPaired(line, STRONG);
