/** One line of glyphs → one text object, positions kept to a thousandth of the size. */
import type { Cell } from '../fonts/registry.js';
import type { Em, Point } from '../geometry/units.js';
import type { Glyphs, PlacedGlyph } from '../page/types.js';
import type { CodeBook } from './code-book.js';
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
  const { glyphs } = line;
  if (glyphs.length === 0) return;
  out.write('BT\n');
  for (let at = 0; at < glyphs.length; ) {
    if (speaks(glyphs, at)) {
      const end = alikeEnd(glyphs, at, glyphs.length, true);
      writeStretch(out, line, at, end, start, bookOf);
      at = end;
      continue;
    }
    // A cluster over two faces or baselines is said once, by its first part. Also a line's first glyph may say nothing:
    // a character on the fold is said on the page before.
    const cluster = clusterEnd(glyphs, at);
    for (let said = glyphs[at]!.text; at < cluster; said = '') {
      const end = alikeEnd(glyphs, at, cluster, false);
      out.write(`/Span <</ActualText <feff${utf16Hex(said)}>>> BDC\n`);
      writeStretch(out, line, at, end, start, bookOf);
      out.write('EMC\n');
      at = end;
    }
  }
  out.write('ET\n');
};

/** Whether a glyph says what it stands for by itself: it has a text, and no silent ones after it. */
const speaks = (glyphs: readonly PlacedGlyph[], at: number): boolean =>
  glyphs[at]!.text !== '' && glyphs[at + 1]?.text !== '';

/** Behind a glyph and the silent ones after it. */
const clusterEnd = (glyphs: readonly PlacedGlyph[], at: number): number => {
  let end = at + 1;
  while (end < glyphs.length && glyphs[end]!.text === '') end++;
  return end;
};

/** Behind the glyphs that share face, turn and baseline with the one at `from`; `speaking`: and speak. */
const alikeEnd = (glyphs: readonly PlacedGlyph[], from: number, to: number, speaking: boolean): number => {
  const { face, turned, x, y } = glyphs[from]!;
  let end = from + 1;
  for (; end < to; end++) {
    const glyph = glyphs[end]!;
    if (glyph.face !== face || (glyph.turned === true) !== (turned === true)) break;
    if (turned === true ? glyph.x !== x : glyph.y !== y) break;
    if (speaking && !speaks(glyphs, end)) break;
  }
  return end;
};

/** Adds the operator that shows glyphs which share face, turn and baseline. */
const writeStretch = (
  out: Operators,
  line: Glyphs,
  from: number,
  to: number,
  { x, y }: Point,
  bookOf: (face: string) => NamedBook,
): void => {
  const { glyphs, size } = line;
  const first = glyphs[from]!;
  const turned = first.turned === true;
  const { name, book } = bookOf(first.face);
  const last = glyphs.length - 1;
  /** Where the next glyph would come to stand by itself. */
  let pen: Em = 0;
  for (let index = from; index < to; index++) {
    const glyph = glyphs[index]!;
    const cell = turned || (index > 0 && index < last) ? 'whole' : cellAtEdge(glyph, index === last, book);
    const { code, width } = book.coded(glyph.id, glyph.text, cell);
    let along = turned ? glyph.y : glyph.x;
    if (cell === 'right') along += book.face.advance(glyph.id) / 2;
    if (index === from) {
      pen = along;
      const place = `${num(x + (turned ? first.x : along) * size)} ${num(y - first.y * size)}`;
      out.write(`${turned ? '0 -1 1 0' : '1 0 0 1'} ${place} Tm /${name} ${num(size)} Tf [(`);
    } else {
      const back = Math.round((pen - (index === last ? along - HAIR : along)) * 1000);
      if (back !== 0) {
        out.write(')');
        out.whole(back);
        out.write('(');
        pen -= back / 1000;
      }
    }
    out.code(code);
    pen += width / 1000;
  }
  out.write(')] TJ\n');
};

/** Whether a text begins with a Han character, of any plane: none stands in half its cell. */
const isIdeograph = (text: string): boolean => /^\p{Unified_Ideograph}/u.test(text);

/** A mark that opens or closes a line is written as the half of its cell that stands in the line. */
const cellAtEdge = (glyph: PlacedGlyph, isLast: boolean, book: CodeBook): Cell => {
  if (!isLast && glyph.x >= 0) return 'whole';
  // A line may end with any of thousands of characters, and where their ink lies only the font knows.
  if (isIdeograph(glyph.text)) return 'whole';
  const half = book.half(glyph.id);
  return half === (isLast ? 'left' : 'right') ? half : 'whole';
};
