/** Faults of running text: columns broken (断栏), a crosshead at a column's foot (背题), a character left alone (孤字). */
import type { Pt } from '../../geometry/units.js';
import { type Box, bodyOf, headlineOf, overlap, type Piece, type ReadLine, type ReadText, runningIn } from './read.js';
import type { Fault } from './types.js';

/** Lines that begin this near to each other, in ems, stand in one column. */
const SAME_COLUMN = 3;

/** A first line farther than this from the column before, in ems (gap and indent take 3), leaps over something. */
const FARTHER = 4;

/** 断栏: text that goes on in its column under a headline or picture, or leaps over one to a farther column. */
export function brokenColumns(pieces: readonly Piece[]): readonly Fault[] {
  const obstacles = pieces.flatMap((piece): readonly Box[] => {
    const headline = headlineOf(piece);
    return [...piece.pictures, ...(headline === null ? [] : headline.lines.map((line) => line.box))];
  });
  return pieces.flatMap((piece): Fault[] => {
    const lines = runningIn(piece).flatMap((text) => text.lines);
    const at = lines.findIndex((line, index) => index > 0 && leaps(lines[index - 1]!, line, lines, obstacles));
    if (at < 0) return [];
    return [
      {
        code: 'column-broken',
        rule: '断栏',
        slots: [piece.slot],
        message: `text leaps out of order or over a headline or picture before “${lines[at]!.text.slice(0, 12)}”`,
        hint: 'let the text run on under the picture from the column’s top, or move the picture to the column’s head or foot',
      },
    ];
  });
}

/** Right edge of the column a line stands in: that of its longest line. */
const columnRight = (lines: readonly ReadLine[], of: ReadLine): Pt =>
  Math.max(
    ...lines.filter((line) => Math.abs(line.start - of.start) < SAME_COLUMN * of.size).map((line) => line.box.right),
  );

/** Foot of the column a line stands in: that of its lowest line. */
const columnBottom = (lines: readonly ReadLine[], of: ReadLine): Pt =>
  Math.max(
    ...lines.filter((line) => Math.abs(line.start - of.start) < SAME_COLUMN * of.size).map((line) => line.box.bottom),
  );

function leaps(before: ReadLine, line: ReadLine, lines: readonly ReadLine[], obstacles: readonly Box[]): boolean {
  const em = line.size;
  const shift = line.start - before.start;
  if (Math.abs(shift) < SAME_COLUMN * em || overlapAcross(before.box, line.box) > em) {
    // One column: the next line stands lower, with nothing between.
    if (line.baseline <= before.baseline) return true;
    // A neighbour's cells may reach in by a hanging mark; what stands between takes more.
    const { left, right } = line.box;
    return blocked({ left: left + em, right: right - em, top: before.box.bottom, bottom: line.box.top }, obstacles);
  }
  if (shift < 0) return true;
  // The next column: what fills the way between beside any of its lines is leapt over.
  const between = {
    left: columnRight(lines, before),
    right: line.box.left,
    top: line.box.top,
    bottom: columnBottom(lines, line),
  };
  return between.right - between.left > FARTHER * em && blocked(between, obstacles);
}

const overlapAcross = (a: Box, b: Box): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

const blocked = (way: Box, obstacles: readonly Box[]): boolean =>
  way.bottom > way.top && way.right > way.left && obstacles.some((box) => overlap(box, way));

/** Lines of text that a crosshead has under it in its column. */
const UNDER_CROSSHEAD = 2;

/** 背题: a crosshead, or a paragraph that leads, at its column's foot with fewer than two of the lines it stands over. */
export function strandedCrossheads(pieces: readonly Piece[]): readonly Fault[] {
  return pieces.flatMap((piece) =>
    bodyOf(piece).flatMap((text, index, body): Fault[] => {
      const head = text.lines.at(-1);
      if (!text.leads || head === undefined || text.part === 'table-head') return [];
      // Columns go to the right: what begins beyond it stands in the next.
      const isUnder = ({ baseline, start }: ReadLine): boolean => baseline > head.baseline && start < head.box.right;
      const after = body.slice(index + 1).flatMap(({ lines }) => lines);
      if (after.slice(0, UNDER_CROSSHEAD).every(isUnder)) return [];
      return [
        {
          code: 'crosshead-at-foot',
          rule: '背题',
          slots: [piece.slot],
          message: `the crosshead “${head.text.trim()}” stands at the foot of a column, away from its text`,
          hint: 'add or take away a few lines before it, or take the crosshead away',
        },
      ];
    }),
  );
}

const MARKS = /[\s\p{P}\p{S}]/gu;
const weight = (text: string): number => [...text.replace(MARKS, '')].length;

/** Parts whose last line is looked at. */
const IN_PARAGRAPHS: readonly ReadText['part'][] = ['paragraph', 'standfirst', 'table-title'];

/** 孤字: the last line of a paragraph, or a line of a headline, that holds one character. */
export function loneCharacters(pieces: readonly Piece[]): readonly Fault[] {
  return pieces.flatMap((piece) =>
    piece.texts.flatMap((text): Fault[] => {
      if (text.lines.length < 2) return [];
      const display = text.part === 'headline' || text.part === 'deck' || text.part === 'kicker';
      if (!display && !IN_PARAGRAPHS.includes(text.part)) return [];
      const alone = (display ? text.lines : text.lines.slice(-1)).find((line) => weight(line.text) === 1);
      if (alone === undefined) return [];
      return [
        {
          code: 'character-alone',
          rule: '孤字',
          slots: [piece.slot],
          message: `“${alone.text.trim()}” stands alone on ${display ? `a line of the ${text.part}` : 'the last line of a paragraph'}`,
          hint: 'add or take away a word or two',
        },
      ];
    }),
  );
}
