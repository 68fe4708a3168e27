/** Faults of headlines: two that run together (碰题), one that is not over its story (题不盖文). */
import { around, type Box, bodyOf, headlineOf, type Piece, type ReadLine, type ReadText } from './read.js';
import type { Fault, SlotFact, SlotFacts } from './types.js';

/** Sizes nearer than this look like one size. */
const NEAR_SIZE = 0.85;
/** Headlines of this rank and below stand side by side in columns of briefs, and are meant to look alike. */
const BRIEF_RANK = 4;
/** Pieces farther apart than this many times the smaller headline's size are no neighbours. */
const NEIGHBOUR = 1.5;
/** Tops that differ by more than this share of the smaller headline's size do not run into one line. */
const SAME_TOP = 0.6;

/** 碰题: two horizontal headlines of one face, near size and line count side by side at one height. */
export function clashingHeadlines(pieces: readonly Piece[], facts: SlotFacts): readonly Fault[] {
  const rank = (piece: Piece): number | null => facts.get(piece.slot ?? '')?.rank ?? null;
  const faults: Fault[] = [];
  const heads = pieces.flatMap((piece) => {
    const headline = headlineOf(piece);
    return headline === null || headline.lines.some((line) => line.vertical) ? [] : [{ piece, headline }];
  });
  for (const a of heads) {
    for (const b of heads) {
      if (a.piece.box.left >= b.piece.box.left) continue;
      const [rankA, rankB] = [rank(a.piece), rank(b.piece)];
      if (rankA !== null && rankB !== null && (rankA !== rankB || rankA >= BRIEF_RANK)) continue;
      if (a.piece.boxed !== b.piece.boxed || !alike(a.headline, b.headline)) continue;
      const size = Math.min(a.headline.lines[0]!.size, b.headline.lines[0]!.size);
      const between = b.piece.box.left - a.piece.box.right;
      if (between < -1 || between > NEIGHBOUR * size) continue;
      if (Math.abs(a.headline.lines[0]!.baseline - b.headline.lines[0]!.baseline) > SAME_TOP * size) continue;
      faults.push({
        code: 'headlines-clash',
        rule: '碰题',
        slots: [a.piece.slot, b.piece.slot],
        message: `two headlines of one face and size stand side by side: “${said(a.headline)}” and “${said(b.headline)}”`,
        hint: 'give one another style, another number of lines, a box, or a vertical headline',
      });
    }
  }
  return faults;
}

function alike(a: ReadText, b: ReadText): boolean {
  const [first, second] = [a.lines[0]!, b.lines[0]!];
  const ratio = Math.min(first.size, second.size) / Math.max(first.size, second.size);
  return first.face === second.face && ratio >= NEAR_SIZE && a.lines.length === b.lines.length;
}

const said = ({ lines }: ReadText): string => lines.map((line) => line.text).join('');

/** 题不盖文: a headline whose measure leaves out columns of its story, or that stands under the story's text. */
export function uncoveredStories(pieces: readonly Piece[], facts: SlotFacts): readonly Fault[] {
  return pieces.flatMap((piece): Fault[] => {
    const headline = headlineOf(piece);
    const lines = bodyOf(piece).flatMap((text) => text.lines);
    const body = around(lines.map((line) => line.box));
    if (headline === null || body === null || headline.lines.some((line) => line.vertical)) return [];
    const place = facts.get(piece.slot ?? '')?.headline ?? 'over';
    const em = lines[0]!.size;
    const { left, right } = toCover(place, body, lines, piece.pictures);
    if (headline.box.left <= left + em && headline.box.right >= right - em) return [];
    return [
      {
        code: 'headline-short',
        rule: '题不盖文',
        slots: [piece.slot],
        message: `the headline “${said(headline)}” does not stand over its whole story`,
        hint: 'set it across all the story’s columns, or say in the template that it stands beside the text',
      },
    ];
  });
}

/** What of its story a headline has to stand over, by its place: all its text, the first column, the middle. */
function toCover(
  place: SlotFact['headline'],
  body: Box,
  lines: readonly ReadLine[],
  pictures: readonly Box[],
): Pick<Box, 'left' | 'right'> {
  if (place === 'over') return body;
  if (place !== 'middle') return { left: body.left, right: firstColumnRight(lines) };
  // Of text and pictures: beside a picture that fills its columns the text has another middle.
  const all = around([body, ...pictures])!;
  const middle = (all.left + all.right) / 2;
  return { left: middle, right: middle };
}

function firstColumnRight(lines: readonly ReadLine[]): number {
  const left = Math.min(...lines.map((line) => line.box.left));
  const first = lines.filter((line) => line.box.left <= left + 3 * line.size);
  return Math.max(...first.map((line) => line.box.right));
}
