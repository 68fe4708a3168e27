/** One line of glyphs → one text object, positions kept to a thousandth of the size. */
import type { Cell } from '../fonts/registry.js';
import type { Em, Point } from '../geometry/units.js';
import type { Glyphs, Stretch } from '../page/types.js';
import type { CodeBook } from './fonts/code-book.js';
import { num, utf16Hex } from './number.js';
import type { Operators } from './operators.js';

/** A face's codes and the name that the page's content calls its font by. */
export interface NamedBook {
  readonly name: string;
  readonly book: CodeBook;
}

/**
 * A line ends this much early (4 µm in body size): where two columns stand exactly one em apart, the rounding of
 * pdftotext decides whether it takes them for one.
 */
const HAIR: Em = 0.001;

/** Adds the operators of a line that starts at `start` (from the bottom left corner of the sheet). */
export const writeText = (out: Operators, line: Glyphs, start: Point, bookOf: (face: string) => NamedBook): void => {
  const { stretches } = line;
  if (stretches.length === 0) return;
  out.write('BT\n');
  for (let at = 0, from = 0; at < stretches.length; ) {
    const end = speakingEnd(stretches, at, from);
    if (end > from) writeStretch(out, line, at, from, end, start, bookOf);
    if (end < stretches[at]!.ids.length) [at, from] = writeCluster(out, line, at, end, start, bookOf);
    else [at, from] = [at + 1, 0];
  }
  out.write('ET\n');
};

/** Behind the glyphs, from one of a stretch on, that say what they stand for by themselves: no silent one follows. */
const speakingEnd = (stretches: readonly Stretch[], at: number, from: number): number => {
  const { texts } = stretches[at]!;
  let end = from;
  while (end < texts.length && texts[end] !== '') end++;
  const next = end < texts.length ? '' : stretches[at + 1]?.texts[0];
  return next === '' && end > from ? end - 1 : end;
};

/**
 * Adds a glyph and the silent ones after it, and gives where the next one is. A cluster over two faces or baselines is
 * said once, by its first part. Also a line's first glyph may say nothing: a character on the fold is said on the page
 * before.
 */
const writeCluster = (
  out: Operators,
  line: Glyphs,
  at: number,
  from: number,
  start: Point,
  bookOf: (face: string) => NamedBook,
): readonly [at: number, from: number] => {
  const { stretches } = line;
  let said = stretches[at]!.texts[from]!;
  for (let part = at, begin = from; ; part++, begin = 0, said = '') {
    const { texts } = stretches[part]!;
    let end = begin + 1;
    while (texts[end] === '') end++;
    out.write(`/Span <</ActualText <feff${utf16Hex(said)}>>> BDC\n`);
    writeStretch(out, line, part, begin, end, start, bookOf);
    out.write('EMC\n');
    if (end < texts.length) return [part, end];
    if (stretches[part + 1]?.texts[0] !== '') return [part + 1, 0];
  }
};

/** Adds the operator that shows glyphs of a stretch. */
const writeStretch = (
  out: Operators,
  { stretches, size }: Glyphs,
  at: number,
  from: number,
  to: number,
  { x, y }: Point,
  bookOf: (face: string) => NamedBook,
): void => {
  const { face, turned, across, along, ids, texts } = stretches[at]!;
  const { name, book } = bookOf(face);
  const first = at === 0 ? 0 : -1;
  const last = at === stretches.length - 1 ? ids.length - 1 : -1;
  /** The first glyph, in thousandths, and how far from it the next would come to stand by itself: a whole number. */
  let origin = 0;
  let pen = 0;
  for (let index = from; index < to; index++) {
    const id = ids[index]!;
    const text = texts[index]!;
    let place = along[index]!;
    const isInner = turned || (index !== first && index !== last);
    const cell = isInner ? 'whole' : cellAtEdge(id, text, place, index === last, book);
    const { code, width } = book.coded(id, text, cell);
    if (cell === 'right') place += book.face.advance(id) / 2;
    if (index === from) {
      origin = place * 1000;
      const matrix = turned
        ? `0 -1 1 0 ${num(x + across * size)} ${num(y - place * size)}`
        : `1 0 0 1 ${num(x + place * size)} ${num(y - across * size)}`;
      out.write(`${matrix} Tm /${name} ${num(size)} Tf [(`);
    } else {
      if (index === last) place -= HAIR;
      const back = pen + Math.round(origin - place * 1000);
      if (back !== 0) {
        out.write(')');
        out.whole(back);
        out.write('(');
        pen -= back;
      }
    }
    out.code(code);
    pen += width;
  }
  out.write(')] TJ\n');
};

/** Whether a text begins with a Han character, of any plane: none stands in half its cell. */
const isIdeograph = (text: string): boolean => /^\p{Unified_Ideograph}/u.test(text);

/** A mark that opens or closes a line is written as the half of its cell that stands in the line. */
const cellAtEdge = (id: number, text: string, x: Em, isLast: boolean, book: CodeBook): Cell => {
  if (!isLast && x >= 0) return 'whole';
  // A line may end with any of thousands of characters, and where their ink lies only the font knows.
  if (isIdeograph(text)) return 'whole';
  const half = book.half(id);
  return half === (isLast ? 'left' : 'right') ? half : 'whole';
};
